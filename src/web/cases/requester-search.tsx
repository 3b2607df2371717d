import { Button, Empty, Form, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { Dialog } from "../components/dialog.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useSession } from "../office/session.js";
import { useSending } from "../office/use-sending.js";
import { dayText } from "./day-text.js";

type Found = ReplyOf<typeof caseRoutes.findRequester>["items"];

/** Finds the requests of a person by name or number. What is typed stands in no address and is not kept. */
export function RequesterSearch({ close }: { readonly close: () => void }) {
  const { agencyId } = useSession();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found | null>(null);
  const { failure, isSending, send } = useSending();
  const find = () =>
    send(async () => {
      setFound(null);
      setFound((await call(caseRoutes.findRequester, { params: { agencyId }, body: soughtBy(typed.trim()) })).items);
    });
  return (
    <Dialog
      width="min(720px, 96vw)"
      title="按申请人查找"
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          关闭
        </Button>,
        <Button key="find" type="primary" loading={isSending} disabled={typed.trim() === ""} onClick={find}>
          查找
        </Button>,
      ]}
    >
      <Form layout="vertical" requiredMark={false} onFinish={() => typed.trim() !== "" && find()}>
        <Form.Item
          label="姓名、名称、身份证号码或者统一社会信用代码"
          htmlFor="sought"
          extra="姓名、名称可以只填一部分；身份证号码、统一社会信用代码须填全。查找的内容不进入网址，也不保存。"
        >
          <Input id="sought" autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </Form.Item>
      </Form>
      {failure !== null && <FailureNote failure={failure} />}
      <div aria-live="polite">{found !== null && <FoundCases found={found} close={close} />}</div>
    </Dialog>
  );
}

function FoundCases({ found, close }: { readonly found: Found; readonly close: () => void }) {
  if (found.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这个申请人的申请。请核对写法，或者只填一部分。" />;
  }
  return (
    <ul style={{ paddingInlineStart: 18, marginBlock: 0, maxBlockSize: "50vh", overflowY: "auto" }}>
      {found.map(({ id, number, requesterName, receivedOn, arrivedOn, description, state }) => (
        <li key={id} style={{ marginBlockEnd: 8 }}>
          <Link to={`/cases/${encodeURIComponent(id)}`} onClick={close}>
            {number}
          </Link>
          　{requesterName}　{state.label}
          <div className="quiet">
            {dayText(receivedOn ?? arrivedOn)}　{description.slice(0, 60)}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What was typed: the number of an identity card, a credit code, or a name. */
function soughtBy(typed: string): BodyOf<typeof caseRoutes.findRequester> {
  const number = typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  if (/^\d{17}[\dX]$/.test(number)) return { identity: { document: "id-card", number } };
  if (/^[0-9A-Z]{18}$/.test(number)) return { identity: { document: "credit-code", number } };
  return { name: typed };
}
