import type { CallFailed } from "../office/call.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import type { LetterDraft } from "./letter-draft.js";

/** A letter to be written, and what is known of it before it is opened. */
export interface LetterToWrite {
  readonly view: CaseView;
  readonly letter: PossibleLetter;
  /** The step that is taken with it; left out, the letter says which. */
  readonly step?: string;
  /** What was answered before the letter was opened: the row of table three and why. */
  readonly given?: NonNullable<LetterDraft["outcome"]>;
  readonly tell: (lines: readonly string[]) => void;
  /** A colleague was faster: it is said where the window may be gone. */
  readonly overtaken: (failure: CallFailed) => void;
}
