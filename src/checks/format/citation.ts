import { linesOf, printedWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

// 国办公开办函〔2021〕30号 in every way it is met: other brackets, none, a lost sign, 国办函.
const NOTICE = /国(?:务院)?办?(?:公厅)?公开?办?(?:公室)?函?[〔[(（【﹝]?(\d{4,7})[〕\])）】﹞]?第?(\d{0,3})号/g;
const WHOLE = /^国办公开办函[〔[(【﹝](\d{4})[〕\])】﹞]第?(\d{1,3})号$/;
const OLD_DECREE = /(?:国务院令|国令)[^。]{0,6}第?492号/;
const REPLACED_FROM = 2019;

/** The yearly notices on the form: which one holds for which format. */
const FORM_NOTICES = new Map([
  ["2019-60", { format: "f2019", instrument: "国办公开办函〔2019〕60号" }],
  ["2021-30", { format: "f2021", instrument: "国办公开办函〔2021〕30号" }],
]);

/** The rules a report cites are those in force for it, and their numbers are whole. */
export const citationFormat = defineCheck({
  id: "format/citation",
  title: "引用的文件现行有效、文号完整",
  basis: [
    { instrument: "国办公开办函〔2021〕30号" },
    { instrument: "国务院令第711号", place: "修订后的政府信息公开条例自2019年5月15日起施行" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    staleNotice: "引用的“{stated}”是旧格式的通知，{year}年度报告的格式由{expected}规定。",
    earlyNotice: "引用的“{stated}”是{year}年度之后才启用的格式，本报告的格式由{expected}规定。",
    staleDecree: "引用的“{stated}”已于2019年修订，现行条例为国务院令第711号。",
    damaged: "文号“{stated}”残缺，应为“{expected}”一类的完整文号，请核对。",
  },

  *inspect(report) {
    const year = report.reportYear?.value ?? null;
    for (const line of linesOf(report)) {
      const decree = year !== null && year >= REPLACED_FROM ? OLD_DECREE.exec(line.text) : null;
      if (decree && !/711号|修订/.test(line.text)) {
        yield { messageId: "staleDecree", at: atMatch(line, decree), data: { stated: decree[0] } };
      }
      if (!line.text.includes("国")) continue;
      for (const match of line.text.matchAll(NOTICE)) {
        const at = atMatch(line, match);
        const stated = printedWords(line, match.index, match.index + match[0].length);
        const whole = WHOLE.exec(match[0]);
        if (!whole) {
          yield { messageId: "damaged", at, data: { stated, expected: report.format.instrument } };
          continue;
        }
        const notice = FORM_NOTICES.get(`${whole[1]}-${whole[2]}`);
        if (!notice || notice.format === report.format.id || year === null) continue;
        // Old tables of a new year are the fault of format/edition; the notice that fits them is no second one.
        const isStale = notice.format === "f2019";
        if (isStale ? year < 2021 : year >= 2021) continue;
        yield {
          messageId: isStale ? "staleNotice" : "earlyNotice",
          at,
          data: { stated, year, expected: report.format.instrument },
        };
      }
    }
  },
});
