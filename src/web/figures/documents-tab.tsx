import { Button, Empty, Input, Space, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import type { ReplyOf } from "../../api/define-route.js";
import { figureRoutes } from "../../api/figures.js";
import { dayText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf, call } from "../office/call.js";
import { newId } from "../office/new-id.js";
import { useMay, useSession } from "../office/session.js";
import { forget, useCall } from "../office/use-call.js";
import { DocumentForm } from "./document-form.js";
import { ImportDialog } from "./import-dialog.js";

type Documents = ReplyOf<typeof figureRoutes.listNormativeDocuments>;
export type NormativeDocument = Documents["documents"][number];
type Imported = ReplyOf<typeof figureRoutes.importNormativeDocuments>;
type Count = Documents["counts"][number];

export const KIND_LABELS: Readonly<Record<NormativeDocument["kind"], string>> = {
  rules: "规章",
  normative_docs: "行政规范性文件",
};

/** 规章和行政规范性文件 as stock and flow: 制发, 废止, 现行有效 are counted from the days of each (第二十条第一项). */
export function DocumentsTab({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  const mayWrite = useMay()("figures:write");
  const [edited, setEdited] = useState<{ readonly id: string; readonly document: NormativeDocument | null } | null>(null);
  const [text, setText] = useState("");
  const list = useCall(figureRoutes.listNormativeDocuments, { params: { agencyId }, query: { year } });
  const isWanted = ({ title, number }: NormativeDocument) => title.includes(text) || number.includes(text);
  return (
    <div className="stack">
      <Space wrap>
        {mayWrite && (
          <>
            <Button type="primary" onClick={() => setEdited({ id: newId(), document: null })}>
              登记一件
            </Button>
            <DocumentImport />
          </>
        )}
        <Button href={addressOf(figureRoutes.exportNormativeDocuments, { params: { agencyId }, query: { year } })}>
          导出 xlsx
        </Button>
        <Input.Search allowClear aria-label="查找文件" placeholder="标题或文号" onSearch={(value) => setText(value.trim())} />
      </Space>
      <Answer of={list}>
        {({ counts, documents }) => (
          <>
            <Counts year={year} counts={counts} />
            <Table<NormativeDocument>
              rowKey="documentId"
              size="small"
              dataSource={documents.filter(isWanted)}
              columns={columnsOf(year, mayWrite ? (document) => setEdited({ id: document.documentId, document }) : null)}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              scroll={{ x: 980 }}
              locale={{
                emptyText: (
                  <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有登记。登记后，表二第一部分自动数出。" />
                ),
              }}
            />
          </>
        )}
      </Answer>
      {edited !== null && (
        <DocumentForm key={edited.id} documentId={edited.id} document={edited.document} close={() => setEdited(null)} />
      )}
    </div>
  );
}

function Counts({ year, counts }: { readonly year: number; readonly counts: readonly Count[] }) {
  return (
    <Table<Count>
      rowKey="kind"
      size="small"
      bordered
      pagination={false}
      dataSource={[...counts]}
      style={{ maxInlineSize: 760 }}
      columns={[
        { title: "", width: 160, render: (_, { kind }) => KIND_LABELS[kind] },
        { title: `${year - 1}年底有效`, align: "end", render: (_, { before }) => before },
        { title: "本年制发", align: "end", render: (_, { made }) => made },
        { title: "本年废止", align: "end", render: (_, { repealed }) => repealed },
        { title: "现行有效", align: "end", render: (_, { valid }) => <b>{valid}</b> },
      ]}
    />
  );
}

function DocumentImport() {
  const { agencyId } = useSession();
  return (
    <ImportDialog<Imported>
      label="导入"
      hint="表头：类别（规章或规范性文件）、标题、文号、制发日期、公开日期、废止日期。可以先导出，照样填写后导入。"
      read={(file, dryRun) => call(figureRoutes.importNormativeDocuments, { params: { agencyId }, query: { dryRun }, file })}
      many={({ added, changed }) => added.length + changed.length}
      shown={({ added, changed }) => (
        <Table
          rowKey={({ title, number }) => `${title} ${number}`}
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          dataSource={[
            ...added.map((one) => ({ ...one, how: "新增" })),
            ...changed.map(({ after }) => ({ ...after, how: "改动" })),
          ]}
          columns={[
            { title: "", width: 64, render: (_, { how }) => how },
            { title: "标题", render: (_, { title }) => title },
            { title: "文号", width: 180, render: (_, { number }) => number },
            { title: "制发", width: 130, render: (_, { madeOn }) => dayText(madeOn) },
            { title: "废止", width: 130, render: (_, { repealedOn }) => dayText(repealedOn) },
          ]}
        />
      )}
      done={() => forget(figureRoutes.listNormativeDocuments)}
    />
  );
}

function columnsOf(year: number, edit: ((document: NormativeDocument) => void) | null): TableColumnsType<NormativeDocument> {
  return [
    { title: "类别", width: 130, render: (_, { kind }) => KIND_LABELS[kind] },
    {
      title: "标题",
      render: (_, document) =>
        edit === null ? (
          document.title
        ) : (
          <Button
            type="link"
            onClick={() => edit(document)}
            style={{ padding: 0, blockSize: "auto", whiteSpace: "normal", textAlign: "start" }}
          >
            {document.title}
          </Button>
        ),
    },
    { title: "文号", width: 180, render: (_, { number }) => number },
    { title: "制发", width: 130, render: (_, { madeOn }) => dayText(madeOn) },
    { title: "公开", width: 130, render: (_, { publishedOn }) => dayText(publishedOn) || <Tag color="warning">未公开</Tag> },
    {
      title: "状态",
      width: 170,
      render: (_, { repealedOn }) =>
        repealedOn !== null && repealedOn <= `${year}-12-31` ? (
          <Tag>{dayText(repealedOn)}废止</Tag>
        ) : (
          <Tag color="success">有效</Tag>
        ),
    },
  ];
}
