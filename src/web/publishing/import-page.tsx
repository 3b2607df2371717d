import { Alert, Button, Card, Progress, Radio, Select, Space, Table, Tag, Upload } from "antd";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { dayText } from "../cases/day-text.js";
import { call } from "../office/call.js";
import { FailureNote } from "../office/failure-note.js";
import { PageHead } from "../office/page-head.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { useSending } from "../office/use-sending.js";
import { zipOf } from "./zip-of-files.js";

type Reading = ReplyOf<(typeof publishingRoutes)["read-import"]>;
type Report = ReplyOf<(typeof publishingRoutes)["import-items"]>;
type Line = Report["lines"][number];
type Mapping = NonNullable<BodyOf<(typeof publishingRoutes)["import-items"]>["mapping"]>;
type As = BodyOf<(typeof publishingRoutes)["import-items"]>["as"];

/** Import of what a former site showed, or of a folder of documents: read, tried, and only then written. */
export function ImportPage() {
  const { agencyId } = useSession();
  const params = { agencyId };
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [as, setAs] = useState<As>("published");
  const [report, setReport] = useState<Report | null>(null);
  const { failure, isSending, send } = useSending();
  const take = (given: () => Promise<File>) =>
    send(async () => {
      setReport(null);
      setReading(null);
      const stored = await call(publishingRoutes["store-item-attachment"], { params, file: await given() });
      setFile(stored);
      const read = await call(publishingRoutes["read-import"], { params, body: { attachmentId: stored.id } });
      setReading(read);
      setMapping(read.mapping);
    });
  const run = (isDryRun: boolean) =>
    send(async () => {
      if (file === null) return;
      const body = { attachmentId: file.id, mapping: reading?.kind === "table" ? mapping : null, as, isDryRun };
      setReport(await call(publishingRoutes["import-items"], { params, body }));
      if (!isDryRun) await forget(publishingRoutes["list-items"], publishingRoutes["read-catalogue"]);
    });
  const change = (next: Mapping) => {
    setMapping(next);
    setReport(null);
  };
  return (
    <>
      <PageHead
        title="导入信息"
        lead="先试算，每一行都说明能否导入和理由；您看过以后再写入。重复导入不会产生两份。"
        actions={<Link to="/items">返回列表</Link>}
      />
      <div className="stack">
        <Card size="small" title="1　选择文件">
          <Space wrap>
            <Upload
              accept=".xlsx,.csv,.zip"
              showUploadList={false}
              beforeUpload={(one) => {
                void take(async () => one);
                return false;
              }}
            >
              <Button loading={isSending && reading === null}>表格（xlsx、csv）或者压缩包（zip）</Button>
            </Upload>
            <Upload
              directory
              showUploadList={false}
              beforeUpload={(one, all) => {
                // The dialog gives every file in turn; they go as one package.
                if (one === all[0]) void take(() => zipOf(all));
                return false;
              }}
            >
              <Button disabled={isSending}>一个文件夹（docx、pdf 等）</Button>
            </Upload>
            {file !== null && <span className="quiet">{file.name}</span>}
          </Space>
        </Card>
        {failure !== null && <FailureNote failure={failure} />}
        {reading !== null && (
          <Card size="small" title="2　核对">
            <div className="stack" style={{ gap: 12 }}>
              {reading.kind === "folder" ? (
                <span>压缩包里有 {reading.total} 个文件。标题、文号、成文日期和落款从文件里读出。</span>
              ) : (
                mapping !== null && <MappingFields reading={reading} mapping={mapping} change={change} />
              )}
              {reading.kind === "table" && mapping === null && (
                <Alert type="warning" showIcon title="没有认出哪一列是名称，请看第一行是不是表头。" />
              )}
              <Radio.Group
                aria-label="导入为"
                value={as}
                onChange={({ target }) => {
                  setAs(target.value === "draft" ? "draft" : "published");
                  setReport(null);
                }}
                options={[
                  { value: "published", label: "原网站已经公开的：保留原索引号和发布日期，立即出现在门户上" },
                  { value: "draft", label: "草稿：经审核后再公开" },
                ]}
                style={{ display: "grid", gap: 4 }}
              />
              <Button
                type={report === null ? "primary" : "default"}
                loading={isSending}
                disabled={reading.kind === "table" && mapping === null}
                onClick={() => run(true)}
                style={{ justifySelf: "start", alignSelf: "start" }}
              >
                试算
              </Button>
            </div>
          </Card>
        )}
        {report !== null && <ReportCard report={report} isSending={isSending} write={() => run(false)} />}
      </div>
    </>
  );
}

