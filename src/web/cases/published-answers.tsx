import { Button, Card } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import { submissionRoutes } from "../../api/submissions.js";
import { Told } from "../components/told.js";
import { useMay } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { PublishAnswerDialog, WithdrawAnswerDialog } from "./answer-dialogs.js";
import type { CaseView } from "./case-page.js";
import { dayText, minuteText } from "./day-text.js";

export type PublishedAnswer = ReplyOf<typeof submissionRoutes.listAnswers>["items"][number];

/** 公开的答复 of a case: whoever writes a request like it on the portal is shown the answer first. */
export function CaseAnswers({ view }: { readonly view: CaseView }) {
  const may = useMay();
  const { agencyId, row } = view;
  const answers = useCall(submissionRoutes.listAnswers, { params: { agencyId }, query: { caseId: row.id } });
  const [isWriting, setWriting] = useState(false);
  const [said, setSaid] = useState<readonly string[]>([]);
  const items = answers.data?.items ?? [];
  const mayPublish = may("cases:approve") && row.outcome !== null;
  if (items.length === 0 && !mayPublish && said.length === 0) return null;
  return (
    <Card
      title="公开的答复"
      size="small"
      extra={
        mayPublish && (
          <Button type="link" size="small" onClick={() => setWriting(true)}>
            公开一条
          </Button>
        )
      }
    >
      {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
      {items.length === 0 && (
        <span className="quiet">没有。多人可能申请同样的信息时，可以把答复改写后放到公开平台上（条例第四十四条）。</span>
      )}
      {isWriting && <PublishAnswerDialog view={view} answer={null} close={() => setWriting(false)} tell={setSaid} />}
      {items.map((answer) => (
        <OneAnswer key={answer.id} answer={answer} view={view} agencyId={agencyId} tell={setSaid} />
      ))}
    </Card>
  );
}

interface OneAnswerProps {
  readonly answer: PublishedAnswer;
  /** The case it comes from, where that is on the page: there it can be changed. */
  readonly view: CaseView | null;
  readonly agencyId: string;
  readonly tell: (lines: readonly string[]) => void;
}

/** A published answer with what can be done about it. */
export function OneAnswer({ answer, view, agencyId, tell }: OneAnswerProps) {
  const may = useMay();
  const [open, setOpen] = useState<"change" | "withdraw" | null>(null);
  const close = () => setOpen(null);
  const { question, answer: text, answeredOn, publishedAt, publishedBy, caseId } = answer;
  return (
    <article style={{ marginBlockEnd: 12 }}>
      <b>{question}</b>
      <p style={{ margin: "4px 0", whiteSpace: "pre-wrap", lineHeight: 1.8 }}>{text}</p>
      <div className="quiet">
        {dayText(answeredOn)}答复，{minuteText(publishedAt)}由{publishedBy}公开
      </div>
      {view === null && caseId !== null && <Link to={`/cases/${encodeURIComponent(caseId)}`}>打开案卷</Link>}
      <div className="page-actions" style={{ marginBlockStart: 4 }}>
        {view !== null && may("cases:approve") && (
          <Button size="small" aria-label={`修改：${question}`} onClick={() => setOpen("change")}>
            修改
          </Button>
        )}
        {may("items:withdraw") && (
          <Button size="small" aria-label={`撤回：${question}`} onClick={() => setOpen("withdraw")}>
            撤回……
          </Button>
        )}
      </div>
      {open === "change" && view !== null && <PublishAnswerDialog {...{ view, answer, close, tell }} />}
      {open === "withdraw" && <WithdrawAnswerDialog {...{ agencyId, answer, close, tell }} />}
    </article>
  );
}
