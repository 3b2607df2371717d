import { AppError } from "../errors.js";
import { parsePlainDate } from "../law/plain-date.js";
import { type ComposedCell, type ComposedReport, type ComposedValue, formatOf } from "../report/composed-report.js";
import { TABLE_IDS, type TableForm } from "../report/format.js";
import { type CellForm, REPORT_FORM, type ReportForm } from "../writers/annual-report/json-form.js";

/** The report of a file in the json form. Throws REPORT_JSON_INVALID when it is not of docs/annual-report.schema.json. */
export function composedFromJson(bytes: Uint8Array): ComposedReport {
  const form = formOf(bytes);
  const { format, agency, report_year: reportYear, title, preface, sections, sign_off: signOff, remarks } = form;
  return {
    format,
    agency,
    reportYear,
    title,
    preface,
    sections,
    cells: TABLE_IDS.flatMap((table) => cellsOf(formatOf({ format }).tables[table], form)),
    signOff: signOff && { agency: signOff.agency, on: signOff.date === null ? null : parsePlainDate(signOff.date) },
    remarks,
  };
}

function formOf(bytes: Uint8Array): ReportForm {
  const json = jsonOf(bytes);
  const result = REPORT_FORM.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError("REPORT_JSON_INVALID", { detail: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() });
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("REPORT_JSON_INVALID", { detail: "不是 UTF-8 编码的 JSON" }, { cause });
  }
}

function cellsOf(form: TableForm, report: ReportForm): ComposedCell[] {
  const every = form.columns.map(({ id }) => id);
  const rows = [...form.rows, ...form.standIns.map(({ id }) => ({ id, columns: every }))];
  return rows.flatMap(({ id, columns }) => {
    const row = rowOf(form, report, id);
    return columns.flatMap((column): ComposedCell[] => {
      const cell = row?.[column];
      return cell === undefined ? [] : [{ table: form.id, row: id, column, ...valueOfForm(cell) }];
    });
  });
}

function rowOf(form: TableForm, report: ReportForm, row: string): Record<string, CellForm | undefined> | undefined {
  if (form.id !== "proactive") return report[form.id]?.[row];
  const [group = "", item = ""] = row.split(".");
  return report.proactive?.[group]?.[item];
}

function valueOfForm(cell: CellForm): ComposedValue {
  if (cell === null) return { kind: "blank" };
  if (typeof cell === "number") return { kind: "number", value: cell };
  if ("text" in cell) return { kind: "text", text: cell.text };
  const { value, unit, note } = cell;
  return { kind: "number", value, ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
}
