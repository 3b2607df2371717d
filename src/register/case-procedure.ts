import type { PlainDate } from "../law/plain-date.js";
import { clockOf, type LawOfDays } from "./case-clock.js";
import type { CaseAct, CaseEventBody } from "./case-event.js";
import { type CaseFile, standingEvents } from "./case-file.js";
import { afterEvent, beginning, CASE_STATES, type CaseState } from "./case-state.js";
import type { CaseTransition } from "./define-transition.js";
import {
  type Attempt,
  attempt,
  legalFlags,
  NEW_ACT,
  type Possibility,
  type Procedure,
  possibilities,
  review,
  type Setting,
} from "./procedure.js";
import { standingRequest } from "./request-entry.js";
import type { Flag, Refusal } from "./transition.js";
import { TRANSITIONS } from "./transitions/index.js";

/** A correction only says what stands. */
const isAct = <Act extends { readonly body: CaseEventBody }>(act: Act): act is Act & { readonly body: CaseAct } =>
  act.body.type !== "corrected" && act.body.type !== "request-corrected";

const PROCEDURE: Procedure<CaseFile, CaseState, CaseEventBody> = {
  transitions: TRANSITIONS,
  stateLabels: CASE_STATES,
  first: "unregistered",
  begin: (caseFile) => beginning(standingRequest(caseFile)),
  after: (state, act) => (isAct(act) ? afterEvent(state, { id: act.id, recordedAt: "", body: act.body }) : state),
  standing: ({ events }) => standingEvents(events),
  withAct(caseFile, body) {
    const { events } = caseFile;
    const added = { id: NEW_ACT, sequence: events.length + 1, recordedAt: "", recordedBy: "", body };
    return { ...caseFile, events: [...events, added] };
  },
  readClock: (caseFile, acts, law) => clockOf(standingRequest(caseFile), acts.filter(isAct), law),
};

/** Weighs one step of an information request: the event to write, or why not. */
export function attemptTransition(
  caseFile: CaseFile,
  step: { readonly transition: CaseTransition; readonly input: unknown },
  setting: Setting,
): Attempt<CaseEventBody> {
  return attempt(PROCEDURE, caseFile, step, setting);
}

/** What may be done next with a case, and for the rest the reason why not. */
export function possibleTransitions(caseFile: CaseFile, today: PlainDate): Possibility<CaseState, CaseEventBody>[] {
  return possibilities(PROCEDURE, caseFile, today);
}

/** What is remarkable about the acts on record, by event; what the law says of their days belongs to no single one. */
export function flagsOf(caseFile: CaseFile, law?: LawOfDays): { readonly eventId: string | null; readonly flag: Flag }[] {
  const own = review(PROCEDURE, caseFile, law).flatMap(({ act, flags }) => flags.map((flag) => ({ eventId: act.id, flag })));
  return law ? [...own, ...legalFlags(PROCEDURE, caseFile, law).map((flag) => ({ eventId: null, flag }))] : own;
}

/** What on record does not go together, by event; empty for a file kept with transitions alone. */
export function contradictionsIn(caseFile: CaseFile): { readonly eventId: string; readonly refusal: Refusal }[] {
  return review(PROCEDURE, caseFile).flatMap(({ act, refusal }) => (refusal ? [{ eventId: act.id, refusal }] : []));
}
