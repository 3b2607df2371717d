import { type Citation, courtInterpretation, litigationLaw, reconsiderationGuidance, reconsiderationLaw } from "../citation.js";
import { type BodyRole, bodiesInWords, reconsiderationBodies } from "./reconsideration-body.js";
import type { RemedyClass } from "./remedy-class.js";
import { type RemedyCircumstances, sixtyDays } from "./remedy-clause.js";
import { type DecisionWithRemedy, remedyOfDecision, remedyOn, type SettledRemedy } from "./remedy-on.js";
import { DEFAULT_REMEDY_SETTINGS } from "./remedy-settings.js";

/** What is legally wrong in the free text of a letter. `start` and `end` are offsets into the text. */
export interface RemedyFault {
  readonly ruleId: RemedyRuleId;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly message: string;
  /** The right wording for what was found; empty: it has to go. */
  readonly right: string;
  readonly citation: Citation;
}

const RULES = {
  "six-months-on-refusal": {
    message: "依据条例第十四条至第十六条不予公开的，复议前置，不得告知6个月内直接起诉",
    citation: reconsiderationLaw("第二十三条第一款第四项"),
  },
  "direct-suit-on-refusal": {
    message: "依据条例第十四条至第十六条不予公开的，应当先申请行政复议，对复议决定不服再起诉",
    citation: reconsiderationLaw("第二十三条第一款第四项"),
  },
  "first-not-told": {
    message: "复议前置的，应当告知先申请行政复议",
    citation: reconsiderationLaw("第二十三条第二款"),
  },
  "reconsideration-term": { message: "申请行政复议的期限为60日", citation: reconsiderationLaw("第二十条第一款") },
  "suit-term": { message: "直接起诉的期限为6个月", citation: litigationLaw("第四十六条第一款") },
  "suit-term-after-reconsideration": { message: "复议后起诉的期限为15日", citation: litigationLaw("第四十五条") },
  "wrong-body": { message: "行政复议机关不对", citation: reconsiderationLaw("第二十四条至第二十八条") },
  "clause-on-procedure": { message: "程序性文书不载救济告知", citation: reconsiderationGuidance("第三条") },
  "repealed-interpretation": { message: "法释〔2011〕17号自2025年6月1日起废止", citation: courtInterpretation("") },
} as const satisfies Readonly<Record<string, { readonly message: string; readonly citation: Citation }>>;
export type RemedyRuleId = keyof typeof RULES;

type Circumstances = Pick<RemedyCircumstances, "agency" | "decidedOn" | "settings">;

/** What the words of a sentence are measured by. */
interface Measure extends Circumstances {
  readonly remedy: SettledRemedy;
  readonly roles: ReadonlySet<BodyRole>;
  readonly forum: string;
  readonly bodyCitation: Citation | undefined;
}

/** Everything legally wrong that a clerk wrote about remedies in an answer. */
export function lintRemedyText(text: string, decision: DecisionWithRemedy & Circumstances): RemedyFault[] {
  return lint(text, remedyOfDecision(decision, decision.settings ?? DEFAULT_REMEDY_SETTINGS), decision);
}

/** The same for a letter that closes no row, by its class. */
export function lintRemedyTextOfLetter(text: string, remedy: RemedyClass, circumstances: Circumstances): RemedyFault[] {
  return lint(text, remedy, circumstances);
}

function lint(text: string, given: RemedyClass, circumstances: Circumstances): RemedyFault[] {
  const { agency, decidedOn, settings = DEFAULT_REMEDY_SETTINGS } = circumstances;
  const bodies = reconsiderationBodies(agency, decidedOn);
  const measure: Measure = {
    ...circumstances,
    remedy: remedyOn(given, decidedOn, settings),
    roles: new Set(bodies.map(({ role }) => role)),
    forum: bodiesInWords(bodies, agency.bodyNames),
    bodyCitation: bodies[0]?.citation,
  };
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) =>
    [...faultsOf(sentence, measure)].map((fault) => ({ ...fault, start: fault.start + index, end: fault.end + index })),
  );
}

// A half-width mark inside an address on the net ends no sentence.
const SENTENCE = /(?:[^。；;！!？?\n]|[;!?](?=[\w=&%]))+/g;
const NUMERAL = "[0-9０-９一二三四五六七八九十百]";
const TERM = new RegExp(`(?<number>${NUMERAL}{1,5})\\s{0,2}(?<unit>个?工作日|个?\\s{0,2}月|日|天)[之以]?内`, "g");
const ACTION = /申请行政复议|申请复议|提出行政复议申请|提起(?:行政)?诉讼|(?<!被)起诉/g;

/** A step a sentence speaks of, with the words since the step before it. */
interface Step {
  readonly kind: "reconsideration" | "suit";
  readonly lead: string;
  readonly start: number;
  readonly end: number;
  /** Whether the reader is told that the step is open to him; a suit of somebody's and a step that is shut are only spoken of. */
  readonly isTold: boolean;
}

function* faultsOf(sentence: string, measure: Measure): Generator<RemedyFault> {
  if (measure.decidedOn >= "2025-06-01") {
    for (const { 0: found, index } of sentence.matchAll(/法释[〔[［(（]2011[〕\]］)）]17号/g)) {
      yield fault("repealed-interpretation", { start: index, found }, "法释〔2025〕8号");
    }
  }
  for (const step of stepsOf(sentence)) {
    if (!step.isTold) continue;
    if (measure.remedy === "none") yield stepFault("clause-on-procedure", step, sentence, "");
    else if (step.kind === "reconsideration") yield* faultsOfReconsideration(step, sentence, measure);
    else yield* faultsOfSuit(step, sentence, measure);
  }
}

