import type { ProceedingTransition } from "../define-proceeding-transition.js";
import { PROCEEDING_ACTS } from "../proceeding-acts.js";
import { correctProceeding } from "./correct-proceeding.js";

/** Every step of a reconsideration or lawsuit. */
export const PROCEEDING_TRANSITIONS: readonly ProceedingTransition[] = [...PROCEEDING_ACTS, correctProceeding];
