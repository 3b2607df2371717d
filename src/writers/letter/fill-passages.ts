import { type FieldId, LETTER_FIELDS } from "../../law/letters/letter-fields.js";
import type { LetterEdits, LetterParagraph, LetterPart } from "./letter-draft.js";
import type { Blank, Passage } from "./letter-text.js";
import { withheldText } from "./outcome-texts.js";

/** What is still to be written, by its label. */
export function missingFields(passages: readonly Passage[], kept: readonly FieldId[], edits: LetterEdits): string[] {
  const blanks = passages.flatMap(({ parts }) => parts.filter((part) => typeof part !== "string"));
  const empty = [...blanks, ...kept.map((field): Blank => ({ field }))].filter((blank) => wordsFor(blank, edits) === "");
  return [...new Set(empty.map(({ field }) => (field === "withheld" ? "不予公开的部分及其逐项理由" : LETTER_FIELDS[field])))];
}

/** The paragraphs with the clerk's words in their places. Words of several lines make several paragraphs. */
export function fillPassages(passages: readonly Passage[], edits: LetterEdits): LetterParagraph[] {
  return passages.flatMap(({ contents, parts }) =>
    inLines(parts.map((part) => partOf(part, edits))).map((line) => ({ contents, parts: line })),
  );
}

function partOf(part: string | Blank, edits: LetterEdits): LetterPart {
  if (typeof part === "string") return { kind: "fixed", text: part };
  return { kind: "edited", field: part.field, text: wordsFor(part, edits) };
}

function wordsFor(blank: Blank, { texts = {}, withheld = [] }: LetterEdits): string {
  const text = blank.field === "withheld" ? withheldText(withheld) : (texts[blank.field] ?? blank.otherwise ?? "");
  // The sentence ends with the form's own full stop.
  return text.trim().replace(/[。；;，,.]+$/, "");
}

function inLines(parts: readonly LetterPart[]): LetterPart[][] {
  const lines: LetterPart[][] = [[]];
  for (const part of parts) {
    const [first = "", ...others] = part.text.split(/\s*\n\s*/);
    lines.at(-1)?.push({ ...part, text: first });
    for (const text of others) lines.push([{ ...part, text }]);
  }
  return lines.filter((line) => line.some(({ text }) => text !== ""));
}
