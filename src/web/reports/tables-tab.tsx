import { Alert } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { reportRoutes } from "../../api/reports.js";
import type { CellAddress } from "../../report/format.js";
import { FORMATS } from "../../report/formats/index.js";
import { useSession } from "../office/session.js";
import { useCall } from "../office/use-call.js";
import { CellRecords } from "./cell-records.js";
import { findingsByPlace, placeKey } from "./finding-places.js";
import type { LiveReport } from "./report-page.js";
import { StatutoryTable } from "./statutory-table.js";

const MOST_DOUBTS = 5;
/** Doubts that are about a reconsideration or a lawsuit; all others are about a request. */
const OF_PROCEEDINGS: ReadonlySet<string> = new Set(["coDefendant", "noRoute", "notFiled"]);

/** The three tables of the form as they stand now; every figure opens the records behind it, findings stand at their cells. */
export function TablesTab({ live }: { readonly live: LiveReport }) {
  const { agencyId } = useSession();
  const checked = useCall(reportRoutes.readReportFindings, { params: { agencyId, year: live.year } });
  const [search] = useSearchParams();
  const findings = checked.data?.findings ?? [];
  const byPlace = findingsByPlace(findings);
  const sought = findings.find(({ fingerprint }) => fingerprint === search.get("finding"));
  const involved = new Set(sought?.related.map(placeKey));
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
          description={live.doubts.slice(0, MOST_DOUBTS).map((doubt) => (
            <div key={`${doubt.record}-${doubt.doubtId}`}>
              {doubt.message} <DoubtLink doubt={doubt} />
            </div>
          ))}
        />
      )}
      {Object.values(format.tables).map((table) => (
        <StatutoryTable key={table.id} table={table} cells={live.cells} findings={byPlace} involved={involved} open={setOpen} />
      ))}
      <p className="quiet">
        本年收到 {live.received.letters} 封申请，拆分为 {live.received.pieces} 件。点任何一个数字，看它由哪些记录数出。
      </p>
      {open !== null && <CellRecords year={live.year} address={open} formatId={live.format} close={() => setOpen(null)} />}
    </div>
  );
}

function DoubtLink({ doubt: { record, doubtId } }: { readonly doubt: LiveReport["doubts"][number] }) {
  const isProceeding = OF_PROCEEDINGS.has(doubtId);
  const address = `/${isProceeding ? "proceedings" : "cases"}/${encodeURIComponent(record)}`;
  return <Link to={address}>{isProceeding ? "看这件复议或者诉讼" : "看这件申请"}</Link>;
}

/** The cell the page was opened for: a record of the desk leads to where it counts. */
function addressIn(search: URLSearchParams, { cells }: LiveReport): CellAddress | null {
  const [table, row, column] = ["table", "row", "column"].map((name) => search.get(name));
  return cells.find((cell) => cell.table === table && cell.row === row && cell.column === column) ?? null;
}
