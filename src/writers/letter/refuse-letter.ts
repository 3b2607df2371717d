import type { ClockFlagCode } from "../../law/clock/clock-reading.js";
import { caseLetter } from "../../law/letters/letters.js";
import { outcomeByAnswers } from "../../law/outcomes/outcome-questions.js";
import { EXEMPTION_IDS, outcomeOfId } from "../../law/outcomes/outcomes.js";
import { chineseDay, yearOf } from "../../law/plain-date.js";
import { contradictionsIn } from "../../register/case-procedure.js";
import { outcomeLabel } from "../../register/outcome-label.js";
import type { ActOf, CaseFacts } from "./case-facts.js";
import { actOf, actsOf } from "./case-facts.js";
import { ACT_WORDS } from "./find-act.js";
import { missingInFile } from "./held-evidence.js";
import { type LetterRefusal, numberText } from "./letter-draft.js";
import type { LetterText } from "./letter-text.js";
import { answerOf } from "./other-party-texts.js";
import { feeOf } from "./procedural-texts.js";
import { refusal } from "./refusals.js";

type Rule = (facts: CaseFacts, text: LetterText) => LetterRefusal | null;

/** Why the register does not bear a letter out; null: it does. */
export function refuseLetter(facts: CaseFacts, text: LetterText): LetterRefusal | null {
  for (const rule of RULES) {
    const refused = rule(facts, text);
    if (refused !== null) return refused;
  }
  return null;
}

/** The act as a decision, the first or one made anew; null when it is none. */
function decisionIn(body: CaseFacts["act"]["body"]): ActOf<"decided" | "decided-anew"> | null {
  return body.type === "decided" || body.type === "decided-anew" ? body : null;
}

const outcomeAgrees: Rule = ({ letter, state, act }) => {
  if (letter.outcome === null) return null;
  const decision = decisionIn(act.body);
  const recorded = decision?.outcome ?? state.closing?.outcome ?? "";
  if (recorded !== letter.outcome) return refusal("otherOutcome", { recorded: outcomeLabel(recorded), letter: letter.name });
  if (decision === null) return null;
  const found = outcomeByAnswers(new Map(Object.entries(decision.grounds)));
  const form = found.kind === "outcome" ? found.form : null;
  const right = outcomeOfId(recorded)?.forms.find(({ id }) => id === form)?.letter;
  if (right === undefined || right === letter.id) return null;
  const name = caseLetter(right)?.name ?? right;
  return refusal("otherForm", { recorded: outcomeLabel(recorded), right: name, letter: letter.name });
};

const needsAreThere: Rule = ({ events, letter }, { needs = [] }) => {
  const act = needs.find((type) => actsOf(events, type).length === 0);
  return act === undefined ? null : refusal("noAct", { act: ACT_WORDS[act], letter: letter.name });
};

const daysAgree: Rule = ({ on, input, clock, act, letter }) => {
  const words = { act: ACT_WORDS[act.body.type], on: chineseDay(on) };
  if (on > input.today) return refusal("inFuture", words);
  if (clock.receivedOn === null) return refusal("notReceived", { letter: letter.name });
  return on < clock.receivedOn ? refusal("beforeReceipt", { ...words, received: chineseDay(clock.receivedOn) }) : null;
};

const numberAgrees: Rule = ({ input: { number }, letter, on, act }) => {
  if (number === undefined) return letter.contents.includes("文号") ? refusal("noNumber", { letter: letter.name }) : null;
  const text = numberText(number);
  if (number.year !== yearOf(on)) return refusal("otherYear", { number: text, on: chineseDay(on) });
  const recorded = letter.outcome === null ? undefined : decisionIn(act.body)?.letterNumber;
  // An office may have written the number with or without its code.
  const isOther = recorded !== undefined && !text.endsWith(recorded);
  return isOther ? refusal("otherNumber", { recorded, number: text }) : null;
};

const registerIsConsistent: Rule = ({ input, act }) => {
  const own = contradictionsIn(input.caseFile).find(({ eventId }) => eventId === act.id);
  return own === undefined ? null : refusal("contradiction", { reason: own.refusal.message });
};

