import { type ComposedCell, type ComposedReport, composedTables } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import { type CellForm, SCHEMA_ID } from "./json-form.js";

/** Writes the report in the open json form of docs/report-schema.md: the same report gives the same bytes. */
export function writeJson(report: ComposedReport): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(reportForm(report), null, 2)}\n`);
}

function reportForm(report: ComposedReport): unknown {
  const { format, agency, reportYear, title, preface, sections, signOff, remarks } = report;
  return {
    $schema: SCHEMA_ID,
    format,
    agency,
    report_year: reportYear,
    title,
    preface,
    sections: sections.map(({ id, heading, paragraphs, notes }) => ({ id, heading, paragraphs, notes })),
    ...Object.fromEntries(composedTables(report).map((table) => [table, tableForm(report, table)])),
    sign_off: signOff && { agency: signOff.agency, date: signOff.on },
    remarks,
  };
}

type Branch = Map<string, Branch | CellForm>;

/** Table → row → column; the rows of table two stand in the item of 条例第二十条 they belong to. */
function tableForm(report: ComposedReport, table: TableId): unknown {
  const tree: Branch = new Map();
  for (const cell of report.cells) {
    if (cell.table !== table) continue;
    const path = table === "proactive" ? cell.row.split(".") : [cell.row];
    branchAt(tree, path).set(cell.column, cellForm(cell));
  }
  return plainObject(tree);
}

function branchAt(tree: Branch, path: readonly string[]): Branch {
  let branch = tree;
  for (const name of path) {
    const known = branch.get(name);
    const next: Branch = known instanceof Map ? known : new Map();
    branch.set(name, next);
    branch = next;
  }
  return branch;
}

const plainObject = (tree: Branch): unknown =>
  Object.fromEntries([...tree].map(([name, value]) => [name, value instanceof Map ? plainObject(value) : value]));

function cellForm(cell: ComposedCell): CellForm {
  switch (cell.kind) {
    case "blank":
      return null;
    case "text":
      return { text: cell.text };
    case "number": {
      const { value, unit, note } = cell;
      if (unit === undefined && note === undefined) return value;
      return { value, ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
    }
    default:
      return cell satisfies never;
  }
}
