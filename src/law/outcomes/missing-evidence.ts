import { EVIDENCE, type Evidence, type EvidenceId } from "./evidence.js";
import { type OutcomeId, outcomeOfId } from "./outcomes.js";

/** A decision as far as its evidence goes. */
export interface DecisionToProve {
  readonly outcome: OutcomeId;
  /** The way to the row, where it has several: "absent" or "not-ours". Left out: the first. */
  readonly form?: string;
  /** For 部分公开: the rows the withheld parts would fall in by themselves; each must be proved like a refusal (第三十七条). */
  readonly withheld?: readonly OutcomeId[];
}

export type MissingEvidence = Evidence & { readonly id: EvidenceId };

/** What a decision needs in the file, in the order of the table. */
export function requiredEvidence({ outcome, form, withheld = [] }: DecisionToProve): readonly EvidenceId[] {
  const forms = outcomeOfId(outcome)?.forms;
  const chosen = forms?.find(({ id }) => id === form) ?? forms?.[0];
  const ofParts = outcome === "partial" ? withheld.flatMap((part) => requiredEvidence({ outcome: part })) : [];
  return [...new Set([...(chosen?.evidence ?? []), ...ofParts])];
}

/** What is still missing in the file. Empty: the letter may be signed as far as evidence goes. */
export function missingEvidence(decision: DecisionToProve, held: ReadonlySet<EvidenceId>): MissingEvidence[] {
  return requiredEvidence(decision)
    .filter((id) => !held.has(id))
    .map((id) => ({ id, ...EVIDENCE[id] }));
}
