import type { PlainDate } from "../law/plain-date.js";
import type { Proceeding, ProceedingResult } from "../register/proceeding.js";
import { standingProceeding } from "../register/proceeding-state.js";
import type { TableForm } from "../report/format.js";
import { CellLedger } from "./cell-ledger.js";
import { type Doubt, doubt, type TalliedCell } from "./tally-result.js";
import type { TallySettings } from "./tally-settings.js";

interface ProceedingsOfYear {
  readonly form: TableForm;
  readonly proceedings: readonly Proceeding[];
  readonly begin: PlainDate;
  readonly until: PlainDate;
  readonly asOf: string;
  readonly settings: TallySettings;
}

type Standing = ReturnType<typeof standingProceeding>[number]["body"];

export interface ProceedingCount {
  readonly cells: readonly TalliedCell[];
  /** The counted cases that were brought before the year began. */
  readonly carried: readonly string[];
  readonly doubts: readonly Doubt[];
}

/**
 * Table four: each case against this agency once, by how it stands at the end of the period: concluded in the year, or pending.
 * A case in which the agency is only sued together with the original one, as 复议机关, is not counted (国办公开办函〔2016〕201号).
 */
export function countProceedings(year: ProceedingsOfYear): ProceedingCount {
  const ledger = new CellLedger(year.form);
  const doubts: Doubt[] = [];
  const carried: string[] = [];
  for (const proceeding of year.proceedings) {
    const standing = standingProceeding(proceeding, year.asOf).map(({ body }) => body);
    const filed = standing.find(({ type }) => type === "filed") ?? standing.find(({ type }) => type === "notified");
    if (filed === undefined) {
      if (standing.length > 0) doubts.push(doubt(proceeding.id, "notFiled", {}));
      continue;
    }
    const column = columnOf(standing, filed.on, year);
    if (column === null) continue;
    const row = rowOf(proceeding);
    if (proceeding.isCoDefendant) doubts.push(doubt(proceeding.id, "coDefendant", {}));
    else if (row === null) doubts.push(doubt(proceeding.id, "noRoute", {}));
    else {
      ledger.enter(row, column, proceeding.id);
      if (filed.on < year.begin) carried.push(proceeding.id);
    }
  }
  return { cells: ledger.cells(), carried, doubts };
}

function rowOf({ kind, route }: Proceeding): string | null {
  return kind === "reconsideration" ? "review" : route;
}

/** The column a case stands in this year; null when it is of another year. */
function columnOf(
  standing: readonly Standing[],
  filedOn: PlainDate,
  { begin, until, settings }: ProceedingsOfYear,
): ProceedingResult | "pending" | null {
  if (filedOn > until || (filedOn < begin && !settings.countsCarriedProceedings)) return null;
  let concluded: { readonly on: PlainDate; readonly result: ProceedingResult } | null = null;
  for (const body of standing) {
    if (body.on > until) break;
    if (body.type === "concluded") concluded = body;
    else if (body.type === "appealed" && settings.appealReopens) concluded = null;
  }
  if (concluded === null) return "pending";
  return concluded.on >= begin ? concluded.result : null;
}
