import { Card } from "antd";
import { Link } from "react-router";
import type { CaseView } from "./case-page.js";

interface ReportPlacesProps {
  readonly cells: CaseView["reportCells"];
  readonly doubts: readonly string[];
}

/** The cells of the annual report in which a record counts, each a way to the table. */
export function ReportPlaces({ cells, doubts }: ReportPlacesProps) {
  return (
    <Card title="计入年度报告" size="small">
      {cells.length === 0 && (
        <p className="quiet" style={{ margin: 0 }}>
          现在还不计入任何一格。
        </p>
      )}
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {cells.map(({ year, label, table, row, column }) => (
          <li key={`${year}-${table}-${row}-${column}`}>
            <Link to={`/reports/${year}?${new URLSearchParams({ tab: "tables", table, row, column })}`}>
              {year}年　{label}
            </Link>
          </li>
        ))}
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </Card>
  );
}
