import { Table } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";
import { cellLabel } from "./cell-label.js";
import { type RecordBehind, RecordLink } from "./record-link.js";

export type CellDifference = NonNullable<ReplyOf<typeof reportRoutes.readFreezing>["differences"]>[number];

interface DifferenceTableProps {
  readonly format: string;
  readonly differences: readonly CellDifference[];
  /** Records that can be named; of the others only how many they are is said. */
  readonly records: readonly RecordBehind[];
}

const MOST_NAMED = 5;

/** The cells two editions differ in, each with the records that came and went: which figures change, and why. */
export function DifferenceTable({ format, differences, records }: DifferenceTableProps) {
  const known = new Map(records.map((record) => [record.id, record]));
  return (
    <Table<CellDifference>
      size="small"
      rowKey={({ table, row, column }) => `${table}/${row}/${column}`}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={[...differences]}
      columns={[
        { title: "与上一版不同的格", render: (_, one) => cellLabel(format, one) },
        { title: "上一版", width: 90, render: (_, { before }) => valueText(before) },
        { title: "现在", width: 90, render: (_, { after }) => valueText(after) },
        {
          title: "因为",
          width: 250,
          render: (_, { added, removed }) => (
            <>
              <Moved label="多了" ids={added} known={known} />
              <Moved label="少了" ids={removed} known={known} />
            </>
          ),
        },
      ]}
    />
  );
}

interface MovedProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly known: ReadonlyMap<string, RecordBehind>;
}

function Moved({ label, ids, known }: MovedProps) {
  if (ids.length === 0) return null;
  const named = ids.flatMap((id) => known.get(id) ?? []).slice(0, MOST_NAMED);
  return (
    <div>
      {label}
      {named.map((record, at) => (
        <span key={record.id}>
          {at === 0 ? " " : "、"}
          <RecordLink record={record} />
        </span>
      ))}
      {named.length < ids.length && ` ${named.length > 0 ? "等 " : ""}${ids.length} 条记录`}
    </div>
  );
}

function valueText(value: CellDifference["before"]): string {
  if (value === null) return "—";
  return value.kind === "number" ? String(value.value) : value.kind === "text" ? value.text : "空白";
}
