import { AppError } from "../../errors.js";
import { fieldWords } from "../../register/step-fields.js";
import type { Refusal } from "../../register/transition.js";

export interface FieldIssue {
  readonly field: string;
  readonly message: string;
}

/** Why a step is not taken, as an error: what was filled in wrongly, or what stands in the way. */
export function refusedStep(
  step: string,
  {
    refusal,
    issues,
  }: { readonly refusal: Refusal; readonly issues: readonly { readonly path: string; readonly message: string }[] },
): AppError {
  if (issues.length === 0)
    return new AppError("STEP_REFUSED", { reason: refusal.message }, { details: { refusalId: refusal.refusalId } });
  const fields = fieldIssues(step, issues);
  const told = fields.map(({ field, message }) => `${fieldWords(step, field)?.label ?? field}：${message}`).join("；");
  return new AppError("INPUT_INVALID", { fields: told }, { details: { issues: fields } });
}

/** Where what was entered does not fit, by the names of the fields. */
export function fieldIssues(_step: string, issues: readonly { readonly path: string; readonly message: string }[]): FieldIssue[] {
  return issues.map(({ path, message }) => ({ field: path, message }));
}
