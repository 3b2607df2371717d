import type { CaseEventBody } from "./case-event.js";
import type { CaseState, CaseStateName } from "./case-state.js";
import { type Transition, transitionDefiner } from "./transition.js";

/** A step of an information request: data, a pure `refuse` and a pure `record`. */
export const defineTransition = transitionDefiner<CaseState, CaseEventBody, CaseStateName>();

export type CaseTransition = Transition<CaseState, CaseEventBody>;
