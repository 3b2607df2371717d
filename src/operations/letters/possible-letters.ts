import type { CaseLetter } from "../../law/letters/letter.js";
import { CASE_LETTERS } from "../../law/letters/letters.js";
import { outcomeOfId } from "../../law/outcomes/outcomes.js";
import { possibleTransitions } from "../../register/case-procedure.js";
import { LETTER_ORDER } from "../../register/letters/letter-order.js";
import { letterText } from "../../writers/letter/draft-letter.js";
import type { LetterBlank } from "../../writers/letter/letter-blanks.js";
import type { LetterText } from "../../writers/letter/letter-text.js";
import { type Office, todayIn } from "../office.js";
import { type LetterSource, loadLetterSource, type OfCase } from "./letter-source.js";
import { previewIn } from "./preview-letter.js";

/** A letter that might be issued in a case. */
export interface PossibleLetter {
  readonly letterId: string;
  readonly name: string;
  readonly occasion: string;
  readonly addressee: string;
  /** 予以公开, … : the row of table three it answers in; null for letters on the way. */
  readonly outcome: string | null;
  /** "ready": it can go out as it is. "to-fill": when the blanks are filled. "to-act": together with one of `steps`. "no": `why`. */
  readonly standing: "ready" | "to-fill" | "to-act" | "no";
  readonly why: string | null;
  /** The transitions that would be the letter's act and can be taken today. */
  readonly steps: readonly { readonly id: string; readonly label: string }[];
  readonly blanks: readonly LetterBlank[];
}

/** Every letter of the procedure, with what it still needs in this case or why it cannot be issued. */
export async function possibleLetters(office: Office, ofCase: OfCase): Promise<PossibleLetter[]> {
  const source = await loadLetterSource(office.database, ofCase);
  const days = { today: todayIn(office), calendar: office.calendar };
  const open = possibleTransitions(source.caseFile, days.today).filter(({ why }) => why === null);
  const possible: PossibleLetter[] = [];
  for (const letter of CASE_LETTERS) {
    const text = letterText(letter.id);
    if (text === null) continue;
    const order = LETTER_ORDER.parse({ letterId: letter.id, ...deliveryOf(letter, source) });
    const preview = await previewIn(office.database, { source, order, days });
    const steps = open
      .filter(({ transition }) => isItsAct(letter, text, transition.records))
      .map(({ transition: { id, label } }) => ({ id, label }));
    possible.push({
      ...{ letterId: letter.id, name: letter.name, occasion: letter.occasion, addressee: letter.addressee },
      outcome: letter.outcome === null ? null : (outcomeOfId(letter.outcome)?.name ?? null),
      // A new decision is only for where the first was set aside; it is listed, but a decided case does not wait for it.
      ...standingOf(
        preview.refusal,
        steps.some(({ id }) => id !== "decide-anew"),
      ),
      steps,
      blanks: preview.blanks,
    });
  }
  return possible;
}

const TO_BE_FILLED: ReadonlySet<string> = new Set(["noText", "noEvidence"]);
/** The act is not on record, or another one is: a step may put it there. */
const WITHOUT_ACT: ReadonlySet<string> = new Set(["noAct", "otherOutcome", "issuedBefore", "nothingServed"]);

function standingOf(refusal: { readonly refusalId: string; readonly message: string } | null, hasSteps: boolean) {
  if (refusal === null) return { standing: "ready", why: null } as const;
  const why = refusal.message;
  if (WITHOUT_ACT.has(refusal.refusalId) && hasSteps) return { standing: "to-act", why } as const;
  return { standing: TO_BE_FILLED.has(refusal.refusalId) ? "to-fill" : "no", why } as const;
}

/** Which step would be the act of a letter. Service is recorded for a letter that is chosen, by serve-letter. */
function isItsAct({ outcome, id }: CaseLetter, { act }: LetterText, records: string): boolean {
  switch (act) {
    case "receipt":
      return records === "received" || records === "confirmed";
    case "service":
      return records === "served" || records === "letter-served";
    case "closing":
      return records === CLOSING_ACTS.get(outcome ?? "");
    case "third-party-asked":
      return records === act && id === "L-3P-ASK"; // the others accompany it
    case "decided":
      return (records === "decided" || records === "decided-anew") && outcome !== null;
    default:
      return records === act;
  }
}

const CLOSING_ACTS: ReadonlyMap<string, string> = new Map([
  ["other.no_correction", "clarification-lapsed"],
  ["other.no_payment", "fee-lapsed"],
  ["other.misc", "withdrawn"],
]);

/** For the receipt of service: the last letter that went out. */
function deliveryOf({ id }: CaseLetter, { issued }: LetterSource) {
  const last = issued.findLast(({ letterId }) => letterId !== "L-DELIVER");
  return id === "L-DELIVER" && last !== undefined ? { delivers: last.id } : {};
}
