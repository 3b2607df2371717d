import { EXEMPTION_IDS, type OutcomeId, outcomeOfId } from "../outcomes/outcomes.js";
import type { PlainDate } from "../plain-date.js";
import { RECONSIDERATION_LAW_OF_2023_FROM } from "./reconsideration-body.js";
import type { RemedyClass } from "./remedy-class.js";
import type { RemedySettings } from "./remedy-settings.js";

/** What holds on a day, with every argument settled. */
export type SettledRemedy = Exclude<RemedyClass, "statutory_or_none">;

/** A decision as far as its remedy goes. */
export interface DecisionWithRemedy {
  readonly outcome: OutcomeId;
  /** For 部分公开: the rows the withheld parts would fall in. Left out: parts withheld under 第十四条至第十六条 are supposed. */
  readonly withheld?: readonly OutcomeId[];
}

/** The class of a decision, whatever the day: a row's own, but nothing comes first where no part was withheld under 第十四条至第十六条. */
export function remedyOfDecision({ outcome, withheld }: DecisionWithRemedy, settings: RemedySettings): RemedyClass {
  if (outcome === "other.misc") return settings.otherMisc;
  if (outcome === "partial" && withheld && !withheld.some((part) => EXEMPTION_IDS.includes(part))) return "optional";
  return outcomeOfId(outcome)?.remedy ?? "none";
}

/**
 * What a class means on the day of the act. Reconsideration comes first since 2024-01-01 (行政复议法 第二十三条第一款第四项);
 * before, every answer could be reconsidered or sued over.
 */
export function remedyOn(remedy: RemedyClass, decidedOn: PlainDate, settings: RemedySettings): SettledRemedy {
  const settled = remedy === "statutory_or_none" ? settings.statutoryOrNone : remedy;
  if (settled === "none" || decidedOn >= RECONSIDERATION_LAW_OF_2023_FROM) return settled;
  return "optional";
}
