import { dayOf } from "../../law/plain-date.js";
import { linesOf } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const DAY = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})[日号]/g;
const MONTH_DAY = /(?<![\d年])(\d{1,2})月(\d{1,2})日/g;
const LONG_YEAR = /(?<!\d)(?:19|20)\d{3,6}年(?!来|前)/g;

// 20231月1日: a converter dropped 年.
const LOST_YEAR_SIGN = /(?<!\d)20\d\d\d{1,2}月\d{1,2}[日号]/g;

const LEAP_YEAR = 2020;

/** Every day that is told is a day of the calendar. */
export const calendarDates = defineCheck({
  id: "dates/calendar",
  title: "文中日期真实存在",
  basis: [
    { instrument: "政府信息公开条例", place: "第六条" },
    { instrument: "国办公开办函〔2021〕30号", place: "数据准确" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    noSuchDay: "“{stated}”不是日历上的一天。",
    damagedYear: "年份“{stated}”位数不对。",
    lostYearSign: "日期“{stated}”疑缺“年”字。",
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      if (!/[年月]/.test(line.text)) continue;
      for (const match of line.text.matchAll(LONG_YEAR)) {
        yield { messageId: "damagedYear", at: atMatch(line, match), data: { stated: match[0] } };
      }
      for (const match of line.text.matchAll(LOST_YEAR_SIGN)) {
        yield { messageId: "lostYearSign", at: atMatch(line, match), data: { stated: match[0] } };
      }
      for (const match of line.text.matchAll(DAY)) {
        const [stated, year, month, day] = match;
        // The sign date is a matter of dates/sign-off.
        if (line.part === "closing" || dayOf(Number(year), Number(month), Number(day))) continue;
        yield { messageId: "noSuchDay", at: atMatch(line, match), data: { stated } };
      }
      for (const match of line.text.matchAll(MONTH_DAY)) {
        const [stated, month, day] = match;
        if (dayOf(LEAP_YEAR, Number(month), Number(day))) continue;
        yield { messageId: "noSuchDay", at: atMatch(line, match), data: { stated } };
      }
    }
  },
});