const COLUMNS: readonly (readonly [keyof Mapping, string])[] = [
  ["title", "名称"],
  ["indexNumber", "索引号"],
  ["summary", "内容概述"],
  ["documentNumber", "文号"],
  ["madeOn", "生成日期"],
  ["publishedOn", "发布日期"],
  ["theme", "主题分类"],
  ["genre", "体裁"],
  ["disclosureItem", "法定事项"],
  ["validity", "有效性"],
  ["repealedOn", "废止日期"],
  ["documentKind", "规章或者规范性文件"],
  ["address", "原网址"],
  ["text", "正文"],
];

interface MappingFieldsProps {
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
}

function MappingFields({ reading: { head, rows, total }, mapping, change }: MappingFieldsProps) {
  const example = (column: string | null) => (column === null ? "" : (rows[0]?.[head.indexOf(column)] ?? ""));
  return (
    <>
      <span>共 {total} 行。下面是按表头建议的对应关系，请核对：</span>
      <Table
        size="small"
        rowKey="field"
        pagination={false}
        style={{ maxInlineSize: 820 }}
        dataSource={COLUMNS.map(([field, label]) => ({ field, label }))}
        columns={[
          { title: "信息的", dataIndex: "label", width: 170 },
          {
            title: "取自表格的列",
            width: 260,
            render: (_, { field, label }) => (
              <Select
                size="small"
                aria-label={`${label}取自哪一列`}
                allowClear={field !== "title"}
                placeholder="不导入"
                style={{ inlineSize: "100%" }}
                value={mapping[field]}
                onChange={(column: string | undefined) => change({ ...mapping, [field]: column ?? null })}
                options={head.filter((one) => one !== "").map((one) => ({ value: one, label: one }))}
              />
            ),
          },
          {
            title: "第一行的内容",
            render: (_, { field }) => <span className="quiet">{example(mapping[field]).slice(0, 60)}</span>,
          },
        ]}
      />
    </>
  );
}

const RESULTS: Readonly<Record<Line["result"], { readonly label: string; readonly color: string }>> = {
  ready: { label: "可以导入", color: "success" },
  doubtful: { label: "可以导入，请核对", color: "warning" },
  refused: { label: "不能导入", color: "error" },
  written: { label: "已导入", color: "success" },
  already: { label: "已经有了", color: "default" },
};

interface ReportCardProps {
  readonly report: Report;
  readonly isSending: boolean;
  readonly write: () => void;
}

function ReportCard({ report, isSending, write }: ReportCardProps) {
  const { isDryRun, total, ready, written, lines } = report;
  const card = useRef<HTMLDivElement>(null);
  // What a trial gives stands below the fold of most screens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each report
  useEffect(() => card.current?.scrollIntoView({ block: "start", behavior: "smooth" }), [report]);
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
          <span>
            共 {total} 件，{isDryRun ? `可以导入 ${ready} 件` : `已导入 ${written} 件`}。
          </span>
          {isDryRun && (
            <Button type="primary" disabled={ready === 0} loading={isSending} onClick={write}>
              写入 {ready} 件
            </Button>
          )}
        </Space>
        <Table<Line>
          size="small"
          rowKey="place"
          dataSource={[...lines]}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          scroll={{ x: 900 }}
          columns={[
            { title: "位置", width: 150, dataIndex: "place" },
            {
              title: "名称",
              render: (_, { title, itemId, content }) => (
                <>
                  {itemId === null ? title : <Link to={`/items/${encodeURIComponent(itemId)}`}>{title}</Link>}
                  {content?.documentNumber != null && <div className="quiet">{content.documentNumber}</div>}
                </>
              ),
            },
            { title: "索引号", width: 150, render: (_, { indexNumber }) => indexNumber ?? "" },
            { title: "发布", width: 130, render: (_, { publishedOn }) => dayText(publishedOn) },
            {
              title: "结果",
              width: 280,
              render: (_, { result, notes }) => (
                <>
                  <Tag color={RESULTS[result].color}>{RESULTS[result].label}</Tag>
                  {notes.map((note) => (
                    <div key={note} className="quiet" style={{ fontSize: 13 }}>
                      {note}
                    </div>
                  ))}
                </>
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
