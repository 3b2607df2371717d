import type { CaseState, Consultation } from "./case-state.js";

/** 条例 第三十二条、第三十四条：fifteen working days from receipt of the letter. */
export const ANSWER_WORKING_DAYS = 15;

/** The consultation of one party, or undefined when it was not asked. */
export function consultationOf(
  { consultations }: Pick<CaseState, "consultations">,
  kind: Consultation["kind"],
  party: string,
): Consultation | undefined {
  return consultations.find((one) => one.kind === kind && one.of === party);
}
