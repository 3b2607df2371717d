import { dayNumber } from "../calendar/day-arithmetic.js";
import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockReading, DerivationSpan } from "./clock-reading.js";
import { MADE_UP } from "./count-term.js";
import { isWeekend, joinedOverWeekends } from "./joined-spans.js";
import { TIME_LIMITS } from "./time-limits.js";

const REPLY = TIME_LIMITS.reply.length;

/** How the last day for the reply comes about, in Chinese sentences a requester can check with a calendar. Weekends are counted up, holidays named. */
export function explainDue(reading: ClockReading): string[] {
  const { derivation, due, flags, isProvisional } = reading;
  const sentences = joinedOverWeekends(derivation).filter(isTold).map(sentenceOf);
  const weekendDays = derivation.filter(isWeekend).reduce((days, { from, to }) => days + daysIn(from, to), 0);
  const counted = derivation.flatMap(({ kind, nth }) => (kind === "counted" && nth ? [nth.last] : [])).at(-1);
  if (due !== null && counted !== undefined) {
    const weekends = weekendDays > 0 ? `，其间周末${weekendDays}天不计` : "";
    const extended = counted > REPLY ? `（含延长的${counted - REPLY}个工作日）` : "";
    const madeUp = derivation.flatMap(({ why, from, to }) => (why.endsWith(MADE_UP) ? [`${stretch(from, to)}${why}`] : []));
    if (madeUp.length > 0) sentences.push(`${madeUp.join("、")}，计入期限。`);
    sentences.push(`自起算日的次一工作日起计满${counted}个工作日${extended}${weekends}。`);
    sentences.push(`答复期限于${chineseDay(due)}届满。`);
  }
  if (isProvisional) sentences.push("其间有节假日安排尚未公布的日子，以上日期为暂定，公布后重新计算。");
  return [...sentences, ...flags.map(({ sentence }) => sentence)];
}

const isTold = (span: DerivationSpan): boolean => !isWeekend(span) && !(span.kind === "counted" && span.part === "term");

function sentenceOf(span: DerivationSpan): string {
  const { kind, from, to, why, basis, workingDays, nth } = span;
  switch (kind) {
    case "day-zero":
      return `${chineseDay(from)}为${why}，当日不计入期限（${basis}）。`;
    case "counted":
      return `${stretch(from, to)}为延长的答复期限的第${(nth?.first ?? 0) - REPLY}至第${(nth?.last ?? 0) - REPLY}个工作日（${basis}）。`;
    case "day-off":
      return `${stretch(from, to)}${why}放假，不计入期限（${basis}）。`;
    case "excluded":
      return `${stretch(from, to)}${why}，其中${workingDays}个工作日不计入期限（${basis}）。`;
    case "set-aside":
      return `${stretch(from, to)}已经过的时间不计：${why}（${basis}）。`;
    case "waiting":
      return `${chineseDay(from)}起${why}，${to === null ? "期限停止计算" : `至${chineseDay(to)}办结`}（${basis}）。`;
    case "later-date":
      return `${why}，答复日期延至${chineseDay(to ?? from)}（${basis}）。`;
  }
}

function stretch(from: PlainDate, to: PlainDate | null): string {
  return to === null || to === from ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(to)}`;
}

function daysIn(from: PlainDate, to: PlainDate | null): number {
  return to === null ? 0 : dayNumber(to) - dayNumber(from) + 1;
}
