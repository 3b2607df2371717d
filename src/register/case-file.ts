import { applyCorrections } from "./apply-corrections.js";
import type { CaseAct, CaseEvent, CaseEventBody } from "./case-event.js";
import type { InfoRequest } from "./info-request.js";

/** The agency's file on one information request: the request and everything that happened, in the order of recording. */
export interface CaseFile {
  readonly request: InfoRequest;
  readonly events: readonly CaseEvent[];
  /** Counts the events written; of two writers at the same version only one wins. */
  readonly version: number;
}

/** An event as it stands after corrections, with the id of the event that brought it. */
export interface StandingEvent {
  readonly id: string;
  readonly recordedAt: string;
  readonly body: CaseAct;
}

/**
 * What is now held to have happened, in the order of the days and, within a day, of the procedure: corrections applied, replaced
 * events left out. So a case reads the same in whatever order it was written down.
 * With `asOf` (an instant in UTC) only what had been written down by then counts, so that last year's figures can be made again for ever.
 */
export function standingEvents(events: readonly CaseEvent[], asOf?: string): readonly StandingEvent[] {
  const acts = events.some(isOfRequest) ? events.filter((event) => !isOfRequest(event)) : events;
  // Nothing that corrects is left: the one kind by the filter, the other by the corrections applied.
  return applyCorrections(acts, isCorrection, asOf) as readonly StandingEvent[];
}

/** 更正申请登记 is no act of the procedure: the request is read with it (request-entry). */
function isOfRequest({ body }: CaseEvent): boolean {
  return body.type === "request-corrected";
}

function isCorrection(body: CaseEventBody): body is Extract<CaseEventBody, { readonly type: "corrected" }> {
  return body.type === "corrected";
}
