import type { Certainty, Citation } from "../citation.js";
import type { OutcomeId } from "../outcomes/outcomes.js";
import type { RemedyClass } from "../remedies/remedy-class.js";

/** Until when a letter has to go out, as data; the clock (law/clock) works out the day. */
export type LetterDeadline =
  /** On the day of the act it records: registration, sending of the inquiry, service. */
  | { readonly kind: "same-day"; readonly act: string }
  /** So many working days after receipt of the request (第三十条：7). */
  | { readonly kind: "after-receipt"; readonly workingDays: number }
  /** With the answer: 20 working days, longer when extended, excluded days not counted (第三十三条). */
  | { readonly kind: "answer-term" }
  /** Before the first term of the answer ends (第三十三条第二款). */
  | { readonly kind: "before-first-term-ends" }
  /** So many working days after the addressee had the inquiry (第三十二条、第三十四条：15). */
  | { readonly kind: "after-inquiry"; readonly workingDays: number }
  /** The Regulations set none; `advice` is ours. */
  | { readonly kind: "none"; readonly advice: string };

/** A letter (文书) of the procedure for requests. */
export interface CaseLetter {
  /** Kept in numbers and logs: never renamed, never reused. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addressee: string;
  /** When it is written. */
  readonly occasion: string;
  readonly citations: readonly Citation[];
  /** What it must contain, the common parts first. */
  readonly contents: readonly string[];
  readonly remedy: RemedyClass;
  readonly deadline: LetterDeadline;
  /** The row of table three it closes the case in; null when it closes nothing. */
  readonly outcome: OutcomeId | null;
  readonly certainty: Certainty;
}

/** What every letter to the requester contains. */
export const COMMON_CONTENTS: readonly string[] = [
  "文书标题",
  "文号",
  "申请人姓名/名称",
  "收到申请的日期和渠道",
  "申请内容（原文或归纳）",
  "署名机关与印章",
  "日期",
];
