import { Button, Drawer, Empty, Table } from "antd";
import { listExportRoutes } from "../../api/list-exports.js";
import { reportRoutes } from "../../api/reports.js";
import type { CellAddress } from "../../report/format.js";
import { dayText } from "../cases/day-text.js";
import { Answer } from "../office/answer.js";
import { addressOf } from "../office/call.js";
import { PageTurner, useListPages } from "../office/list-pages.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { cellLabel } from "./cell-label.js";
import { type RecordBehind, RecordLink } from "./record-link.js";

interface CellRecordsProps {
  readonly year: number;
  readonly address: CellAddress;
  /** Of the form the report is in. */
  readonly formatId: string;
  readonly close: () => void;
}

/** The records a figure was counted from, each with a way to it. */
export function CellRecords({ year, address, formatId, close }: CellRecordsProps) {
  const { agencyId } = useSession();
  const pages = useListPages();
  const behind = useCall(reportRoutes.readReportCell, {
    params: { agencyId, year, ...address },
    query: pages.asked,
  });
  return (
    <Drawer open onClose={close} size={640} title={cellLabel(formatId, address)}>
      <Answer of={behind}>
        {({ cell, records, next }) => (
          <div className="stack">
            <Button
              style={{ alignSelf: "start" }}
              href={addressOf(listExportRoutes.exportReportCell, { params: { agencyId, year, ...address } })}
            >
              导出
            </Button>
            <p style={{ margin: 0 }}>
              {cell.value === null ? (cell.blank ?? "未填") : `${cell.value}${cell.unit ?? ""}`}
              {cell.records !== null && <span className="quiet">，由下列 {cell.records} 条记录数出</span>}
            </p>
            <Table<RecordBehind>
              rowKey="id"
              size="small"
              pagination={false}
              dataSource={[...records]}
              locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有记录。" /> }}
              columns={[
                { title: "编号", width: 170, render: (_, one) => <RecordLink record={one} /> },
                { title: "内容", render: (_, { title }) => title },
                { title: "日期", width: 130, render: (_, { on }) => dayText(on) },
              ]}
            />
            <PageTurner pages={pages} next={next} />
          </div>
        )}
      </Answer>
    </Drawer>
  );
}
