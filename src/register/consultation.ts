import type { CaseState, Consultation } from "./case-state.js";

/** The consultation of one party, or undefined when it was not asked. */
export function consultationOf(
  { consultations }: Pick<CaseState, "consultations">,
  kind: Consultation["kind"],
  party: string,
): Consultation | undefined {
  return consultations.find((one) => one.kind === kind && one.of === party);
}
