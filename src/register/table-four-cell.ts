import { dayOf } from "../law/plain-date.js";
import type { Proceeding, ProceedingResult } from "./proceeding.js";
import { afterProceedingEvent, proceedingBeginning, standingProceeding } from "./proceeding-state.js";

/** A cell of table four: row and column are the ids of the form. */
export interface TableFourCell {
  readonly row: "review" | "direct" | "after_review";
  readonly column: ProceedingResult | "pending";
}

/**
 * The cell a proceeding is counted in for a year, or null when it is not. Counted is what was concluded in the year or is pending at its end,
 * whenever it was filed: so reports do (含上年度结转数量), a national rule was not found. Where the agency is only co-defendant as
 * 复议机关 the case is counted by the agency whose act it is about (国办公开办函〔2016〕201号).
 */
export function tableFourCell(proceeding: Proceeding, year: number, asOf?: string): TableFourCell | null {
  if (proceeding.isCoDefendant) return null;
  const end = dayOf(year, 12, 31);
  const state = standingProceeding(proceeding, asOf)
    .filter(({ body }) => end !== null && body.on <= end)
    .reduce((before, { body }) => afterProceedingEvent(before, body), proceedingBeginning(proceeding));
  const { filedOn, conclusion } = state;
  if (filedOn === null) return null;
  const row = proceeding.kind === "reconsideration" ? "review" : (proceeding.route ?? "direct");
  if (conclusion === null) return { row, column: "pending" };
  return Number(conclusion.on.slice(0, 4)) === year ? { row, column: conclusion.result } : null;
}
