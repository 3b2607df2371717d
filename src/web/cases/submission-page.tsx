import { Alert, Button, Card } from "antd";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { submissionRoutes } from "../../api/submissions.js";
import { Told } from "../components/told.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { minuteText } from "./day-text.js";
import { SetAsideDialog } from "./set-aside-dialog.js";
import { StateTag } from "./submissions-page.js";

export type Submission = ReplyOf<typeof submissionRoutes.view>;

/** One submission from the portal that is no case: what can be read of it, why it is here, and what to do. */
export function SubmissionPage() {
  const { number = "" } = useParams();
  const { agencyId } = useSession();
  const submission = useCall(submissionRoutes.view, { params: { agencyId, submissionNumber: number } });
  return <Answer of={submission}>{(one) => <Whole key={one.number} submission={one} />}</Answer>;
}

function Whole({ submission }: { readonly submission: Submission }) {
  const { number, submittedAt, state, reason, caseId, advice } = submission;
  const may = useMay();
  const [said, setSaid] = useState<readonly string[]>([]);
  return (
    <>
      <PageHead
        title={`网上来件 ${number}`}
        lead={
          <>
            <StateTag state={state} /> {minuteText(submittedAt)}在公开平台提交
          </>
        }
        actions={<Link to="/submissions">返回网上来件</Link>}
      />
      <div className="stack" style={{ maxInlineSize: 860 }}>
        {said.length > 0 && <Told lines={said} close={() => setSaid([])} />}
        {caseId !== null && (
          <Alert
            type="success"
            title={
              <>
                已经登记为申请。<Link to={`/cases/${encodeURIComponent(caseId)}`}>打开案卷</Link>
              </>
            }
          />
        )}
        {caseId === null && (
          <Card size="small" title={state.code === "set-aside" ? "不予登记" : "为什么没有登记，怎么办"}>
            {reason !== null && (
              <p style={{ marginBlockStart: 0 }}>
                <b>{state.code === "set-aside" ? "理由：" : "原因："}</b>
                {reason}
              </p>
            )}
            {advice.map((sentence) => (
              <p key={sentence} style={{ margin: "0 0 8px", lineHeight: 1.8 }}>
                {sentence}
              </p>
            ))}
            {may("cases:handle") && <Acts submission={submission} tell={setSaid} />}
          </Card>
        )}
        <Contents submission={submission} />
      </div>
    </>
  );
}

interface ActsProps {
  readonly submission: Submission;
  readonly tell: (lines: readonly string[]) => void;
}

function Acts({ submission: { agencyId, number, state }, tell }: ActsProps) {
  const go = useNavigate();
  const [isSettingAside, setSettingAside] = useState(false);
  const { failure, isSending, send } = useSending();
  const params = { agencyId, submissionNumber: number };
  const register = () =>
    send(async () => {
      const { caseId } = await call(submissionRoutes.register, { params, body: {} });
      await forget(submissionRoutes.list, submissionRoutes.count, submissionRoutes.view, caseRoutes.today, caseRoutes.list);
      await go(`/cases/${encodeURIComponent(caseId)}`);
    });
  return (
    <div className="stack" style={{ gap: 8 }}>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="page-actions">
        <Button type="primary" loading={isSending} onClick={register}>
          登记为申请
        </Button>
        {state.code !== "set-aside" && <Button onClick={() => setSettingAside(true)}>不予登记……</Button>}
      </div>
      {isSettingAside && (
        <SetAsideDialog
          params={params}
          isReadable={state.code !== "unreadable"}
          {...{ close: () => setSettingAside(false), tell }}
        />
      )}
    </div>
  );
}

function Contents({
  submission: { description, requesterName, attachments, size, caseId },
}: {
  readonly submission: Submission;
}) {
  if (caseId !== null) return null;
  if (description === null)
    return (
      <Card size="small" title="内容">
        <span className="quiet">打不开。加密的内容共 {sizeText(size)}，原样保留。</span>
      </Card>
    );
  return (
    <Card size="small" title="内容">
      <dl className="facts">
        <dt>申请人</dt>
        <dd>{requesterName}</dd>
        <dt>所需政府信息</dt>
        <dd style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", lineHeight: 1.8 }}>{description}</dd>
        <dt>附件</dt>
        <dd>
          {attachments.length === 0 && "没有"}
          {attachments.map(({ name, size: bytes }) => (
            <div key={name}>{`${name}（${sizeText(bytes)}）`}</div>
          ))}
        </dd>
      </dl>
      <p className="quiet" style={{ marginBlockEnd: 0 }}>
        证件号码、联系方式和附件的内容，登记以后在案卷里看。
      </p>
    </Card>
  );
}

const KILOBYTE = 1024;

function sizeText(bytes: number): string {
  return bytes < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;
}
