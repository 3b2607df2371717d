import type { Report } from "../../src/report/report.js";
import { buildReport, type ReportSpec, type TableSpec } from "./report.js";

/** A report whose section one says some sentences under the heading 依申请公开, beside the given cells of its tables. */
export function toldReport(
  sentences: string | readonly string[],
  tables: { readonly requests?: TableSpec; readonly review_litigation?: TableSpec; readonly proactive?: TableSpec } = {},
  spec: ReportSpec = {},
): Report {
  const paragraphs = typeof sentences === "string" ? [sentences] : sentences;
  return buildReport({ ...spec, tables, sections: { overview: ["（二）依申请公开情况", ...paragraphs], ...spec.sections } });
}

/** Rows of table three for natural persons only. */
export function requestRows(rows: Readonly<Record<string, number>>): TableSpec {
  return Object.fromEntries(Object.entries(rows).map(([row, value]) => [row, [value, 0, 0, 0, 0, 0, value]]));
}
