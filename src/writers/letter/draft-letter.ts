import type { CaseLetter } from "../../law/letters/letter.js";
import { caseLetter } from "../../law/letters/letters.js";
import { chineseDay } from "../../law/plain-date.js";
import { type RemedyClause, remedyClause, remedyClauseOfLetter } from "../../law/remedies/remedy-clause.js";
import { onDay } from "../../register/agency.js";
import { actOf, type CaseFacts, factsOf } from "./case-facts.js";
import { fillPassages, missingFields } from "./fill-passages.js";
import { ACT_WORDS, actFor } from "./find-act.js";
import { evidenceOf } from "./held-evidence.js";
import { blanksOf, type LetterBlank } from "./letter-blanks.js";
import { type LetterDraft, type LetterInput, type LetterParagraph, type LetterRefusal, numberText } from "./letter-draft.js";
import { type LetterText, openingOf, orderedBy, says } from "./letter-text.js";
import { lintEdits, withheldOf } from "./lint-edits.js";
import { answerOf, OTHER_PARTY_TEXTS } from "./other-party-texts.js";
import { OUTCOME_TEXTS } from "./outcome-texts.js";
import { PROCEDURAL_TEXTS } from "./procedural-texts.js";
import { refusal } from "./refusals.js";
import { refuseLetter } from "./refuse-letter.js";

const TEXTS: ReadonlyMap<string, LetterText> = new Map(
  [...PROCEDURAL_TEXTS, ...OTHER_PARTY_TEXTS, ...OUTCOME_TEXTS].map((text) => [text.letterId, text]),
);

/** The letters that can be drafted: all of law/letters. */
export const DRAFTED_LETTERS: readonly string[] = [...TEXTS.keys()];

/** The text of a letter, or null for an id that is none. */
export function letterText(letterId: string): LetterText | null {
  return TEXTS.get(letterId) ?? null;
}

/** Forms that others sign, so that no sign-off of the agency stands under them. */
const FILLED_BY_HAND: ReadonlySet<string> = new Set(["L-3P-REPLY", "L-DELIVER"]);

/** A letter from the register as it stands, or the first reason why it may not be issued. */
export function draftLetter(input: LetterInput): LetterDraft | LetterRefusal {
  const found = factsFor(input);
  return "refusalId" in found ? found : (refuseLetter(found.facts, found.text) ?? draftOf(found.facts, found.text));
}

/** What a clerk has to write for a letter; nothing where the register does not know its act. */
export function letterBlanks(input: LetterInput): LetterBlank[] {
  const found = factsFor(input);
  return "refusalId" in found ? [] : blanksOf(found.facts, found.text);
}

function factsFor(input: LetterInput): { readonly facts: CaseFacts; readonly text: LetterText } | LetterRefusal {
  const letter = caseLetter(input.letterId);
  const text = TEXTS.get(input.letterId);
  if (letter === null || text === undefined) return refusal("unknownLetter", { id: input.letterId });
  if (input.caseFile.request.isImported) return refusal("imported", {});
  const act = actFor(text, input);
  if (act === null) return refusal("noAct", { act: ACT_WORDS[text.act], letter: letter.name });
  const agencyName = onDay(input.agency.agency.names, act.body.on);
  if (agencyName === null) return refusal("noName", { on: chineseDay(act.body.on) });
  return { facts: factsOf(input, { letter, act, agencyName }), text };
}

