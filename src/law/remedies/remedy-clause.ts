import {
  type Citation,
  courtInterpretation,
  formerReconsiderationLaw,
  litigationLaw,
  reconsiderationGuidance,
  reconsiderationLaw,
  regulations,
} from "../citation.js";
import type { CaseLetter } from "../letters/letter.js";
import type { PlainDate } from "../plain-date.js";
import {
  type ActingAgency,
  bodiesInWords,
  RECONSIDERATION_LAW_OF_2023_FROM,
  type ReconsiderationBody,
  reconsiderationBodies,
} from "./reconsideration-body.js";
import type { RemedyClass } from "./remedy-class.js";
import { type DecisionWithRemedy, remedyOfDecision, remedyOn, type SettledRemedy } from "./remedy-on.js";
import { DEFAULT_REMEDY_SETTINGS, type RemedySettings } from "./remedy-settings.js";
import type { ServiceMethod } from "./service-method.js";

/** The circumstances of a letter that decide the wording of its remedy clause. */
export interface RemedyCircumstances {
  readonly agency: ActingAgency;
  /** The day of the decision: its law applies, whenever the letter is served. Days before 2019-05-15 are read like that day. */
  readonly decidedOn: PlainDate;
  readonly servedBy: ServiceMethod;
  /** Where a reconsideration may be applied for online; must be told when the letter itself is served online. */
  readonly onlineChannel?: string;
  /** What the letter calls itself: 本答复, 本告知书. */
  readonly letterName?: string;
  /** The court of first instance by name (行政诉讼法 第十四条至第十八条). Left out: 有管辖权的人民法院. */
  readonly court?: string;
  readonly settings?: RemedySettings;
}

export type RemedyQuestion = DecisionWithRemedy & RemedyCircumstances;

/** A time limit a clause names. */
export interface RemedyTerm {
  readonly toward: "reconsideration" | "suit" | "suit-after-reconsideration";
  readonly length: number;
  readonly unit: "day" | "month";
  readonly citation: Citation;
}

/** The clause (救济告知) of a letter. */
export interface RemedyClause {
  readonly remedy: SettledRemedy;
  /** Empty for letters that carry none. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly terms: readonly RemedyTerm[];
  /** What must be known before the letter may go out: the name of the body, the online channel. */
  readonly missing: readonly ("body-name" | "online-channel")[];
}

/** 法释〔2025〕8号 is in force from this day. */
const INTERPRETATION_FROM = "2025-06-01";

const NO_CLAUSE: RemedyClause = {
  remedy: "none",
  text: "",
  citations: [reconsiderationGuidance("第三条")],
  terms: [],
  missing: [],
};

/** The remedy clause of an answer, by its row of table three. */
export function remedyClause(question: RemedyQuestion): RemedyClause {
  const { settings = DEFAULT_REMEDY_SETTINGS, outcome } = question;
  // 法释〔2025〕8号 第一条第一项 speaks of 无法提供 and 不予处理; for those alone it is cited.
  const isNamedThere = outcome.startsWith("unable.") || outcome.startsWith("rejected.") || outcome.startsWith("other.no_");
  return clauseOf(remedyOfDecision(question, settings), question, isNamedThere ? "第一条第一项" : null);
}

/** The remedy clause of a letter that closes no row: the notice to a third party, the correction of records; none for notices of procedure. */
export function remedyClauseOfLetter({ remedy }: Pick<CaseLetter, "remedy">, circumstances: RemedyCircumstances): RemedyClause {
  return clauseOf(remedy, circumstances, null);
}

function clauseOf(given: RemedyClass, circumstances: RemedyCircumstances, interpreted: string | null): RemedyClause {
  const { agency, decidedOn, settings = DEFAULT_REMEDY_SETTINGS } = circumstances;
  const remedy = remedyOn(given, decidedOn, settings);
  if (remedy === "none") return NO_CLAUSE;
  const bodies = reconsiderationBodies(agency, decidedOn);
  const online = onlineDuty(circumstances, settings);
  const isOwnOrgan = bodies.every(({ role }) => role === "own-organ");
  const forum = bodiesInWords(bodies, agency.bodyNames);
  const terms = termsOf(remedy, decidedOn);
  return {
    remedy,
    text: clauseText(remedy, {
      forum,
      online: online.text,
      ruling: isOwnOrgan ? RULING : "",
      letter: circumstances.letterName ?? "本答复",
      court: circumstances.court ?? "有管辖权的人民法院",
    }),
    citations: [
      ...lawOf(remedy, decidedOn, interpreted),
      ...citationsOf(bodies),
      ...terms.map(({ citation }) => citation),
      ...online.citations,
    ],
    terms,
    missing: [
      ...(bodies.some(({ role }) => role !== "own-organ" && agency.bodyNames?.[role] === undefined)
        ? (["body-name"] as const)
        : []),
      ...(online.isMissing ? (["online-channel"] as const) : []),
    ],
  };
}

