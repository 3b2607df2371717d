import { latestMeetingBy } from "../../law/meetings.js";
import { chineseDay, dayOf } from "../../law/plain-date.js";
import { chineseNumeral } from "../../report/figures.js";
import { linesOf } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import type { Whereabouts } from "../finding.js";

// 十九届二中、三中、四中全会: the congress once, then plenums. 党的二十大.
const PLENUMS = /(十[八九]|二十[一二]?)届((?:[一二三四五六七](?:次)?中(?:全会)?[、,和及]{0,2}){1,7})(?:次?全会|全体会议)?/g;
// 党的十八大以来 tells a time, not a spirit.
const CONGRESS = /党的(十[八九]|二十[一二]?)大(?!以来|以后|召开)|党的第?(十[八九]|二十[一二]?)次全国代表大会(?!以来|以后|召开)/g;

interface Named {
  readonly congress: number;
  readonly plenum: number;
  readonly text: string;
  readonly at: Whereabouts;
}

/** A report written in the spirit of the latest plenary session names it; the session before names the year a text was first written. */
export const latestMeetingDates = defineCheck({
  id: "dates/latest-meeting",
  title: "所引会议精神与报告年度相符",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" },
    { instrument: "政府信息公开条例", place: "第四十七条" },
  ],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    outdated: "所引会议止于“{stated}”，{year}年底前已召开{expected}（{closed}闭幕）。请核对是否沿用上年文字。",
  },

  *inspect(report) {
    const year = report.reportYear?.value;
    const yearEnd = year === undefined ? null : dayOf(year, 12, 31);
    const latest = yearEnd ? latestMeetingBy(yearEnd) : null;
    if (year === undefined || !latest) return;
    let newest: Named | null = null;
    for (const line of linesOf(report)) {
      if (!/届|党的/.test(line.text)) continue;
      if (/历次全会|历届全会/.test(line.text)) return;
      const found: Named[] = [];
      for (const match of line.text.matchAll(PLENUMS)) {
        const plenum = Math.max(
          ...[...(match[2] ?? "").matchAll(/[一二三四五六七]/g)].map(([sign]) => chineseNumeral(sign) ?? 0),
        );
        found.push({
          congress: chineseNumeral(match[1] ?? "") ?? 0,
          plenum,
          text: match[0],
          at: atLine(line, match.index, match.index + match[0].length),
        });
      }
      for (const match of line.text.matchAll(CONGRESS)) {
        const congress = chineseNumeral(match[1] ?? match[2] ?? "") ?? 0;
        found.push({ congress, plenum: 0, text: match[0], at: atLine(line, match.index, match.index + match[0].length) });
      }
      for (const named of found) if (newest === null || isLater(named, newest)) newest = named;
    }
    // Only a text that names plenums means to be complete; one that names the congress alone does not.
    if (newest === null || !isLater(latest, newest) || (newest.plenum === 0 && newest.congress === latest.congress)) return;
    yield {
      messageId: "outdated",
      at: newest.at,
      data: { stated: newest.text, year, expected: latest.name, closed: chineseDay(latest.closedOn) },
    };
  },
});

function isLater(one: { congress: number; plenum: number }, other: { congress: number; plenum: number }): boolean {
  return one.congress > other.congress || (one.congress === other.congress && one.plenum > other.plenum);
}
