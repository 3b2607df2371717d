import type { ProceedingResult } from "./proceeding.js";

/**
 * Words of decisions with the class of table four they are usually counted in; the first that fits holds. The wording of the form's own note
 * was not available: this is a question put to a person, never a rule.
 */
const USUAL: readonly (readonly [words: RegExp, result: ProceedingResult])[] = [
  [/撤回|终止|调解|和解|不予受理|驳回(?:行政)?(?:复议)?申请|驳回起诉|不予立案|移送/, "other"],
  [/撤销|变更|确认(?:.{0,6})(?:违法|无效)|责令|履行/, "corrected"],
  [/维持|驳回(?:.{0,8})请求/, "upheld"],
];

/** The class a decision is usually counted in by its words, or null where they tell nothing. */
export function usualResult(holding: string): ProceedingResult | null {
  return USUAL.find(([words]) => words.test(holding))?.[1] ?? null;
}
