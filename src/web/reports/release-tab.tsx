import { Alert, Button, Card, Input, Modal, Space, Steps, Table, Tag } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { minuteText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { cellLabel } from "./cell-label.js";
import type { LiveReport } from "./report-page.js";

type Edition = LiveReport["editions"][number];
type Freezing = ReplyOf<typeof reportRoutes.readFreezing>;
type Form = "docx" | "pdf" | "html" | "xlsx" | "txt" | "json" | "csv";

const CHANGED = [reportRoutes.readReport, reportRoutes.readFreezing, reportRoutes.listReports] as const;

/** Freeze, release, correct: what is still in the way, and every edition with its files. */
export function ReleaseTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const freezing = useCall(reportRoutes.readFreezing, { params: { agencyId, year: live.year } });
  return (
    <Answer of={freezing}>
      {(state) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <Steps
            size="small"
            current={live.editions.length === 0 ? 0 : live.editions.at(-1)?.release === null ? 1 : 3}
            items={[{ title: "定稿" }, { title: "发布：写出文件并读回核对" }, { title: "已在门户公布" }]}
          />
          <FreezeCard live={live} state={state} />
          {live.editions.toReversed().map((edition) => (
            <EditionCard key={edition.edition} edition={edition} />
          ))}
        </div>
      )}
    </Answer>
  );
}

function FreezeCard({ live, state }: { readonly live: LiveReport; readonly state: Freezing }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState("");
  const [isAsking, setAsking] = useState(false);
  const isCorrection = state.nextEdition > 1;
  const freeze = () =>
    send(async () => {
      await call(reportRoutes.freezeReport, {
        params: { agencyId, year: live.year },
        body: { after: state.nextEdition - 1, reason: isCorrection ? reason : null },
      });
      await forget(...CHANGED);
      setAsking(false);
    });
  const label = isCorrection ? `更正为第 ${state.nextEdition} 版` : "定稿";
  return (
    <Card size="small" title={label}>
      <div className="stack">
        {state.refusals.map(({ refusalId, message }) => (
          <Alert key={`${refusalId}-${message}`} type="warning" showIcon title={message} />
        ))}
        {state.differences !== null && state.differences.length > 0 && (
          <Table
            size="small"
            rowKey={({ table, row, column }) => `${table}/${row}/${column}`}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            dataSource={[...state.differences]}
            columns={[
              { title: "与上一版不同的格", render: (_, one) => cellLabel(live.format, one) },
              { title: "上一版", width: 100, render: (_, { before }) => valueText(before) },
              { title: "现在", width: 100, render: (_, { after }) => valueText(after) },
            ]}
          />
        )}
        {may("reports:freeze") ? (
          <Button
            type="primary"
            disabled={!state.mayFreeze && !isOnlyReasonMissing(state)}
            onClick={() => setAsking(true)}
            style={{ alignSelf: "start" }}
          >
            {label}
          </Button>
        ) : (
          <span className="quiet">由政府信息公开工作机构负责人定稿。</span>
        )}
      </div>
      <Modal
        open={isAsking}
        title={label}
        okText={label}
        okButtonProps={{ loading: isSending, disabled: isCorrection && reason.trim() === "" }}
        onOk={freeze}
        onCancel={() => setAsking(false)}
      >
        <p>定稿以后，这一版的数字和文字不能再改；以后的更正是新的一版，旧的一版仍然可以查到。</p>
        {isCorrection && (
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2 }}
            value={reason}
            placeholder="为什么更正（会公布）"
            aria-label="更正理由"
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        {failure !== null && <FailureNote failure={failure} />}
      </Modal>
    </Card>
  );
}

/** The reason of a correction is asked in the dialog: only what is in its way besides keeps it shut. */
function isOnlyReasonMissing({ refusals }: Freezing): boolean {
  return refusals.every(({ refusalId }) => refusalId === "noCorrectionReason");
}

function valueText(value: { readonly kind: string; readonly value?: number; readonly text?: string } | null): string {
  if (value === null) return "—";
  return value.kind === "number" ? String(value.value) : value.kind === "text" ? (value.text ?? "") : "空白";
}

function EditionCard({ edition }: { readonly edition: Edition }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const { year, edition: number, frozenAt, frozenBy, contentHash, reason, release } = edition;
  const publish = () =>
    send(async () => {
      await call(reportRoutes.releaseReport, { params: { agencyId, year, edition: number } });
      await forget(...CHANGED);
    });
  return (
    <Card size="small" title={`第 ${number} 版`} extra={release === null ? <Tag>未发布</Tag> : <Tag color="success">已发布</Tag>}>
      <p style={{ margin: 0 }}>
        {frozenBy}，{minuteText(frozenAt)}定稿{reason === null ? "" : `；更正理由：${reason}`}
      </p>
      <p className="quiet" style={{ margin: "2px 0 8px" }}>
        内容散列 {contentHash.slice(0, 16)}……
      </p>
      {release === null ? (
        may("reports:freeze") && (
          <Button type="primary" loading={isSending} onClick={publish}>
            发布
          </Button>
        )
      ) : (
        <Space wrap>
          {release.files.map(({ format, name }) => (
            <a
              key={format}
              href={addressOf(reportRoutes.readReportFile, {
                params: { agencyId, year, edition: number, format: format as Form },
              })}
              download={name} /* a form the route names */
            >
              {format}
            </a>
          ))}
          <span className="quiet">{minuteText(release.releasedAt)}发布；各文件已读回核对</span>
        </Space>
      )}
      {release?.missing && <Alert type="warning" title={release.missing} />}
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
