import { AppError } from "../../errors.js";
import { explainChange } from "../../law/clock/explain-change.js";
import type { PlainDate } from "../../law/plain-date.js";
import { caseClock } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { attemptTransition } from "../../register/case-procedure.js";
import type { CaseStateName } from "../../register/case-state.js";
import type { CaseTransition } from "../../register/define-transition.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { appendToFile } from "../../storage/stores/append-to-file.js";
import { appendToCase } from "../../storage/stores/case-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type Labelled, stateLabelled } from "./labelled.js";
import { lawOf, ownCase, ownCasePage } from "./own-case.js";
import { demandRole } from "./procedure-right.js";
import { type FieldIssue, fieldIssues, refusedStep } from "./refused-step.js";
import { staleFile } from "./stale-file.js";
import { type CaseView, viewOf } from "./view-case.js";

/** A step as it is asked for: the transition and its filled-in form, on the version of the file that was looked at. */
export interface StepAsked {
  readonly agencyId: string;
  readonly caseId: string;
  readonly version: number;
  readonly transition: string;
  readonly input: unknown;
}

export interface StepToTake extends StepAsked {
  /** Made by the sender: the same sent twice is written once. */
  readonly eventId: string;
}

export interface StepTaken {
  readonly view: CaseView;
  readonly eventId: string;
  /** What is remarkable about it: late, without proof, entered afterwards. */
  readonly flags: string[];
  /** What moved in the clock. */
  readonly change: string[];
}

/** Takes a step of a request, or says why not: STEP_REFUSED, INPUT_INVALID, RECORD_STALE, FORBIDDEN. */
export async function takeStep(office: Office, actor: Actor, step: StepToTake): Promise<StepTaken> {
  const transition = transitionOf(step.transition);
  demandRole(actor, step.agencyId, transition);
  const [page, law] = await Promise.all([ownCasePage(office, step.agencyId, step.caseId), lawOf(office, step.agencyId)]);
  const { file } = page;
  const known = file.events.find(({ id }) => id === step.eventId);
  // Sent again because the answer was lost: it is weighed against what it was weighed against, and the store compares what is written.
  const before = known ? fileBefore(file, step.eventId) : file;
  // A form that leaves out the day means the day it was first sent.
  const input = known ? { on: known.body.on, ...Object(step.input) } : step.input;
  if (!known && file.version !== step.version) throw await staleFile(office, { file, seen: step.version, steps: TRANSITIONS });
  const attempted = attemptTransition(before, { transition, input }, { today: todayIn(office), law });
  if (!attempted.done) throw refusedStep(transition.id, attempted);
  const { body, reason, flags } = attempted;
  const event = { id: step.eventId, body, ...(reason === undefined ? {} : { reason }) };
  const appended = known
    ? await appendToCase(office.database, { caseId: step.caseId, version: before.version, events: [event] }, actor.id)
    : await appendToFile(office.database, { file, events: [event], law }, actor.id);
  if (appended.result === "stale")
    throw await staleFile(office, { file: appended.file, seen: before.version, steps: TRANSITIONS });
  return {
    view: await viewOf(office, actor, { ...page, file: appended.file }),
    eventId: step.eventId,
    flags: flags.map(({ message }) => message),
    change: explainChange(caseClock(before, law), caseClock(appended.file, law)),
  };
}

/** What a step would do. */
export interface StepTried {
  readonly isPossible: boolean;
  readonly refusal: string | null;
  readonly issues: FieldIssue[];
  readonly flags: string[];
  readonly change: string[];
  readonly due: PlainDate | null;
  readonly state: Labelled | null;
}

/** Weighs a step without taking it, so that a form can say what will come of it while it is filled in. */
export async function tryStep(office: Office, step: StepAsked): Promise<StepTried> {
  const transition = transitionOf(step.transition);
  const file = await ownCase(office, step.agencyId, step.caseId);
  const law = await lawOf(office, step.agencyId);
  const before = caseClock(file, law);
  const attempted = attemptTransition(file, { transition, input: step.input }, { today: todayIn(office), law });
  if (!attempted.done) {
    const { refusal, issues } = attempted;
    return {
      ...{ isPossible: false, refusal: refusal.message, issues: fieldIssues(transition.id, issues) },
      ...{ flags: [], change: [], due: before.due, state: null },
    };
  }
  const added = {
    id: "(new)",
    sequence: file.version + 1,
    recordedAt: office.now().toISOString(),
    recordedBy: "",
    body: attempted.body,
  };
  const after = caseClock({ ...file, events: [...file.events, added] }, law);
  return {
    ...{ isPossible: true, refusal: null, issues: [] },
    flags: attempted.flags.map(({ message }) => message),
    change: explainChange(before, after),
    due: after.due,
    state: stateLabelled(attempted.to as CaseStateName), // the procedure of requests names no other states
  };
}

export interface CorrectionToMake {
  readonly agencyId: string;
  readonly caseId: string;
  readonly version: number;
  readonly eventId: string;
  /** The event that was wrong. */
  readonly corrects: string;
  /** What stands in its place; null: it never happened. */
  readonly replacement: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
}

/** Corrects what was written down. The wrong entry stays in the history, with the reason. */
export async function correctEvent(office: Office, actor: Actor, correction: CorrectionToMake): Promise<StepTaken> {
  const { corrects, replacement, reason, ...step } = correction;
  return takeStep(office, actor, { ...step, transition: "correct", input: { eventId: corrects, replacement, reason } });
}

function transitionOf(id: string): CaseTransition {
  const transition = TRANSITIONS.find((one) => one.id === id);
  if (transition === undefined) throw new AppError("RECORD_UNKNOWN", { id, kind: "办理步骤" });
  return transition;
}

function fileBefore(file: CaseFile, eventId: string): CaseFile {
  const at = file.events.findIndex(({ id }) => id === eventId);
  return { ...file, events: file.events.slice(0, at), version: at };
}
