import type { PlainDate } from "../law/plain-date.js";
import type { CaseAct } from "./case-event.js";
import type { ProceedingEventBody } from "./proceeding.js";

type ProceedingEventType = ProceedingEventBody["type"];

/** The order in which acts of one day follow one another: a question before its answer, a decision before its service. */
export const ORDER_OF_ACTS: readonly CaseAct["type"][] = [
  "received",
  "confirmed",
  "accepted",
  "transferred",
  "clarification-requested",
  "clarified",
  "clarification-lapsed",
  "reasons-asked",
  "reasons-given",
  "later-date-set",
  "third-party-asked",
  "third-party-answered",
  "joint-maker-asked",
  "joint-maker-answered",
  "extended",
  "assistance-asked",
  "assistance-given",
  "searched",
  "fee-noticed",
  "fee-paid",
  "fee-lapsed",
  "decided",
  "decided-anew",
  "withdrawn",
  "served",
  "letter-served",
  "rectification-requested",
  "rectification-answered",
  "archived",
];

/** The same for a reconsideration or lawsuit. */
export const ORDER_OF_PROCEEDING: readonly Exclude<ProceedingEventType, "corrected">[] = [
  "filed",
  "notified",
  "answered",
  "suspended",
  "resumed",
  "concluded",
  "appealed",
];

// The two have no type in common, so one table serves both.
const RANK: ReadonlyMap<string, number> = new Map([...ORDER_OF_ACTS, ...ORDER_OF_PROCEEDING].map((type, rank) => [type, rank]));

interface Act {
  readonly type: string;
  readonly on: PlainDate;
}

/** Compares two acts for sorting: the earlier day first, on the same day the earlier act of the procedure. */
export function byDayAndProcedure(one: Act, other: Act): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return (RANK.get(one.type) ?? 0) - (RANK.get(other.type) ?? 0);
}