interface Words {
  readonly forum: string;
  readonly online: string;
  readonly ruling: string;
  readonly letter: string;
  readonly court: string;
}

/** A decision of a government of a province or a department of the State Council on its own act may also go to the State Council (第二十六条). */
const RULING = "，也可以向国务院申请裁决";

function clauseText(remedy: Exclude<SettledRemedy, "none">, { forum, online, ruling, letter, court }: Words): string {
  // Against the body that reconsidered another court may be the right one (行政诉讼法 第十八条第一款), so that sentence names none.
  const afterwards = `对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向有管辖权的人民法院提起行政诉讼${ruling}。`;
  const choice = `可以自收到${letter}之日起60日内依法向${forum}申请行政复议${online}，或者自收到${letter}之日起6个月内依法向${court}提起行政诉讼。`;
  const first = `应当自收到${letter}之日起60日内先依法向${forum}申请行政复议${online}；${afterwards}`;
  switch (remedy) {
    case "reconsider_first":
      return `如对${letter}不服，${first}`;
    case "optional":
      return `如对${letter}不服，${choice}`;
    case "mixed":
      return `对${letter}中不予公开部分不服的，${first}对${letter}其他部分不服的，${choice}`;
  }
}

/** Served through the internet, a letter must give the internet channel for applying (行政复议法 第二十二条第二款, since 2024). */
function onlineDuty({ servedBy, decidedOn, onlineChannel }: RemedyCircumstances, settings: RemedySettings) {
  const isOnline = servedBy === "online" || (servedBy === "email" && settings.emailIsInternetChannel);
  const isDuty = isOnline && decidedOn >= RECONSIDERATION_LAW_OF_2023_FROM;
  if (!isDuty) return { text: "", isMissing: false, citations: [] };
  const text = onlineChannel === undefined ? "" : `（可以通过互联网渠道${onlineChannel}提交行政复议申请书）`;
  return { text, isMissing: onlineChannel === undefined, citations: [reconsiderationLaw("第二十二条第二款")] };
}

/** The article that gives sixty days to apply for reconsideration, by the law of the day. */
export function sixtyDays(decidedOn: PlainDate): Citation {
  return decidedOn < RECONSIDERATION_LAW_OF_2023_FROM
    ? formerReconsiderationLaw("第九条第一款")
    : reconsiderationLaw("第二十条第一款");
}

function termsOf(remedy: Exclude<SettledRemedy, "none">, decidedOn: PlainDate): readonly RemedyTerm[] {
  const reconsideration: RemedyTerm = { toward: "reconsideration", length: 60, unit: "day", citation: sixtyDays(decidedOn) };
  const suit: RemedyTerm = { toward: "suit", length: 6, unit: "month", citation: litigationLaw("第四十六条第一款") };
  const after: RemedyTerm = {
    toward: "suit-after-reconsideration",
    length: 15,
    unit: "day",
    citation: litigationLaw("第四十五条"),
  };
  if (remedy === "optional") return [reconsideration, suit];
  return remedy === "mixed" ? [reconsideration, after, suit] : [reconsideration, after];
}

/** The articles that open the remedy, by the law of the day. */
function lawOf(remedy: Exclude<SettledRemedy, "none">, decidedOn: PlainDate, interpreted: string | null): readonly Citation[] {
  if (decidedOn < RECONSIDERATION_LAW_OF_2023_FROM) return [regulations("第五十一条"), litigationLaw("第四十四条第一款")];
  const isInterpreted = decidedOn >= INTERPRETATION_FROM;
  const open = [
    reconsiderationLaw("第十一条第十四项"),
    litigationLaw("第四十四条第一款"),
    ...(isInterpreted && interpreted !== null ? [courtInterpretation(interpreted)] : []),
  ];
  if (remedy === "optional") return open;
  const first = [
    reconsiderationLaw("第二十三条第一款第四项"),
    reconsiderationLaw("第二十三条第二款"),
    ...(isInterpreted ? [courtInterpretation("第一条第二项")] : []),
  ];
  return remedy === "mixed" ? [...first, reconsiderationGuidance("第二条第一项"), ...open] : first;
}

function citationsOf(bodies: readonly ReconsiderationBody[]): readonly Citation[] {
  const places = new Map(bodies.map(({ citation }) => [citation.place, citation]));
  return [...places.values()];
}
