import type { z } from "zod";
import { CASE_ACTS } from "./case-acts.js";
import type { CaseEventBody } from "./case-event.js";
import { actReader } from "./read-act.js";

/** An event of a case as it comes from outside: a correction's replacement, an imported year. Each type is read by its transition. */
export const CASE_EVENT_BODY: z.ZodType<CaseEventBody> = actReader(CASE_ACTS);
