import { compareReports, type SectionComparison } from "../../findings/compare-reports.js";
import { tableName } from "../../findings/whereabouts-text.js";
import { reportOf } from "../../recognition/report-of.js";
import { type ComposedReport, formatOf } from "../../report/composed-report.js";
import { addressesOf, type CellAddress, columnLabel, rowLabel } from "../../report/format.js";
import { composedOf } from "../../tally/report-draft.js";
import type { Actor, Office } from "../office.js";
import { draftReport } from "./draft-report.js";
import { knownReport } from "./previous-report.js";

export interface YearsCompared {
  /** This year first. */
  readonly years: readonly { readonly year: number; readonly source: "draft" | "edition" | "paper" }[];
  /** Every cell of the forms met; null where a year's form has not the cell, or it is blank. */
  readonly cells: readonly (CellAddress & { readonly where: string; readonly values: readonly (number | null)[] })[];
  /** This year's sections, with the sentences that stand in last year's report too. */
  readonly sections: readonly SectionComparison[];
}

interface YearsQuestion {
  readonly agencyId: string;
  readonly year: number;
  /** How many earlier years at most. */
  readonly years: number;
}

/** The report of a year as it stands beside those of the years before, cell by cell, and its words beside last year's. */
export async function compareYears(office: Office, actor: Actor, question: YearsQuestion): Promise<YearsCompared> {
  const { agencyId, year, years } = question;
  const drafted = await draftReport(office, actor, { agencyId, year });
  const draft = composedOf(drafted.draft);
  const beside: { year: number; source: "draft" | "edition" | "paper"; report: ComposedReport }[] = [
    { year, source: "draft", report: draft },
  ];
  for (let back = 1; back <= years; back += 1) {
    const known = await knownReport(office.database, { agencyId, year: year - back });
    if (known !== null) beside.push({ year: known.year, source: known.kind, report: known.composed });
  }
  const before = drafted.previousReport;
  return {
    years: beside.map(({ year: one, source }) => ({ year: one, source })),
    cells: cellsOf(beside.map(({ report }) => report)),
    sections: before === null ? [] : compareReports(before, reportOf(draft)).sections,
  };
}

function cellsOf(reports: readonly ComposedReport[]): YearsCompared["cells"] {
  const addresses = new Map<string, CellAddress & { readonly where: string }>();
  for (const report of reports) {
    const format = formatOf(report);
    for (const { table, row, column } of addressesOf(format)) {
      const key = keyOf({ table, row, column });
      if (addresses.has(key)) continue;
      const form = format.tables[table];
      const where = `${tableName(table)} · ${rowLabel(form, row)} · ${columnLabel(form, column)}`;
      addresses.set(key, { table, row, column, where });
    }
  }
  const values = reports.map(({ cells }) => new Map(cells.map((cell) => [keyOf(cell), cell])));
  return [...addresses].map(([key, address]) => ({
    ...address,
    values: values.map((cells) => {
      const cell = cells.get(key);
      return cell?.kind === "number" ? cell.value : null;
    }),
  }));
}

const keyOf = ({ table, row, column }: CellAddress): string => `${table}|${row}|${column}`;