/** What the clock says of an act that came too late, too often or for too long; no letter may tell of it as if it held. */
const UNTIMELY: ReadonlyMap<string, readonly ClockFlagCode[]> = new Map([
  ["L-CORRECT", ["clarification-late", "clarification-repeated"]],
  ["L-EXTEND", ["extension-late", "extension-repeated", "extension-too-long", "extension-while-stopped"]],
  ["L-DELAY35", ["later-date-late", "later-date-not-later", "later-date-without-reasons"]],
  ["L-3P-ASK", ["consulted-late", "consultation-repeated"]],
  ["L-3P-TELL", ["consulted-late", "consultation-repeated"]],
  ["L-COAUTHOR", ["consulted-late", "consultation-repeated"]],
  ["L-FEE", ["fee-late"]],
  ["L-CLOSED-NOCORR", ["lapsed-early", "lapsed-unasked"]],
  ["L-CLOSED-UNPAID", ["lapsed-early", "lapsed-unasked"]],
]);

const actIsTimely: Rule = ({ clock, letter }) => {
  const codes = UNTIMELY.get(letter.id) ?? [];
  const flag = clock.flags.find(({ code }) => codes.includes(code));
  return flag === undefined ? null : refusal("untimely", { reason: flag.sentence, letter: letter.name });
};

/** Letters that state the last day of the answer. */
const STATE_A_DUE_DAY: ReadonlySet<string> = new Set(["L-RECEIPT", "L-EXTEND", "L-DELAY35"]);

const dueDayIsSure: Rule = ({ clock, letter }) => {
  if (!STATE_A_DUE_DAY.has(letter.id)) return null;
  if (clock.due === null) return refusal("noDue", {});
  return clock.isProvisional ? refusal("provisional", {}) : null;
};

const evidenceIsThere: Rule = (facts) => {
  const { letter, events } = facts;
  if (letter.id === "L-NOTEXIST" && actsOf(events, "searched").some(({ found }) => found)) return refusal("found", {});
  if (letter.outcome === null) return null;
  const missing = missingInFile(facts);
  const evidence = missing.map(({ name }) => name).join("；");
  return missing.length === 0 ? null : refusal("noEvidence", { evidence, letter: letter.name });
};

const partsAreExempt: Rule = ({ input: { edits } }) => {
  const odd = (edits.withheld ?? []).find(({ outcome }) => !EXEMPTION_IDS.includes(outcome));
  return odd === undefined ? null : refusal("notExempt", { part: odd.part, recorded: outcomeLabel(odd.outcome) });
};

const feeAgrees: Rule = (facts) => {
  if (facts.letter.id !== "L-FEE") return null;
  if (!facts.input.agency.payment) return refusal("noPayment", {});
  const fee = actOf(facts, "fee-noticed");
  const computed = feeOf(facts, fee).yuan;
  return computed === fee.yuan ? null : refusal("otherFee", { recorded: fee.yuan, computed });
};

const earlierLettersAreKnown: Rule = ({ letter, input }) => {
  if (letter.id !== "L-CLOSED-UNPAID" || input.issued?.has("L-FEE")) return null;
  return refusal("noEarlierNumber", { earlier: caseLetter("L-FEE")?.name ?? "" });
};

const thirdPartyObjected: Rule = (facts) => {
  const { letter, state, act } = facts;
  if (letter.id !== "L-3P-DECIDE") return null;
  const opinion = answerOf(facts)?.opinion;
  if (opinion !== "refuses" && opinion !== "agrees-in-part") return refusal("noObjection", { letter: letter.name });
  const outcome = decisionIn(act.body)?.outcome ?? state.closing?.outcome;
  return outcome === "granted" || outcome === "partial" ? null : refusal("notGiven", { letter: letter.name });
};

const servedIsALetter: Rule = ({ letter, input: { delivers }, on }) => {
  if (letter.id !== "L-DELIVER") return null;
  if (delivers === undefined) return refusal("nothingServed", {});
  const dated = delivers.signOff.on;
  return on < dated ? refusal("servedBefore", { on: chineseDay(on), dated: chineseDay(dated) }) : null;
};

const RULES: readonly Rule[] = [
  outcomeAgrees,
  needsAreThere,
  daysAgree,
  actIsTimely,
  registerIsConsistent,
  dueDayIsSure,
  numberAgrees,
  partsAreExempt,
  evidenceIsThere,
  feeAgrees,
  earlierLettersAreKnown,
  thirdPartyObjected,
  servedIsALetter,
];
