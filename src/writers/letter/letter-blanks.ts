import { type FieldId, KEPT_FIELDS, LETTER_FIELDS } from "../../law/letters/letter-fields.js";
import { EVIDENCE } from "../../law/outcomes/evidence.js";
import { requiredEvidence } from "../../law/outcomes/missing-evidence.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import { actsOf, type CaseFacts } from "./case-facts.js";
import type { Blank, LetterText } from "./letter-text.js";

/** A place of a letter where the clerk writes. */
export interface LetterBlank {
  readonly field: FieldId | "withheld";
  readonly label: string;
  /** What the register has to say there already. */
  readonly otherwise: string;
  /** Stays in the file and is not printed. */
  readonly isKept: boolean;
}

/** Everything a clerk has to write for a letter, in the order it is printed; what proves the decision without being printed comes last. */
export function blanksOf(facts: CaseFacts, text: LetterText): LetterBlank[] {
  if ((text.needs ?? []).some((type) => actsOf(facts.events, type).length === 0)) return [];
  const printed = text.body(facts).flatMap(({ parts }) => parts.filter((part): part is Blank => typeof part !== "string"));
  const known = new Set(printed.map(({ field }) => field));
  const kept = [...(text.kept ?? []), ...provingFields(facts)].filter((field) => !known.has(field));
  return [...unique(printed), ...new Set(kept)].map((one) => blankOf(typeof one === "string" ? { field: one } : one));
}

function unique(blanks: readonly Blank[]): Blank[] {
  return [...new Map(blanks.map((blank) => [blank.field, blank])).values()];
}

function blankOf({ field, otherwise = "" }: Blank): LetterBlank {
  if (field === "withheld") return { field, label: "不予公开的部分及其逐项理由", otherwise, isKept: false };
  return { field, label: LETTER_FIELDS[field], otherwise, isKept: KEPT_FIELDS.has(field) };
}

/** What the file must hold and a clerk enters with the letter: the grounds of each part that is withheld. */
function provingFields({ letter, input }: CaseFacts): FieldId[] {
  if (letter.outcome === null) return [];
  const form = outcomeOfId(letter.outcome)?.forms.find((one) => one.letter === letter.id)?.id;
  const withheld = (input.edits.withheld ?? []).map(({ outcome }) => outcome);
  return requiredEvidence({ outcome: letter.outcome, ...(form === undefined ? {} : { form }), withheld })
    .filter((id) => EVIDENCE[id].source === "entered" && Object.hasOwn(LETTER_FIELDS, id))
    .map((id) => id as FieldId); // just asked for
}
