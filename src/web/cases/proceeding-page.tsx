import { Button, Card, Table, Tag } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { caseRoutes } from "../../api/cases.js";
import type { ReplyOf } from "../../api/define-route.js";
import { proceedingRoutes } from "../../api/proceedings.js";
import { PROCEEDING_TRANSITIONS } from "../../register/proceedings/index.js";
import { Told } from "../components/told.js";
import "./step-panel.css";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { type Correction, CorrectionDialog } from "./correction-dialog.js";
import { dayText } from "./day-text.js";
import { EventTimeline } from "./event-timeline.js";
import { ProceedingStepForm } from "./proceeding-step-form.js";
import { ReportPlaces } from "./report-places.js";

export type ProceedingView = ReplyOf<typeof proceedingRoutes.view>;

/** A reconsideration or lawsuit: the days it has to keep, what may be done, its story, and where it counts in table four. */
export function ProceedingPage() {
  const { agencyId } = useSession();
  const { proceedingId = "" } = useParams();
  const view = useCall(proceedingRoutes.view, { params: { agencyId, proceedingId } });
  return <Answer of={view}>{(one) => <WholeProceeding key={one.row.id} view={one} />}</Answer>;
}

function WholeProceeding({ view }: { readonly view: ProceedingView }) {
  const { row, reportCells, reportDoubts } = view;
  return (
    <>
      <PageHead
        title={row.number}
        windowTitle={`${row.kind.label} ${row.number}`}
        lead={
          <>
            <Tag>{row.kind.label}</Tag>
            {row.route !== null && <Tag>{row.route.label}</Tag>}
            <Tag>{row.result?.label ?? row.state.label}</Tag>
            {row.isCoDefendant && <Tag>共同被告</Tag>}
          </>
        }
        actions={<Link to="/proceedings">返回列表</Link>}
      />
      <div className="beside">
        <div className="stack">
          <Steps view={view} />
          <Story view={view} />
        </div>
        <div className="stack">
          <Deadlines view={view} />
          <Card title="案件" size="small">
            <dl className="facts">
              <dt>{row.kind.code === "litigation" ? "法院" : "复议机关"}</dt>
              <dd>{row.forum}</dd>
              <dt>提起日期</dt>
              <dd>{dayText(row.filedOn)}</dd>
              <dt>对应的申请</dt>
              <dd>
                {row.caseId !== null && row.caseNumber !== null ? (
                  <Link to={`/cases/${encodeURIComponent(row.caseId)}`}>{row.caseNumber}</Link>
                ) : (
                  "未关联"
                )}
              </dd>
              {row.reconsiderationId !== null && (
                <>
                  <dt>先前的复议</dt>
                  <dd>
                    <Link to={`/proceedings/${encodeURIComponent(row.reconsiderationId)}`}>查看</Link>
                  </dd>
                </>
              )}
            </dl>
          </Card>
          <ReportPlaces cells={reportCells} doubts={reportDoubts} />
        </div>
      </div>
    </>
  );
}

/** The story, with a way to correct each record for whoever may. */
function Story({ view }: { readonly view: ProceedingView }) {
  const { agencyId } = useSession();
  const [wrong, setWrong] = useState<ProceedingView["timeline"][number] | null>(null);
  const mayCorrect = view.steps.some(({ id, why, isAllowed }) => id === "correct-proceeding" && why === null && isAllowed);
  const correct = async ({ replacement, reason, eventId }: Correction) => {
    await call(proceedingRoutes.takeStep, {
      params: { agencyId, proceedingId: view.row.id },
      body: {
        ...{ eventId, transition: "correct-proceeding", version: view.row.version },
        input: { eventId: wrong?.id, replacement, reason },
      },
    });
    await forget(proceedingRoutes.view, proceedingRoutes.list, caseRoutes.view);
  };
  return (
    <>
      <EventTimeline timeline={view.timeline} correct={mayCorrect ? setWrong : null} />
      {wrong !== null && (
        <CorrectionDialog event={wrong} acts={PROCEEDING_TRANSITIONS} send={correct} close={() => setWrong(null)} />
      )}
    </>
  );
}

function Steps({ view }: { readonly view: ProceedingView }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const possible = view.steps.filter(({ why, isAllowed, id }) => why === null && isAllowed && id !== "correct-proceeding");
  const step = possible.find(({ id }) => id === chosen);
  return (
    <Card title="接下来办理" size="small">
      <div className="stack">
        {said.length > 0 && <Told key={said.join()} lines={said} close={() => setSaid([])} />}
        <div className="page-actions">
          {possible.map(({ id, label }) => (
            <Button
              key={id}
              type={id === chosen ? "primary" : "default"}
              aria-expanded={id === chosen}
              onClick={() => setChosen(id === chosen ? null : id)}
            >
              {label}
            </Button>
          ))}
          {possible.length === 0 && <span className="quiet">没有您可以办理的步骤。</span>}
        </div>
        {step !== undefined && (
          <ProceedingStepForm
            key={step.id}
            view={view}
            step={step}
            close={() => setChosen(null)}
            tell={(lines) => {
              setSaid(lines);
              setChosen(null);
            }}
          />
        )}
      </div>
    </Card>
  );
}

type Deadline = ProceedingView["deadlines"][number];

function Deadlines({ view: { deadlines } }: { readonly view: ProceedingView }) {
  return (
    <Card title="期限" size="small">
      {deadlines.length === 0 ? (
        <span className="quiet">登记收到答复通知或者应诉通知以后，答复、答辩的期限从那一天起算。</span>
      ) : (
        <Table<Deadline>
          rowKey="code"
          size="small"
          pagination={false}
          dataSource={[...deadlines]}
          columns={[
            { title: "事项", render: (_, { label, basis }) => <span title={basis}>{label}</span> },
            {
              title: "最后一日",
              render: (_, { due, isLate, isProvisional }) => (
                <>
                  {dayText(due)} {isProvisional && <Tag color="warning">暂定</Tag>}
                  {isLate && <Tag color="error">已过</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}
