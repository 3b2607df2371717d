import { AppError } from "../../errors.js";
import { demandRole } from "../cases/procedure-right.js";
import type { Actor, Office } from "../office.js";
import { ownSubmission } from "./list-submissions.js";
import { takeInSubmission } from "./take-in-submissions.js";

/**
 * Registers a submission because a person has looked at it and says it is a request: what was held, what was set aside, and what could not be
 * read before. Gives the case. One that still cannot be read is refused, with why.
 */
export async function registerSubmission(
  office: Office,
  actor: Actor,
  { agencyId, number }: { readonly agencyId: string; readonly number: string },
): Promise<{ readonly caseId: string }> {
  demandRole(actor, agencyId, { role: "registrar", label: "登记网上来件" });
  await ownSubmission(office, agencyId, number);
  const outcome = await takeInSubmission(office, actor, { number, isAsked: true });
  if (outcome !== null && "caseId" in outcome) return outcome;
  if (outcome !== null) throw new AppError("STEP_REFUSED", { reason: `这份提交仍然打不开（${outcome.reason}）。` });
  const { caseId } = await ownSubmission(office, agencyId, number);
  // Somebody else, or the job, was faster: what was wanted is done.
  if (caseId !== null) return { caseId };
  throw new AppError("STEP_REFUSED", { reason: "这份提交正由别人办理。" });
}
