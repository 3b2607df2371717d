import { Alert, Button, Card, Skeleton, Tag } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { letterDraftRoutes } from "../../api/letter-drafts.js";
import { letterRoutes } from "../../api/letters.js";
import { DerivationCalendar } from "../components/derivation-calendar.js";
import { Answer } from "../office/answer.js";
import { PageHead } from "../office/page-head.js";
import { useMay, useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { CaseAttachments } from "./case-attachments.js";
import { CaseLetters } from "./case-letters.js";
import { CaseStory } from "./case-story.js";
import { dayText } from "./day-text.js";
import { CaseAnswers } from "./published-answers.js";
import { RelatedCases } from "./related-cases.js";
import { ReportPlaces } from "./report-places.js";
import { RequesterCard } from "./requester-card.js";
import { SplitDialog } from "./split-dialog.js";
import { StepPanel } from "./step-panel.js";
import { UrgencyTag } from "./urgency-tag.js";

export type CaseView = ReplyOf<typeof caseRoutes.view>;

/** A case: what it is, by when and why, what may be done now, what was done, and everything that belongs to it. */
export function CasePage() {
  const { caseId = "" } = useParams();
  return <OneCase key={caseId} caseId={caseId} />;
}

/** Asks for the case and its letters at the same time and shows them together, so that nothing moves when the letters come. */
function OneCase({ caseId }: { readonly caseId: string }) {
  const { agencyId } = useSession();
  const may = useMay();
  const params = { agencyId, caseId };
  const view = useCall(caseRoutes.view, { params });
  const issued = useCall(letterRoutes.list, { params });
  const possible = useCall(letterRoutes.possible, { params }, may("cases:handle"));
  const drafts = useCall(letterDraftRoutes.ofCase, { params }, may("cases:handle"));
  if (view.error === null && (issued.isLoading || possible.isLoading || drafts.isLoading))
    return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Answer of={view}>{(one) => <WholeCase view={one} />}</Answer>;
}

function WholeCase({ view }: { readonly view: CaseView }) {
  const { row, flags, reportCells, reportDoubts } = view;
  const [isSplitting, setSplitting] = useState(false);
  return (
    <>
      <PageHead
        title={row.number}
        windowTitle={`案卷 ${row.number}`}
        lead={
          <>
            <Tag>{row.state.label}</Tag>
            <UrgencyTag row={row} />
            {row.outcome !== null && <Tag>{row.outcome.label}</Tag>}
            {view.isImported && <Tag>纸质年份补录</Tag>}
          </>
        }
        actions={<Link to="/cases">返回台账</Link>}
      />
      {isSplitting && <SplitDialog view={view} close={() => setSplitting(false)} />}
      <div className="beside">
        <div className="stack">
          {flags.length > 0 && <Alert type="warning" showIcon title={<Lines lines={flags} />} />}
          <Card
            title="申请内容"
            size="small"
            extra={
              view.mayHandle &&
              row.isOpen && (
                <Button type="link" size="small" onClick={() => setSplitting(true)}>
                  拆分为多件
                </Button>
              )
            }
          >
            <p style={{ margin: 0, whiteSpace: "pre-wrap", fontSize: 16, lineHeight: 1.8 }}>{row.description}</p>
            <p className="quiet" style={{ marginBlockEnd: 0 }}>
              {row.channel.label}，{dayText(row.arrivedOn)}到达；希望以{view.wantedForm.medium.label}、
              {view.wantedForm.delivery.label}方式取得
            </p>
          </Card>
          <StepPanel view={view} />
          <CaseLetters view={view} />
          <CaseStory view={view} />
        </div>
        <div className="stack">
          <DeadlineCard view={view} />
          <RequesterCard view={view} />
          <CaseAttachments view={view} />
          <ReportPlaces cells={reportCells} doubts={reportDoubts} />
          <RelatedCases view={view} />
          <CaseAnswers view={view} />
        </div>
      </div>
    </>
  );
}

function DeadlineCard({ view: { deadline, row, today } }: { readonly view: CaseView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title="答复期限"
      size="small"
      extra={
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "收起" : "怎样算出"}
        </Button>
      }
    >
      <div style={{ fontSize: 22, fontWeight: 600 }}>
        {deadline.due === null ? (deadline.receivedOn === null ? "尚未起算" : "停止计算") : dayText(deadline.due)}
        {deadline.isProvisional && <Tag color="warning">暂定</Tag>}
      </div>
      <div className="quiet">
        {deadline.state} {row.isOpen && row.urgency !== "stopped" && <UrgencyTag row={row} />}
      </div>
      {isOpen && (
        <div style={{ marginBlockStart: 12 }}>
          <DerivationCalendar spans={deadline.spans} due={deadline.due} today={today} sentences={deadline.sentences} />
        </div>
      )}
    </Card>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
