import { caseRoutes } from "../../api/cases.js";
import { letterRoutes } from "../../api/letters.js";
import { forget } from "../office/use-call.js";

/** After anything was written into a case: its page, the lists it stands in, its letters, and which letters are possible now are asked for again. */
export function forgetCase(): Promise<void> {
  return forget(caseRoutes.view, caseRoutes.today, caseRoutes.list, letterRoutes.list, letterRoutes.possible);
}
