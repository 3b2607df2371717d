import { dayOf, type PlainDate } from "../law/plain-date.js";
import type { Passage, Period, Told } from "../report/report.js";
import { foldedText, stretchOf } from "./folded-text.js";

const SPEAKS_OF_PERIOD =
  /统计(?:时限|期限|周期|时间|时段|区间|范围|起止)|数据(?:的)?(?:统计)?(?:时限|期限|时间)|报告期|(?:时限|期限|周期|起止时间)(?:为|是|自|从|:)/;
const DAY =
  "(?:((?:19|20)\\d{2})年?(\\d{1,2})月(\\d{1,2})日?|((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)|((?:19|20)\\d{2})[-./](\\d{1,2})[-./](\\d{1,2}))";
const END =
  "(?:((?:19|20)\\d{2})年?(\\d{1,2})月(\\d{1,2})日?|((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)|((?:19|20)\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})|(\\d{1,2})月(\\d{1,2})日?)";
const TO = "(?:日|号)?(?:起|开始)?[,，]?(?:至|到|—|–|-|~|－|―|─)+";
const WHOLE = new RegExp(`(?<!\\d)${DAY}${TO}${END}`);
const FROM_ONLY = new RegExp(`(?:自|从|为|是|:)${DAY}(?:起|至|到)`);
const TO_ONLY = new RegExp(`(?:至|到)${DAY}`);
const STATED = /(?:统计)?(?:时限|期限|周期|时间|起止时间)(?:为|是|自|从|:).{0,40}/;

/** 「统计时限为2023年度」 names a year and no days: nothing is damaged. */
const WHOLE_YEAR = /20\d{2}年(?:度|全年|[。,，)]|$)/;

/**
 * The period a report says it covers, with the sentence it stands in. A side that is missing, damaged or no day of the calendar
 * is null; null when no sentence speaks of a period.
 */
export function findPeriod(passages: readonly Passage[]): Told<Period> | null {
  let damaged: Told<Period> | null = null;
  for (const passage of passages) {
    const folded = foldedText(passage.text);
    const speaks = SPEAKS_OF_PERIOD.exec(folded.text);
    if (!speaks) continue;
    const from = sentenceStart(folded.text, speaks.index);
    const sentence = folded.text.slice(from, sentenceEnd(folded.text, speaks.index));
    const told = (period: Period, at: number, length: number): Told<Period> => ({
      value: period,
      passage,
      ...stretchOf(folded, from + at, length),
    });
    const whole = WHOLE.exec(sentence);
    if (whole) return told({ from: dayIn(whole, 1, null), to: endIn(whole) }, whole.index, whole[0].length);
    damaged ??= damagedPeriod(sentence, told);
  }
  return damaged;
}

function damagedPeriod(
  sentence: string,
  told: (period: Period, at: number, length: number) => Told<Period>,
): Told<Period> | null {
  const stated = STATED.exec(sentence);
  if (!stated || WHOLE_YEAR.test(stated[0])) return null;
  const from = FROM_ONLY.exec(sentence);
  const to = TO_ONLY.exec(sentence);
  return told({ from: from && dayIn(from, 1, null), to: to && dayIn(to, 1, null) }, stated.index, stated[0].length);
}

const sentenceStart = (text: string, at: number): number => text.lastIndexOf("。", at) + 1;

function sentenceEnd(text: string, at: number): number {
  const end = text.indexOf("。", at);
  return end < 0 ? text.length : end;
}

/** The day in the groups of DAY, which begin at `group`: year-month-day three times, one of them filled. */
function dayIn(match: RegExpExecArray, group: number, year: string | null): PlainDate | null {
  for (let at = group; at < group + 9; at += 3) {
    const [own, month, day] = [match[at], match[at + 1], match[at + 2]];
    if (own !== undefined && month !== undefined && day !== undefined) return dayOf(Number(own), Number(month), Number(day));
  }
  const [month, day] = [match[group + 9], match[group + 10]];
  return year !== null && month !== undefined && day !== undefined ? dayOf(Number(year), Number(month), Number(day)) : null;
}

/** The second day; 「至12月31日」 is in the year of the first. */
function endIn(match: RegExpExecArray): PlainDate | null {
  return dayIn(match, 10, match[1] ?? match[4] ?? match[7] ?? null);
}
