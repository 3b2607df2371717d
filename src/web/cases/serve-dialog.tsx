import { Form, Input, Select } from "antd";
import { useState } from "react";
import { letterRoutes } from "../../api/letters.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { ServiceMethod } from "../../register/case-event.js";
import { DayField } from "../components/day-field.js";
import { Dialog } from "../components/dialog.js";
import { type CallFailed, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { newId } from "../office/new-id.js";
import { useSending } from "../office/use-sending.js";
import type { IssuedLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import { dayText } from "./day-text.js";
import { forgetCase } from "./forget-case.js";
import { SERVICE_OPTIONS } from "./service-methods.js";

interface ServeDialogProps {
  readonly view: CaseView;
  readonly letter: IssuedLetter;
  readonly close: () => void;
  /** What was recorded, in sentences. */
  readonly tell: (lines: readonly string[]) => void;
  /** A colleague was faster: it is said where the window may be gone. */
  readonly overtaken: (failure: CallFailed) => void;
}

const INQUIRIES: ReadonlySet<string> = new Set(["L-3P-ASK", "L-COAUTHOR"]);
const OF_INQUIRY = "对方收到之日，邮寄的以签收之日为准：十五个工作日的意见期限从这一天起算。不填为今天。";

/** How and when a letter reached its addressee; the receipt of service (送达回证) is made at once. */
export function ServeDialog({ view, letter, close, tell, overtaken }: ServeDialogProps) {
  const [id] = useState(newId);
  const [isSure, setSure] = useState(letter.servedOn === null);
  const [on, setOn] = useState("");
  const [method, setMethod] = useState<ServiceMethod>(letter.serviceMethod);
  const [proof, setProof] = useState("");
  const { failure, isSending, send: sendOnce } = useSending(overtaken);
  const send = () =>
    sendOnce(async () => {
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
      await forgetCase();
      tell([`已登记送达：${letter.title}。送达回证已经做好，见下表。`, ...new Set([...change, ...flags])]);
    });
  if (!isSure) {
    return (
      <Dialog title="已经登记过送达" okText="确实又送达了一次" onOk={() => setSure(true)} onCancel={close}>
        《{letter.title}》{letter.number}已于{dayText(letter.servedOn)}
        送达。只有确实再次送达的才再登记一次；送达日期、方式记错了的，请在“办理经过”里更正那条记录。
      </Dialog>
    );
  }
  return (
    <Dialog title={`登记送达：${letter.title}`} okText="登记" onOk={send} onCancel={close} confirmLoading={isSending}>
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
