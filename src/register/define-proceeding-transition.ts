import type { ProceedingEventBody } from "./proceeding.js";
import type { ProceedingState, ProceedingStateName } from "./proceeding-state.js";
import { type Transition, transitionDefiner } from "./transition.js";

/** A step of a reconsideration or lawsuit, in the same shape as a step of a request. */
export const defineProceedingTransition = transitionDefiner<ProceedingState, ProceedingEventBody, ProceedingStateName>();

export type ProceedingTransition = Transition<ProceedingState, ProceedingEventBody>;
