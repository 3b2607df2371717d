import { regulations } from "../../law/citation.js";
import { type FieldId, LETTER_FIELDS } from "../../law/letters/letter-fields.js";
import { type OutcomeId, outcomeOfId } from "../../law/outcomes/outcomes.js";
import { chineseDay } from "../../law/plain-date.js";
import { lintRemedyText, lintRemedyTextOfLetter } from "../../law/remedies/lint-remedy.js";
import type { CaseFacts } from "./case-facts.js";
import { type LetterRefusal, numberText } from "./letter-draft.js";
import { refusal } from "./refusals.js";

interface Written {
  readonly field: string;
  readonly text: string;
}

/** What is wrong with what a clerk wrote: remedies, days, numbers and articles that are not his to write. Null: nothing. */
export function lintEdits(facts: CaseFacts): LetterRefusal | null {
  for (const written of writtenIn(facts)) {
    const fault =
      wrongRemedy(written, facts) ?? wrongDay(written, facts) ?? wrongNumber(written, facts) ?? wrongArticle(written, facts);
    if (fault !== null) return fault;
  }
  return null;
}

function writtenIn({ input: { edits } }: CaseFacts): Written[] {
  const { texts = {}, withheld = [], attachments = [] } = edits;
  const fields = Object.keys(LETTER_FIELDS) as FieldId[]; // the keys of that very table
  return [
    ...fields.flatMap((id) => (texts[id] === undefined ? [] : [{ field: LETTER_FIELDS[id], text: texts[id] }])),
    ...withheld.flatMap(({ part, reasons }) => [part, reasons].map((text) => ({ field: "不予公开的部分", text }))),
    ...attachments.map((text) => ({ field: "附件", text })),
  ];
}

function wrongRemedy({ field, text }: Written, { input, letter, on }: CaseFacts): LetterRefusal | null {
  const agency = { kind: input.agency.agency.kind, ...input.agency.reconsideration };
  const settings = input.settings?.remedy;
  const circumstances = { agency, decidedOn: on, ...(settings === undefined ? {} : { settings }) };
  const decision = letter.outcome === null ? null : { outcome: letter.outcome, ...withheldOf(input.edits.withheld) };
  const [fault] =
    decision === null
      ? lintRemedyTextOfLetter(text, letter.remedy, circumstances)
      : lintRemedyText(text, { ...decision, ...circumstances });
  if (fault) return refusal("wrongWords", { field, found: fault.found, reason: fault.message });
  const [told] = lintRemedyTextOfLetter(text, "none", circumstances);
  return told ? refusal("ownRemedy", { field, found: told.found }) : null;
}

/** The rows of the withheld parts, as the law of remedies asks for them. */
export function withheldOf(withheld: readonly { readonly outcome: OutcomeId }[] | undefined): {
  readonly withheld?: readonly OutcomeId[];
} {
  return withheld === undefined || withheld.length === 0 ? {} : { withheld: withheld.map(({ outcome }) => outcome) };
}

const DAY = /\d{4}年\d{1,2}月\d{1,2}日/g;
const OF_A_TERM = /期限|届满|到期|延长至|延期至|日前|之前/;

/** A day that a sentence gives as a limit must be one the register knows. */
function wrongDay({ field, text }: Written, { clock, events, on }: CaseFacts): LetterRefusal | null {
  const known = new Set([on, clock.due, clock.receivedOn, ...events.flatMap(({ body }) => daysOf(body))].flatMap(inChinese));
  for (const sentence of text.normalize("NFKC").split(/[。；;\n]/)) {
    if (!OF_A_TERM.test(sentence)) continue;
    const found = sentence.match(DAY)?.find((day) => !known.has(day.replace(/(年|月)0/g, "$1")));
    if (found !== undefined) return refusal("otherDate", { field, found });
  }
  return null;
}

const inChinese = (day: CaseFacts["on"] | null): string[] => (day === null ? [] : [chineseDay(day)]);

function daysOf(body: CaseFacts["events"][number]["body"]): CaseFacts["on"][] {
  switch (body.type) {
    case "clarification-requested":
      return [body.on, body.clarifyBy];
    case "reasons-asked":
    case "assistance-asked":
      return [body.on, body.answerBy];
    case "later-date-set":
      return [body.on, body.due];
    case "fee-noticed":
      return [body.on, body.payBy];
    default:
      return [body.on];
  }
}

const NUMBER = /[\p{Script=Han}]{0,12}[〔[［(（]\d{4}[〕\]］)）]\d{1,6}号/gu;

/** A number of the agency's own series must be one of this case. */
function wrongNumber({ field, text }: Written, { input }: CaseFacts): LetterRefusal | null {
  const { number, issued, earlierAnswer } = input;
  if (number === undefined || number.code === "") return null;
  const known = [number, ...(issued?.values() ?? [])].map(numberText).concat(earlierAnswer?.letterNumber ?? []);
  const plain = (value: string) => value.replace(/[[［(（]/, "〔").replace(/[\]］)）]/, "〕");
  const found = (text.match(NUMBER) ?? [])
    .map(plain)
    .find((one) => one.includes(`${number.code}〔`) && !known.some((other) => one.endsWith(other)));
  return found === undefined ? null : refusal("ownNumber", { field, found });
}

const ARTICLE = /政府信息公开条例》?(第[一二三四五六七八九十百]{1,6}条)/g;

/** Articles of the Regulations follow from the letter and its row. */
function wrongArticle({ field, text }: Written, { letter, input }: CaseFacts): LetterRefusal | null {
  const ofParts = (input.edits.withheld ?? []).flatMap(({ outcome }) => outcomeOfId(outcome)?.forms[0].citations ?? []);
  const known = [...letter.citations, ...ofParts, regulations("第三十六条第三项")];
  for (const [, article = ""] of text.matchAll(ARTICLE)) {
    if (!known.some(({ place }) => place.startsWith(article))) {
      return refusal("otherArticle", { field, found: `《政府信息公开条例》${article}`, letter: letter.name });
    }
  }
  return null;
}
