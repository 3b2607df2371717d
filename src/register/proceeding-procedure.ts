import { proceedingClock } from "../law/clock/proceeding-clock.js";
import { chineseDay, type PlainDate } from "../law/plain-date.js";
import type { LawOfDays } from "./case-clock.js";
import type { ProceedingTransition } from "./define-proceeding-transition.js";
import {
  type Attempt,
  attempt,
  type LegalReading,
  NEW_ACT,
  type Possibility,
  type Procedure,
  possibilities,
  type Setting,
  type StandingAct,
} from "./procedure.js";
import type { Proceeding, ProceedingEventBody } from "./proceeding.js";
import {
  afterProceedingEvent,
  PROCEEDING_STATES,
  type ProceedingState,
  proceedingBeginning,
  standingProceeding,
} from "./proceeding-state.js";
import { PROCEEDING_TRANSITIONS } from "./proceedings/index.js";

type StandingBody = Exclude<ProceedingEventBody, { readonly type: "corrected" }>;

const isStanding = (body: ProceedingEventBody): body is StandingBody => body.type !== "corrected";

const PROCEDURE: Procedure<Proceeding, ProceedingState, ProceedingEventBody> = {
  transitions: PROCEEDING_TRANSITIONS,
  stateLabels: PROCEEDING_STATES,
  first: "unfiled",
  begin: proceedingBeginning,
  after: (state, { body }) => (isStanding(body) ? afterProceedingEvent(state, body) : state),
  standing: standingProceeding,
  withAct(proceeding, body) {
    const { events } = proceeding;
    const added = { id: NEW_ACT, sequence: events.length + 1, recordedAt: "", recordedBy: "", body };
    return { ...proceeding, events: [...events, added] };
  },
  readClock,
};

/** The terms of a proceeding; an answer that came late is told. */
function readClock(
  { kind }: Proceeding,
  acts: readonly StandingAct<ProceedingEventBody>[],
  { calendar }: LawOfDays,
): LegalReading {
  const events = acts.flatMap(({ body }) => (isStanding(body) ? [body] : []));
  const { answerDue, isAnswerLate } = proceedingClock({ kind, events, calendar });
  const answeredOn = events.find(({ type }) => type === "answered")?.on;
  if (!isAnswerLate || answerDue === null || answeredOn === undefined) return { due: answerDue?.due ?? null, flags: [] };
  const sentence = `应当在${chineseDay(answerDue.due)}前（含当日）提出答复或者答辩（${answerDue.basis}），${chineseDay(answeredOn)}才提交。`;
  return { due: answerDue.due, flags: [{ code: "answer-late", on: answeredOn, sentence }] };
}

/** Weighs one step of a reconsideration or lawsuit: the event to write, or why not. */
export function attemptProceedingTransition(
  proceeding: Proceeding,
  step: { readonly transition: ProceedingTransition; readonly input: unknown },
  setting: Setting,
): Attempt<ProceedingEventBody> {
  return attempt(PROCEDURE, proceeding, step, setting);
}

/** What may be done next in a proceeding, and for the rest the reason why not. */
export function possibleProceedingTransitions(
  proceeding: Proceeding,
  today: PlainDate,
): Possibility<ProceedingState, ProceedingEventBody>[] {
  return possibilities(PROCEDURE, proceeding, today);
}