function draftOf(facts: CaseFacts, text: LetterText): LetterDraft | LetterRefusal {
  const { letter, input, on, agencyName } = facts;
  const body = [...(text.opens ? [openingOf(facts), ...orderedBy(facts)] : []), ...text.body(facts)];
  const fields = missingFields(body, text.kept ?? [], input.edits);
  if (fields.length > 0) return refusal("noText", { fields: fields.join("、") });
  const wrong = lintEdits(facts);
  if (wrong !== null) return wrong;
  const remedy = remedyOf(facts);
  if (remedy.missing.length > 0) {
    const missing = remedy.missing.map((one) => (one === "body-name" ? "行政复议机关的名称" : "互联网复议申请渠道"));
    return refusal("remedyIncomplete", { missing: missing.join("、") });
  }
  const evidence = evidenceOf(facts);
  const printed = evidence.filter(({ isPrinted }) => isPrinted).map(({ name }) => name);
  const attachments = input.edits.attachments ?? [];
  const tail: LetterParagraph[] = fillPassages(
    [
      ...(printed.length === 0 ? [] : [says([], `作出上述处理所依据的材料存于本案卷：${printed.join("；")}。`)]),
      ...(remedy.text === "" ? [] : [says([], remedy.text)]),
    ],
    input.edits,
  );
  return {
    letterId: letter.id,
    agencyName,
    title: titleOf(letter),
    number: input.number === undefined ? null : numberText(input.number),
    addressee: addresseeOf(facts, text),
    paragraphs: [...fillPassages(body, input.edits), ...tail],
    form: text.form?.(facts) ?? [],
    evidence,
    remedy,
    attachments,
    signOff: { agency: agencyName, on, kind: signOffOf(facts) },
    actEventId: facts.act.id,
    cautions: cautionsOf(facts),
  };
}

function signOffOf({ letter, input }: CaseFacts): LetterDraft["signOff"]["kind"] {
  if (FILLED_BY_HAND.has(letter.id)) return "none";
  return input.agency.isUnsealed ? "unsealed" : "sealed";
}

/** The name of the letter without the case it is for: 政府信息公开告知书. */
export function titleOf({ name }: Pick<CaseLetter, "name">): string {
  return name.replace(/（[^）]*）$/, "");
}

function remedyOf({ letter, input, on }: CaseFacts): RemedyClause {
  const { agency, servedBy, settings, edits } = input;
  const kindOfLetter = /(?:告知书|通知书|确认书)$/.exec(titleOf(letter))?.[0] ?? "告知书";
  const circumstances = {
    agency: { kind: agency.agency.kind, ...agency.reconsideration },
    decidedOn: on,
    servedBy,
    letterName: `本${kindOfLetter}`,
    ...(agency.onlineChannel === undefined ? {} : { onlineChannel: agency.onlineChannel }),
    ...(agency.court === undefined ? {} : { court: agency.court }),
    ...(settings?.remedy === undefined ? {} : { settings: settings.remedy }),
  };
  if (letter.outcome === null) return remedyClauseOfLetter(letter, circumstances);
  return remedyClause({ outcome: letter.outcome, ...withheldOf(edits.withheld), ...circumstances });
}

function addresseeOf(facts: CaseFacts, { to }: LetterText): string {
  const { input, act, letter } = facts;
  if (letter.id === "L-3P-REPLY") return facts.agencyName;
  if (letter.id === "L-DELIVER") return input.delivers?.addressee ?? "";
  switch (to) {
    case "requester":
      return input.caseFile.request.requester.name;
    case "third-party":
      return act.body.type === "third-party-asked" ? act.body.party : (answerOf(facts)?.party ?? "");
    case "joint-maker":
      return actOf(facts, "joint-maker-asked").agency;
    case "assisting-unit":
      return actOf(facts, "assistance-asked").unit;
  }
}

/** What the office should know before it signs: the days did not go as the law wants them. */
function cautionsOf({ clock, on, letter, act }: CaseFacts): string[] {
  // The term of an answer that is made anew is set by the decision that orders it.
  const isLate = letter.outcome !== null && act.body.type !== "decided-anew" && clock.due !== null && on > clock.due;
  const late = isLate && clock.due !== null ? [`答复期限已于${chineseDay(clock.due)}届满，本文书逾期作出。`] : [];
  return [...late, ...clock.flags.map(({ sentence }) => sentence)];
}
