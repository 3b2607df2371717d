import { Table } from "antd";
import type { ReplyOf } from "../../api/define-route.js";
import { figureRoutes } from "../../api/figures.js";
import { call } from "../office/call.js";
import { useSession } from "../office/session.js";
import { forget } from "../office/use-call.js";
import { ImportDialog } from "./import-dialog.js";

type Imported = ReplyOf<typeof figureRoutes.importFigures>;
type Change = Imported["changes"][number];

/** Figures from a sheet: months down, kinds across, as 导出 gives it. */
export function FigureImport({ year }: { readonly year: number }) {
  const { agencyId } = useSession();
  return (
    <ImportDialog<Imported>
      label="导入"
      hint={`第一列“月份”（如 ${year}-03），其余每列一种数字，表头如“行政许可处理决定数量”“行政事业性收费金额（万元）”。可以先导出，照样填写后导入。`}
      read={(file, dryRun) => call(figureRoutes.importFigures, { params: { agencyId }, query: { dryRun }, file })}
      many={({ changes }) => changes.length}
      shown={({ changes }) => (
        <Table<Change>
          rowKey={({ row, column, month }) => `${row} ${column} ${month}`}
          size="small"
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          dataSource={[...changes]}
          columns={[
            { title: "数字", render: (_, { label }) => label },
            { title: "月份", width: 100, render: (_, { month }) => month },
            { title: "现在", width: 100, align: "end", render: (_, { before }) => before ?? "没有" },
            { title: "改为", width: 100, align: "end", render: (_, { after }) => after },
          ]}
        />
      )}
      done={() => forget(figureRoutes.listFigures)}
    />
  );
}
