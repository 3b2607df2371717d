import { CASE_ACTS } from "../case-acts.js";
import type { CaseTransition } from "../define-transition.js";
import { correct } from "./correct.js";
import { correctRequest } from "./correct-request.js";

/** Every step of an information request. Forms, permissions, the diagram and the page in docs come from this list. */
export const TRANSITIONS: readonly CaseTransition[] = [...CASE_ACTS, correct, correctRequest];
