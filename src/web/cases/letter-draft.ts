import type { ServiceMethod } from "../../register/case-event.js";
import type { LetterOrder } from "../../register/letters/letter-order.js";
import type { PossibleLetter } from "./case-letters.js";
import type { CaseView } from "./case-page.js";
import type { StepValue } from "./step-field.js";

type Withheld = LetterOrder["edits"]["withheld"][number];

/** A part that is not given, as far as it is written: which ground it is withheld on is chosen, never supposed. */
export type WithheldPart = Omit<Withheld, "outcome"> & { readonly outcome: Withheld["outcome"] | null };

/** A letter as far as it is written, kept in the browser. */
export interface LetterDraft {
  readonly texts: Readonly<Record<string, string>>;
  readonly withheld: readonly WithheldPart[];
  readonly attachments: readonly string[];
  readonly servedBy: ServiceMethod;
  readonly party: string | null;
  readonly earlierCase: string | null;
  readonly step: string | null;
  readonly input: Readonly<Record<string, StepValue>>;
  /** What the legal questions led to. */
  readonly outcome: { readonly outcome: string; readonly grounds: Readonly<Record<string, string>> } | null;
}

/** How the requester wants to have it, said as a way of service. */
const SERVED_BY: ReadonlyMap<string, ServiceMethod> = new Map([
  ["post", "registered-mail"],
  ["email", "email"],
  ["collect", "hand"],
  ["online", "online"],
  ["fax", "fax"],
]);

const empty = (servedBy: ServiceMethod): LetterDraft => ({
  ...{ texts: {}, withheld: [], attachments: [], servedBy },
  ...{ party: null, earlierCase: null, step: null, input: {}, outcome: null },
});
const EMPTY: ReadonlyMap<ServiceMethod, LetterDraft> = new Map(
  [...SERVED_BY.values()].map((servedBy) => [servedBy, empty(servedBy)]),
);
const USUAL = empty("registered-mail");

/** Whether a letter goes to the requester; others have not said how they want to have theirs. */
export function isToRequester({ addressee }: Pick<PossibleLetter, "addressee">): boolean {
  return addressee === "申请人";
}

/** A letter in which nothing is written yet. The same value for the same case and letter: only what differs from it is kept. */
export function draftFor({ wantedForm }: CaseView, letter: Pick<PossibleLetter, "letterId" | "addressee">): LetterDraft {
  if (letter.letterId === "L-ASSIST") return EMPTY.get("hand") ?? USUAL;
  if (!isToRequester(letter)) return USUAL;
  return EMPTY.get(SERVED_BY.get(wantedForm.delivery.code) ?? "registered-mail") ?? USUAL;
}

interface Ordered {
  readonly letter: Pick<PossibleLetter, "letterId">;
  readonly draft: LetterDraft;
  readonly step: CaseView["steps"][number] | undefined;
  /** What the legal questions gave. */
  readonly answered: Readonly<Record<string, StepValue>>;
}

/** What is sent of it: what was left empty is left out. */
export function orderOf({ letter, draft, step, answered }: Ordered): LetterOrder {
  const { withheld, attachments, servedBy, party, earlierCase } = draft;
  const texts = Object.fromEntries(Object.entries(draft.texts).filter(([, text]) => text.trim() !== ""));
  return {
    letterId: letter.letterId,
    edits: {
      texts,
      withheld: withheld.flatMap(({ part, outcome, reasons }) =>
        outcome === null || (part.trim() === "" && reasons.trim() === "") ? [] : [{ part, outcome, reasons }],
      ),
      attachments: attachments.filter((name) => name.trim() !== ""),
    },
    servedBy,
    ...(party !== null && { party }),
    ...(earlierCase !== null && { earlierCase }),
    ...(step !== undefined && { step: { transition: step.id, input: inputOf(step, { ...draft.input, ...answered }) } }),
  };
}

/** The form of the step as it stands: what is usual, and over it what was typed. */
function inputOf({ fields }: CaseView["steps"][number], typed: Readonly<Record<string, StepValue>>): Record<string, unknown> {
  const whole = { ...Object.fromEntries(fields.map(({ name, suggested }) => [name, suggested])), ...typed };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null && value !== ""));
}
