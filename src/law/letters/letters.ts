import type { CaseLetter } from "./letter.js";
import { OUTCOME_LETTERS } from "./outcome-letters.js";
import { PROCEDURAL_LETTERS } from "./procedural-letters.js";

/** Every letter of the procedure. No national set of texts exists; articles are law, contents the articles' and common practice. */
export const CASE_LETTERS: readonly CaseLetter[] = [...PROCEDURAL_LETTERS, ...OUTCOME_LETTERS];

const BY_ID: ReadonlyMap<string, CaseLetter> = new Map(CASE_LETTERS.map((letter) => [letter.id, letter]));

/** The letter with an id, or null. */
export function caseLetter(id: string): CaseLetter | null {
  return BY_ID.get(id) ?? null;
}
