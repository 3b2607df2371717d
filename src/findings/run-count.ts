import { SEVERITIES, type Severity } from "../checks/finding.js";
import { type CheckedFile, tallyOf } from "./checked-file.js";
import { standing } from "./standing.js";

/** What came out of a run over many files. */
export interface RunSummary {
  readonly files: number;
  readonly unreadable: number;
  /** Files with at least one finding that is not waived. */
  readonly withFindings: number;
  readonly tally: Readonly<Record<Severity, number>>;
}

/** Counts a run while its files go by. */
export class RunCount {
  #files = 0;
  #unreadable = 0;
  #withFindings = 0;
  readonly #tally: Record<Severity, number> = { error: 0, warning: 0, question: 0 };

  add(checked: CheckedFile): void {
    this.#files += 1;
    if (checked.status === "unreadable") {
      this.#unreadable += 1;
      return;
    }
    if (standing(checked.findings, "question").length > 0) this.#withFindings += 1;
    const tally = tallyOf(checked.findings);
    for (const severity of SEVERITIES) this.#tally[severity] += tally[severity];
  }

  summary(): RunSummary {
    return { files: this.#files, unreadable: this.#unreadable, withFindings: this.#withFindings, tally: { ...this.#tally } };
  }
}
