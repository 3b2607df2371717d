import { Card, Table } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";
import { cellLabel } from "./cell-label.js";

type Opening = ReplyOf<typeof reportRoutes.readOpening>;
type OpeningFigure = Opening["figures"][number];

interface OpeningFiguresProps {
  readonly format: string;
  readonly books: Pick<Opening, "figures" | "differences" | "year">;
}

/** The figures that last year's report hands on, to be held against the paper; beside them what the register says where that differs. */
export function OpeningFigures({ format, books: { figures, differences, year } }: OpeningFiguresProps) {
  const ledgerAt = ({ table, row, column }: OpeningFigure) =>
    differences.find((one) => one.table === table && one.row === row && one.column === column)?.ledger;
  return (
    <Card size="small" title={`${year}年报告交下来的数字`}>
      <Table<OpeningFigure>
        rowKey={({ table, row, column }) => `${table}/${row}/${column}`}
        size="small"
        pagination={false}
        dataSource={[...figures]}
        columns={[
          { title: "格", render: (_, figure) => cellLabel(format, figure) },
          { title: "上年报告", width: 110, align: "right", render: (_, { value }) => value ?? "空白" },
          {
            title: "台账",
            width: 110,
            align: "right",
            render: (_, figure) => ledgerAt(figure) ?? <span className="quiet">{figure.value === null ? "—" : "相同"}</span>,
          },
        ]}
      />
    </Card>
  );
}
