import type { PlainDate } from "../law/plain-date.js";
import { applyCorrections } from "./apply-corrections.js";
import type { StandingAct } from "./procedure.js";
import type { Proceeding, ProceedingEventBody, ProceedingResult } from "./proceeding.js";

/** The states of a reconsideration or lawsuit, as people read them. */
export const PROCEEDING_STATES = {
  unfiled: "未登记",
  pending: "审理中",
  suspended: "已中止",
  concluded: "已审结",
  appealed: "上诉审理中",
} as const;
export type ProceedingStateName = keyof typeof PROCEEDING_STATES;

/** The result classes of table four, as printed. */
export const RESULT_LABELS: Readonly<Record<ProceedingResult, string>> = {
  upheld: "结果维持",
  corrected: "结果纠正",
  other: "其他结果",
};

export interface ProceedingState {
  readonly name: ProceedingStateName;
  readonly proceeding: Proceeding;
  readonly filedOn: PlainDate | null;
  readonly notifiedOn: PlainDate | null;
  readonly answeredOn: PlainDate | null;
  readonly suspendedOn: PlainDate | null;
  readonly appealedOn: PlainDate | null;
  /** The conclusion that stands: none while an appeal is pending. */
  readonly conclusion: { readonly on: PlainDate; readonly result: ProceedingResult; readonly holding: string } | null;
}

type StandingBody = Exclude<ProceedingEventBody, { readonly type: "corrected" }>;

/** What is now held to have happened in a proceeding, corrections applied, or was at an instant. */
export function standingProceeding({ events }: Pick<Proceeding, "events">, asOf?: string): readonly StandingAct<StandingBody>[] {
  return applyCorrections(events, isCorrection, asOf);
}

function isCorrection(body: ProceedingEventBody): body is Extract<ProceedingEventBody, { readonly type: "corrected" }> {
  return body.type === "corrected";
}

/** A proceeding of which nothing is recorded yet. */
export function proceedingBeginning(proceeding: Proceeding): ProceedingState {
  return {
    name: "unfiled",
    proceeding,
    filedOn: null,
    notifiedOn: null,
    answeredOn: null,
    suspendedOn: null,
    appealedOn: null,
    conclusion: null,
  };
}

/** The state of a proceeding as its events give it. */
export function proceedingState(proceeding: Proceeding, asOf?: string): ProceedingState {
  return standingProceeding(proceeding, asOf).reduce(
    (state, { body }) => afterProceedingEvent(state, body),
    proceedingBeginning(proceeding),
  );
}

/** The state after one more event. */
export function afterProceedingEvent(state: ProceedingState, body: StandingBody): ProceedingState {
  const next = withEvent(state, body);
  return { ...next, name: nameOf(next) };
}

function withEvent(state: ProceedingState, body: StandingBody): ProceedingState {
  const { on } = body;
  switch (body.type) {
    case "filed":
      return { ...state, filedOn: on };
    case "notified":
      return { ...state, notifiedOn: on };
    case "answered":
      return { ...state, answeredOn: on };
    case "suspended":
      return { ...state, suspendedOn: on };
    case "resumed":
      return { ...state, suspendedOn: null };
    case "concluded":
      return { ...state, suspendedOn: null, conclusion: { on, result: body.result, holding: body.holding } };
    case "appealed":
      return { ...state, appealedOn: on, conclusion: null };
    default:
      return body satisfies never;
  }
}

function nameOf({ filedOn, conclusion, suspendedOn, appealedOn }: ProceedingState): ProceedingStateName {
  if (filedOn === null) return "unfiled";
  if (conclusion !== null) return "concluded";
  if (suspendedOn !== null) return "suspended";
  return appealedOn === null ? "pending" : "appealed";
}
