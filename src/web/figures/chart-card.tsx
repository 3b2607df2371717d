import { Button, Card, Empty, Table } from "antd";
import type { ReactNode } from "react";
import { Chart, type ChartData } from "./chart.js";

/** A table with more is pushed sideways where it must be; one with fewer breaks its long names, so that the numbers stay in sight. */
const MOST_COLUMNS = 3;
const NUMBER_WIDTH = 96;

export type TableCell = string | number | null;

interface ChartCardProps {
  readonly title: string;
  /** One sentence: what is counted, and how. */
  readonly note?: ReactNode;
  readonly chart: ChartData | null;
  readonly height?: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly empty?: string;
}

/** A picture with its table beside it, and the table to take away. */
export function ChartCard({ title, note, chart, height, head, rows, empty = "这一年还没有。" }: ChartCardProps) {
  return (
    <Card
      size="small"
      title={title}
      extra={
        <Button size="small" disabled={rows.length === 0} onClick={() => saveTable(title, [head, ...rows])}>
          下载表格
        </Button>
      }
    >
      {note !== undefined && <p style={{ margin: "0 0 12px", color: "var(--muted)" }}>{note}</p>}
      {rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : (
        <div className={chart === null ? undefined : "chart-card"}>
          {chart !== null && <Chart data={chart} label={`${title}，数字见表格`} {...(height !== undefined && { height })} />}
          <Table<readonly TableCell[]>
            rowKey={(row) => String(row[0])}
            size="small"
            pagination={false}
            dataSource={[...rows]}
            scroll={{
              ...(head.length > MOST_COLUMNS && { x: "max-content" }),
              ...(chart !== null && { y: (height ?? 260) - 40 }),
            }}
            columns={head.map((name, at) => ({
              title: name,
              key: name,
              ...(at > 0 && head.length <= MOST_COLUMNS && { width: NUMBER_WIDTH }),
              align: at === 0 ? ("start" as const) : ("end" as const), // what the type of the library asks for
              render: (_: unknown, row: readonly TableCell[]) => row[at] ?? "",
            }))}
          />
        </div>
      )}
    </Card>
  );
}

/** A csv file that spreadsheets open in Chinese; a text that would be a formula is not one. */
function saveTable(title: string, rows: readonly (readonly TableCell[])[]): void {
  const cell = (value: TableCell | undefined): string => {
    const text = value === null || value === undefined ? "" : String(value);
    const plain = typeof value === "string" && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
    return `"${plain.replaceAll('"', '""')}"`;
  };
  const link = document.createElement("a");
  const text = `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