const OFFER = /可|应当|有权|不服|[日月天][之以]?内/;
const SHUT = /不得|不能|不可|不单独/;

function* stepsOf(sentence: string): Generator<Step> {
  let from = 0;
  let isTold = false;
  for (const { 0: word, index } of sentence.matchAll(ACTION)) {
    const kind = word.includes("复议") ? "reconsideration" : "suit";
    const lead = sentence.slice(from, index);
    // 「不能申请行政复议或者提起诉讼」: the second verb stands under the words of the first.
    if (OFFER.test(lead) || !/^[，、]?(?:或|和|及)/.test(lead)) isTold = OFFER.test(lead) && !SHUT.test(lead);
    yield { kind, lead, start: from, end: index + word.length, isTold };
    from = index + word.length;
  }
}

function* faultsOfReconsideration(step: Step, sentence: string, measure: Measure): Generator<RemedyFault> {
  const term = termIn(step);
  if (term && !term.is(60, "日"))
    yield { ...fault("reconsideration-term", term, "60日内"), citation: sixtyDays(measure.decidedOn) };
  for (const { words, roles } of BODY_WORDS) {
    const named = words.exec(step.lead);
    if (named === null || roles.some((role) => measure.roles.has(role))) continue;
    const wrong = fault("wrong-body", { start: step.start + named.index, found: named[0] }, measure.forum);
    yield { ...wrong, citation: measure.bodyCitation ?? wrong.citation };
  }
  if (comesFirst(sentence, measure) && !step.lead.includes("先")) {
    const word = sentence.slice(step.start + step.lead.length, step.end);
    yield fault("first-not-told", { start: step.start + step.lead.length, found: word }, `先依法向${measure.forum}申请行政复议`);
  }
}

function* faultsOfSuit(step: Step, sentence: string, measure: Measure): Generator<RemedyFault> {
  const term = termIn(step);
  if (/复议(?:决定|机关|期)/.test(step.lead)) {
    if (term && !term.is(15, "日")) yield fault("suit-term-after-reconsideration", term, "15日内");
    return;
  }
  if (comesFirst(sentence, measure)) {
    const right = "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向有管辖权的人民法院提起行政诉讼";
    if (term?.is(6, "月")) yield fault("six-months-on-refusal", term, right);
    else yield stepFault("direct-suit-on-refusal", step, sentence, right);
    return;
  }
  if (term && !term.is(6, "月")) yield fault("suit-term", term, "6个月内");
}

/** Whether reconsideration comes first for what a sentence speaks of; of a partial grant, for all but the part that was given. */
function comesFirst(sentence: string, { remedy }: Measure): boolean {
  if (remedy === "mixed") return !/其他部分|其余部分|提供的?部分|(?<!不)予以公开的?部分/.test(sentence);
  return remedy === "reconsider_first";
}

/** How letters name bodies without naming them, and whom they mean. */
const BODY_WORDS: readonly { readonly words: RegExp; readonly roles: readonly BodyRole[] }[] = [
  { words: /上(?:一)?级(?:行政)?(?:主管)?(?:部门|机关)/, roles: ["higher-authority"] },
  { words: /上(?:一)?级司法(?:行政)?(?:部门|机关)/, roles: ["higher-judicial-department"] },
  { words: /上(?:一)?级(?:地方)?(?:人民)?政府/, roles: ["next-higher-government"] },
  {
    words: /(?:本|同)级(?:地方)?(?:人民)?政府/,
    roles: ["same-level-government", "departments-government", "managing-government"],
  },
  { words: /设立(?:该|本)?(?:派出)?机构的(?:政府)?(?:工作)?部门(?!的本级)/, roles: ["founding-department"] },
];

interface Span {
  readonly start: number;
  readonly found: string;
}

interface Term extends Span {
  is(number: number, unit: "日" | "月"): boolean;
}

/** The last term named before a step. */
function termIn(step: Step): Term | null {
  const match = [...step.lead.matchAll(TERM)].at(-1);
  if (match === undefined) return null;
  const { number = "", unit = "" } = match.groups ?? {};
  const isUnit = { 日: unit === "日" || unit === "天", 月: unit.endsWith("月") };
  return {
    start: step.start + match.index,
    found: match[0],
    is: (value, wanted) => isUnit[wanted] && numberOf(number) === value,
  };
}

/** 60, ６０, 六十; null for what is no number below a hundred. */
function numberOf(text: string): number | null {
  const plain = text.normalize("NFKC");
  if (/^\d+$/.test(plain)) return Number(plain);
  const [, tens, ones] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(plain) ?? [];
  const digit = (numeral: string) => "一二三四五六七八九".indexOf(numeral) + 1;
  if (tens === undefined || ones === undefined) return plain.length === 1 ? digit(plain) : null;
  return (tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones));
}

function stepFault(ruleId: RemedyRuleId, { start, end }: Step, sentence: string, right: string): RemedyFault {
  const found = sentence.slice(start, end);
  const blank = found.length - found.trimStart().length;
  return fault(ruleId, { start: start + blank, found: found.trimStart() }, right);
}

function fault(ruleId: RemedyRuleId, { start, found }: Span, right: string): RemedyFault {
  return { ruleId, start, end: start + found.length, found, right, ...RULES[ruleId] };
}
