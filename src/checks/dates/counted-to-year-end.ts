import { dayOf } from "../../law/plain-date.js";
import { linesOf } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const AS_OF = /(?:截至|截止到?|截止至)(20\d\d)年(\d{1,2})月(\d{1,2})[日号]/g;
const AS_OF_MONTH = /(?:截至|截止到?|截止至)(20\d\d)年(\d{1,2})月(?:底|末)/g;

/** Figures are counted to 31 December; a figure as of a day within the year leaves the rest of the year out. */
export const countedToYearEndDates = defineCheck({
  id: "dates/counted-to-year-end",
  title: "数据统计到年底",
  basis: [{ instrument: "政府信息公开条例", place: "第四十九条、第五十条" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    tooEarly: "“{stated}”统计截止早于{year}年12月31日，请核对是否包含全年数据。",
  },

  *inspect(report) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    for (const line of linesOf(report)) {
      if (line.part !== "body" || !line.text.includes("截")) continue;
      const matches = [...line.text.matchAll(AS_OF), ...line.text.matchAll(AS_OF_MONTH)];
      for (const match of matches) {
        const [stated, told, month = "", day] = match;
        if (Number(told) !== year || (Number(month) === 12 && (day === undefined || Number(day) === 31))) continue;
        // A day that does not exist is a matter of dates/calendar.
        if (day !== undefined && dayOf(year, Number(month), Number(day)) === null) continue;
        yield { messageId: "tooEarly", at: atMatch(line, match), data: { stated, year } };
      }
    }
  },
});
