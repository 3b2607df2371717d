import { Alert } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { reportRoutes } from "../../api/reports.js";
import type { CellAddress } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { CellRecords } from "./cell-records.js";
import type { LiveReport } from "./report-page.js";
import { StatutoryTable } from "./statutory-table.js";

/** The three tables of the form as they stand now; every figure opens the records behind it, findings stand at their cells. */
export function TablesTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const findings = useCall(reportRoutes.readReportFindings, { params: { agencyId, year: live.year } });
  const [search] = useSearchParams();
  const [open, setOpen] = useState<CellAddress | null>(() => addressIn(search, live));
  const format = FORMATS.find(({ id }) => id === live.format);
  if (format === undefined) return null;
  return (
    <div className="stack">
      {live.doubts.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={`有 ${live.doubts.length} 件记录没有计入或者需要看一看`}
          description={live.doubts.slice(0, 5).map(({ record, message }) => <div key={`${record}-${message}`}>{message}</div>)}
        />
      )}
      {Object.values(format.tables).map((table) => (
        <StatutoryTable key={table.id} table={table} cells={live.cells} findings={findings.data?.findings ?? []} open={setOpen} />
      ))}
      <p className="quiet">
        本年收到 {live.received.letters} 封申请，拆分为 {live.received.pieces} 件。点任何一个数字，看它由哪些记录数出。
      </p>
      {open !== null && <CellRecords year={live.year} address={open} close={() => setOpen(null)} />}
    </div>
  );
}

/** The cell the page was opened for: a record of the desk leads to where it counts. */
function addressIn(search: URLSearchParams, { cells }: LiveReport): CellAddress | null {
  const [table, row, column] = ["table", "row", "column"].map((name) => search.get(name));
  return cells.find((cell) => cell.table === table && cell.row === row && cell.column === column) ?? null;
}
