import { Alert, Select, Table } from "antd";
import type { BodyOf, ReplyOf } from "../../api/define-route.js";
import type { publishingRoutes } from "../../api/publishing.js";

export type ImportReading = ReplyOf<(typeof publishingRoutes)["read-import"]>;
export type ImportMapping = NonNullable<BodyOf<(typeof publishingRoutes)["import-items"]>["mapping"]>;

const COLUMNS: readonly (readonly [keyof ImportMapping, string])[] = [
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

/** Where no column could be told: a person says which is which, the title first. */
export const EMPTY_MAPPING: ImportMapping = {
  ...{ title: "", indexNumber: null, summary: null, documentNumber: null, madeOn: null, publishedOn: null, theme: null },
  ...{ genre: null, disclosureItem: null, validity: null, repealedOn: null, documentKind: null, address: null, text: null },
};

interface ImportMappingFieldsProps {
  readonly reading: ImportReading;
  readonly mapping: ImportMapping;
  readonly change: (mapping: ImportMapping) => void;
}

/** Which column of the table holds what, with what stands in it first; columns that are not taken are named. */
export function ImportMappingFields({ reading: { head, rows, total }, mapping, change }: ImportMappingFieldsProps) {
  const used = new Set(Object.values(mapping));
  const unused = head.filter((column) => !used.has(column));
  return (
    <>
      <span>共 {total} 行。下面是按表头建议的对应关系，请核对：</span>
      {mapping.title === "" && <Alert type="warning" showIcon title="没有认出哪一列是名称，请选择。" />}
      <Table
        size="small"
        rowKey="field"
        pagination={false}
        style={{ maxInlineSize: 820 }}
        scroll={{ x: 560 }}
        dataSource={COLUMNS.map(([field, label]) => ({ field, label }))}
        columns={[
          { title: "信息的", dataIndex: "label", width: 170 },
          {
            title: "取自表格的列",
            width: 260,
            render: (_, { field, label }) => (
              <Select
                id={`import-${field}`}
                size="small"
                aria-label={`${label}取自哪一列`}
                allowClear={field !== "title"}
                showSearch={{ optionFilterProp: "label" }}
                placeholder={field === "title" ? "请选择" : "不导入"}
                style={{ inlineSize: "100%" }}
                value={mapping[field] === "" ? null : mapping[field]}
                onChange={(column: string | null | undefined) => change({ ...mapping, [field]: column ?? null })}
                options={head.map((one) => ({ value: one, label: one }))}
              />
            ),
          },
          {
            title: "列里的内容",
            render: (_, { field }) => <span className="quiet">{exampleOf(mapping[field], head, rows)}</span>,
          },
        ]}
      />
      {unused.length > 0 && <span className="quiet">没有用到的列：{unused.join("、")}。</span>}
    </>
  );
}

/** What stands in a column first: the first row may have nothing there. */
function exampleOf(column: string | null, head: ImportReading["head"], rows: ImportReading["rows"]): string {
  const at = column === null ? -1 : head.indexOf(column);
  return (rows.map((row) => row[at] ?? "").find((text) => text !== "") ?? "").slice(0, 60);
}
