import { Link } from "react-router";
import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";

export type RecordBehind = ReplyOf<typeof reportRoutes.readReportCell>["records"][number];

/** The way from a figure to a record it was counted from. */
export function RecordLink({ record: { id, kind, number } }: { readonly record: Pick<RecordBehind, "id" | "kind" | "number"> }) {
  const label = number === "" ? id : number;
  switch (kind) {
    case "request":
      return <Link to={`/cases/${encodeURIComponent(id)}`}>{label}</Link>;
    case "proceeding":
      return <Link to={`/proceedings/${encodeURIComponent(id)}`}>{label}</Link>;
    case "document":
    case "figure":
      return <Link to="/counts">{label}</Link>;
    default:
      return kind satisfies never;
  }
}
