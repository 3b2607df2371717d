import { Button, Card, Progress, Segmented, Space, Table, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import type { publishingRoutes } from "../../api/publishing.js";
import { disclosureItem } from "../../law/publication/disclosure-items.js";
import { dayText } from "../cases/day-text.js";

export type ImportReport = ReplyOf<(typeof publishingRoutes)["import-items"]>;
type Line = ImportReport["lines"][number];

const RESULTS: Readonly<Record<Line["result"], { readonly label: string; readonly color: string }>> = {
  ready: { label: "可以导入", color: "success" },
  doubtful: { label: "可以导入，请核对", color: "warning" },
  refused: { label: "不能导入", color: "error" },
  written: { label: "已导入", color: "success" },
  already: { label: "已经有了", color: "default" },
};
const ORDER = ["refused", "doubtful", "ready", "written", "already"] as const satisfies readonly Line["result"][];

interface ImportReportCardProps {
  readonly report: ImportReport;
  readonly isSending: boolean;
  readonly write: () => void;
}

/** What an import did, or would do, line by line; narrowed to one kind of result where there are many lines. */
export function ImportReportCard({ report, isSending, write }: ImportReportCardProps) {
  const { isDryRun, total, ready, written, lines } = report;
  const card = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Line["result"] | "all">("all");
  // What a trial gives stands below the fold of most screens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each report
  useEffect(() => {
    // Some browsers answer with a promise, which an effect must not pass on.
    card.current?.scrollIntoView({ block: "start", behavior: "smooth" });
    setShown("all");
  }, [report]);
  const kinds = ORDER.map((result) => ({ result, count: lines.filter((line) => line.result === result).length })).filter(
    ({ count }) => count > 0,
  );
  return (
    <Card ref={card} size="small" title={isDryRun ? "3　试算的结果（还没有写入）" : "导入的结果"}>
      <div className="stack" style={{ gap: 12 }}>
        <Space wrap>
          <Progress
            type="circle"
            size={36}
            percent={total === 0 ? 0 : Math.round(((isDryRun ? ready : written) / total) * 100)}
            showInfo={false}
            aria-label="比例"
          />
          <span role="status">
            共 {total} 件，{isDryRun ? `可以导入 ${ready} 件` : `已导入 ${written} 件`}。
          </span>
          {isDryRun && (
            <Button id="write-import" type="primary" disabled={ready === 0} loading={isSending} onClick={write}>
              写入 {ready} 件
            </Button>
          )}
          {!isDryRun && <Link to="/items">到列表里查看</Link>}
        </Space>
        {kinds.length > 1 && (
          <Segmented
            aria-label="只看"
            style={{ justifySelf: "start" }}
            value={shown}
            onChange={setShown}
            options={[
              { value: "all", label: `全部 ${total}` },
              ...kinds.map(({ result, count }) => ({ value: result, label: `${RESULTS[result].label} ${count}` })),
            ]}
          />
        )}
        <Lines lines={shown === "all" ? lines : lines.filter(({ result }) => result === shown)} />
      </div>
    </Card>
  );
}

function Lines({ lines }: Pick<ImportReport, "lines">) {
  return (
    <Table<Line>
      size="small"
      rowKey="place"
      dataSource={[...lines]}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 900 }}
      columns={[
        { title: "位置", width: 150, dataIndex: "place" },
        { title: "名称", render: (_, line) => <Title line={line} /> },
        { title: "索引号", width: 170, render: (_, { indexNumber }) => indexNumber ?? "" },
        { title: "生成", width: 130, render: (_, { content }) => dayText(content?.madeOn ?? null) },
        { title: "发布", width: 130, render: (_, { publishedOn }) => dayText(publishedOn) },
        { title: "结果", width: 280, render: (_, line) => <Result line={line} /> },
      ]}
    />
  );
}

function Title({ line: { title, itemId, content } }: { readonly line: Line }) {
  const item = content?.disclosureItem == null ? null : disclosureItem(content.disclosureItem);
  return (
    <>
      {itemId === null ? title : <Link to={`/items/${encodeURIComponent(itemId)}`}>{title}</Link>}
      {content?.documentNumber != null && <div className="quiet">{content.documentNumber}</div>}
      {item !== null && <div className="quiet">{item.shortName}</div>}
    </>
  );
}

function Result({ line: { result, notes } }: { readonly line: Line }) {
  return (
    <>
      <Tag color={RESULTS[result].color}>{RESULTS[result].label}</Tag>
      {notes.map((note) => (
        <div key={note} className="quiet" style={{ fontSize: 13 }}>
          {note}
        </div>
      ))}
    </>
  );
}
