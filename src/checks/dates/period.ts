import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import { linesOf, printedWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

const TELLS_PERIOD = /(?:统计|数据)(?:的)?(?:期限|时限|时间|周期|起止时间|起止日期|时段|区间|截止时间)[^。]{0,60}/;
const WHOLE_YEAR = /20\d\d年(?:全年|度)?(?:[。,;]|$)|全年|本年度|1月1日.{0,12}12月31日/;

/** A report covers the calendar year: from 1 January to 31 December. */
export const periodDates = defineCheck({
  id: "dates/period",
  title: "统计期限为1月1日至12月31日",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十九条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    noStart: "统计期限没有写明起始日期：“{stated}”。",
    noEnd: "统计期限没有写明截止日期：“{stated}”。",
    unreadable: "统计期限残缺，读不出起止日期：“{stated}”。",
    notWholeYear: "统计期限为{from}至{to}，不是完整的公历年度（1月1日至12月31日）。",
  },

  *inspect(report) {
    const { period } = report;
    if (period === null) {
      for (const line of linesOf(report)) {
        if (line.part === "title" || line.part === "closing") continue;
        const match = TELLS_PERIOD.exec(line.text);
        if (!match || !/自|从|为|是|:/.test(match[0]) || WHOLE_YEAR.test(match[0])) continue;
        yield {
          messageId: "unreadable",
          at: atMatch(line, match),
          data: { stated: printedWords(line, match.index, match.index + match[0].length) },
        };
        return;
      }
      return;
    }
    const { from, to } = period.value;
    const at = atText(period.passage, period.start, period.end);
    const stated = period.passage.text.slice(period.start, period.end).trim();
    if (from === null && to === null) yield { messageId: "unreadable", at, data: { stated } };
    else if (from === null) yield { messageId: "noStart", at, data: { stated } };
    // A year of five digits is told by dates/calendar.
    else if (to === null && /(?<!\d)\d{5,}年/.test(stated)) return;
    else if (to === null) yield { messageId: "noEnd", at, data: { stated } };
    else if (!isWholeYear(from, to)) {
      yield { messageId: "notWholeYear", at, data: { from: chineseDay(from), to: chineseDay(to) } };
    }
  },
});

function isWholeYear(from: PlainDate, to: PlainDate): boolean {
  return from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4);
}
