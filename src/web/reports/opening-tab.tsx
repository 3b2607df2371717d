import { Alert, Button, Card, Empty, Input, Space, Upload } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { reportRoutes } from "../../api/reports.js";
import { Answer } from "../office/answer.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { cellLabel } from "./cell-label.js";
import type { LiveReport } from "./report-page.js";

type Difference = LiveReport["differences"][number];
type Opening = ReplyOf<typeof reportRoutes.readOpening>;

const CHANGED = [
  reportRoutes.readOpening,
  reportRoutes.readReport,
  reportRoutes.readReportFindings,
  reportRoutes.readFreezing,
] as const;

/** What last year's report hands on, and where the register says something else: each difference is explained before freezing. */
export function OpeningTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const params = { agencyId, year: live.year };
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const opening = useCall(reportRoutes.readOpening, { params });
  const openWith = (file: File) =>
    send(async () => {
      await call(reportRoutes.openBooks, { params, file });
      await forget(...CHANGED);
    });
  return (
    <Answer of={opening}>
      {(books) => (
        <div className="stack" style={{ maxInlineSize: 900 }}>
          <Source books={books} year={live.year} />
          {books.warnings.map((warning) => (
            <Alert key={warning} type="warning" showIcon title={warning} />
          ))}
          {may("reports:write") && (
            <Space>
              <Upload
                showUploadList={false}
                beforeUpload={(file) => {
                  void openWith(file);
                  return false;
                }}
              >
                <Button loading={isSending}>用上年已公布的报告文件开账</Button>
              </Upload>
              <span className="quiet">docx、doc、wps、pdf、html、txt、xlsx 都可以；系统读出数字，您核对。</span>
            </Space>
          )}
          {failure !== null && <FailureNote failure={failure} />}
          {books.differences.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="上年报告与台账一致。" />
          ) : (
            books.differences.map((difference) => (
              <DifferenceCard
                key={`${difference.table}-${difference.row}-${difference.column}`}
                live={live}
                difference={difference}
              />
            ))
          )}
        </div>
      )}
    </Answer>
  );
}

function Source({ books: { kind, title, fileName, year }, year: own }: { readonly books: Opening; readonly year: number }) {
  if (kind === null) return <Alert type="info" showIcon title={`还没有开账：没有${own - 1}年的报告。上年结转取自台账。`} />;
  return (
    <Card size="small">
      以{year}年的报告开账：<b>{title}</b>
      {kind === "edition" ? "（本系统定稿）" : `（读自文件 ${fileName ?? ""}）`}
    </Card>
  );
}

function DifferenceCard({ live, difference }: { readonly live: LiveReport; readonly difference: Difference }) {
  const { agencyId } = useSession();
  const may = useMay();
  const { failure, isSending, send } = useSending();
  const [reason, setReason] = useState(difference.explanation ?? "");
  const { table, row, column, reported, ledger, printed } = difference;
  const save = () =>
    send(async () => {
      await call(reportRoutes.explainDifference, {
        params: { agencyId, year: live.year },
        body: { table, row, column, agencyId: difference.agencyId, reason },
      });
      await forget(...CHANGED);
    });
  return (
    <Card size="small">
      <b>{cellLabel(live.format, difference)}</b>
      <p style={{ margin: "6px 0" }}>
        上年报告为 {reported}，台账为 {ledger}；报告里印的是{printed === "reported" ? "上年报告的数" : "台账的数"}。
      </p>
      <Space.Compact style={{ inlineSize: "100%" }}>
        <Input
          value={reason}
          maxLength={2000}
          readOnly={!may("reports:write")}
          placeholder="为什么不一致（须说明后才能定稿）"
          aria-label="原因"
          onChange={({ target }) => setReason(target.value)}
        />
        <Button loading={isSending} disabled={!may("reports:write") || reason === (difference.explanation ?? "")} onClick={save}>
          保存
        </Button>
      </Space.Compact>
      {failure !== null && <FailureNote failure={failure} />}
    </Card>
  );
}
