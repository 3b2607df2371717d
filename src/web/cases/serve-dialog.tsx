import { Form, Input, Select } from "antd";
import { useState } from "react";
import { caseRoutes } from "../../api/cases.js";
import { letterRoutes } from "../../api/letters.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ServiceMethod } from "../../register/case-event.js";
import { DayField } from "../components/day-field.js";
import { Dialog } from "../components/dialog.js";
import { CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { forget } from "../office/use-call.js";
import type { IssuedLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { SERVICE_OPTIONS } from "./service-methods.js";

interface ServeDialogProps {
  readonly view: CaseView;
  readonly letter: IssuedLetter;
  readonly close: () => void;
  /** What was recorded, in sentences. */
  readonly tell: (lines: readonly string[]) => void;
}

const INQUIRIES: ReadonlySet<string> = new Set(["L-3P-ASK", "L-COAUTHOR"]);
const OF_INQUIRY = "对方收到之日，邮寄的以签收之日为准：十五个工作日的意见期限从这一天起算。不填为今天。";

/** How and when a letter reached its addressee; the receipt of service (送达回证) is made at once. */
export function ServeDialog({ view, letter, close, tell }: ServeDialogProps) {
  const [id] = useState(newId);
  const [on, setOn] = useState("");
  const [method, setMethod] = useState<ServiceMethod>(letter.serviceMethod);
  const [proof, setProof] = useState("");
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const send = async () => {
    try {
      const { change, flags } = await call(letterRoutes.serve, {
        params: { agencyId: view.agencyId, caseId: view.row.id, letter: letter.id },
        body: {
          id,
          version: view.row.version,
          method,
          ...(on !== "" && { on: on as PlainDate /* the server checks it */ }),
          ...(proof !== "" && { proof }),
        },
      });
      await forget(caseRoutes.view, caseRoutes.today, letterRoutes.list, letterRoutes.possible);
      tell([`已登记送达：${letter.title}。送达回证已经做好，见下表。`, ...new Set([...change, ...flags])]);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure(error);
    }
  };
  return (
    <Dialog title={`登记送达：${letter.title}`} okText="登记" onOk={send} onCancel={close}>
      <Form layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item label="送达日期" extra={INQUIRIES.has(letter.letterId) ? OF_INQUIRY : "不填为今天。"} htmlFor="served-on">
          <DayField id="served-on" value={on} change={setOn} />
        </Form.Item>
        <Form.Item label="送达方式">
          <Select value={method} onChange={setMethod} options={SERVICE_OPTIONS} />
        </Form.Item>
        <Form.Item label="凭证（可不填）" extra="邮件编号、签收人、发送记录等。" htmlFor="proof">
          <Input id="proof" value={proof} onChange={({ target }) => setProof(target.value)} />
        </Form.Item>
        {failure !== null && <FailureNote failure={failure} />}
      </Form>
    </Dialog>
  );
}
