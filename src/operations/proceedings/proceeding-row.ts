import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import { type ProceedingReading, proceedingClock } from "../../law/clock/proceeding-clock.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { Proceeding } from "../../register/proceeding.js";
import { PROCEEDING_STATES, proceedingState, RESULT_LABELS, standingProceeding } from "../../register/proceeding-state.js";
import type { Labelled } from "../cases/labelled.js";

const PROCEEDING_KIND_LABELS = { reconsideration: "行政复议", litigation: "行政诉讼" } as const;
const ROUTE_LABELS = { direct: "未经复议直接起诉", after_review: "复议后起诉" } as const;

/** A reconsideration or lawsuit in a list. */
export interface ProceedingRow {
  readonly id: string;
  readonly kind: Labelled;
  readonly route: Labelled | null;
  readonly number: string;
  readonly forum: string;
  readonly isCoDefendant: boolean;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly reconsiderationId: string | null;
  readonly state: Labelled;
  readonly filedOn: PlainDate | null;
  readonly answerDue: PlainDate | null;
  readonly isAnswerLate: boolean;
  readonly decisionDue: PlainDate | null;
  readonly result: Labelled | null;
  readonly concludedOn: PlainDate | null;
  readonly version: number;
}

/** The days of a proceeding by the law. */
export function proceedingReading(proceeding: Proceeding, calendar: WorkCalendar): ProceedingReading {
  const events = standingProceeding(proceeding).map(({ body }) => body);
  return proceedingClock({ kind: proceeding.kind, events, calendar });
}

/** A proceeding as a row, with the days it has to keep. */
export function proceedingRow(
  proceeding: Proceeding,
  { calendar, caseNumber }: { readonly calendar: WorkCalendar; readonly caseNumber: string | null },
): ProceedingRow {
  const { id, kind, route, number, forum, isCoDefendant, requestId, reconsiderationId, version } = proceeding;
  const state = proceedingState(proceeding);
  const { answerDue, isAnswerLate, decisionDue } = proceedingReading(proceeding, calendar);
  const { conclusion } = state;
  return {
    ...{ id, number, forum, isCoDefendant, caseId: requestId, caseNumber, reconsiderationId, version },
    kind: { code: kind, label: PROCEEDING_KIND_LABELS[kind] },
    route: route === null ? null : { code: route, label: ROUTE_LABELS[route] },
    state: { code: state.name, label: PROCEEDING_STATES[state.name] },
    filedOn: state.filedOn,
    // What was answered or is over is not due any more.
    answerDue: state.answeredOn === null && conclusion === null ? (answerDue?.due ?? null) : null,
    isAnswerLate,
    decisionDue: conclusion === null ? (decisionDue?.due ?? null) : null,
    result: conclusion === null ? null : { code: conclusion.result, label: RESULT_LABELS[conclusion.result] },
    concludedOn: conclusion?.on ?? null,
  };
}
