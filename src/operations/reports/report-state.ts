import { toWriteIn } from "../../tally/report-draft.js";
import type { DraftFinding } from "./check-draft.js";
import type { DraftedReport } from "./draft-report.js";

/** How far a draft is from being frozen. */
export interface DraftState {
  /** Places a person still has to write. */
  readonly toWrite: number;
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  /** Errors and warnings without a written reason, and errors no reason helps. */
  readonly unanswered: number;
  /** Differences to last year's report without an explanation. */
  readonly unexplained: number;
  readonly blanks: number;
}

/** Counts what is still to be done on a draft. */
export function draftState({ draft, counted }: DraftedReport, findings: readonly DraftFinding[]): DraftState {
  const many = (severity: DraftFinding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  const { openingDifferences, cells } = counted.tally;
  return {
    toWrite: toWriteIn(draft).filter(({ isRequired }) => isRequired).length,
    errors: many("error"),
    warnings: many("warning"),
    questions: many("question"),
    unanswered: findings.filter(({ freezing, reason }) => freezing === "never" || (freezing === "with-reason" && reason === null))
      .length,
    unexplained: openingDifferences.filter(({ explanation }) => explanation === null).length,
    blanks: cells.filter(({ value }) => value === null).length,
  };
}
