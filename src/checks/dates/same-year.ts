import { yearOf } from "../../law/plain-date.js";
import { linesOf } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atText, type Whereabouts } from "../finding.js";

const YEAR = /(?<!\d)(20\d\d)(?=年|—|-|\D{0,3}年度)/;
// 现公布某局2023年政府信息公开工作年度报告; 《某镇2020年政府信息公开工作年度报告》
const NAMES_ITSELF =
  /(?:公布|发布|公开|编制|形成|《)[^。,;《》]{0,40}?(?<!\d)(20\d\d)年(?:度)?(?:的)?(?:本级)?(?:政府信息|政务信息|信息|政务)公开(?:工作)?(?:年度)?(?:工作)?报告/;
const HEADING_YEAR = /(?<!\d)(20\d\d)年/;

/** The report is about one year: in its title, its period, and wherever it names itself. */
export const sameYearDates = defineCheck({
  id: "dates/same-year",
  title: "标题、统计期限、正文自称的年度一致",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十九条、第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    period: { text: "标题为{expected}年度，统计期限却在{stated}年。", severity: "error" },
    periodAcross: { text: "统计期限跨年：从{from}年到{to}年。", severity: "warning" },
    ownName: "正文称本报告为{stated}年度报告，{source}为{expected}年度。",
    heading: "标题“{heading}”写作{stated}年，{source}为{expected}年度。",
  },

  *inspect(report) {
    const titled = report.title ? YEAR.exec(report.title.text.replace(/\s/g, "")) : null;
    const titleYear = titled ? Number(titled[1]) : null;
    const period = report.period?.value;
    const from = period?.from ? yearOf(period.from) : null;
    const to = period?.to ? yearOf(period.to) : null;
    const periodYear = to ?? from;
    const atPeriod: Whereabouts | null = report.period
      ? atText(report.period.passage, report.period.start, report.period.end)
      : null;

    if (atPeriod && from !== null && to !== null && from !== to) {
      yield { messageId: "periodAcross", at: atPeriod, data: { from, to } };
    } else if (atPeriod && titleYear !== null && periodYear !== null && periodYear !== titleYear) {
      const related = report.title ? [atText(report.title)] : [];
      yield { messageId: "period", at: atPeriod, related, data: { stated: periodYear, expected: titleYear } };
    }

    const expected = titleYear ?? periodYear;
    if (expected === null) return;
    const source = titleYear === null ? "统计期限" : "标题";
    for (const line of linesOf(report)) {
      const isHeading = line.part === "heading";
      if (!isHeading && line.part !== "preface" && !(line.part === "body" && line.section?.id === "overview")) continue;
      const match = (isHeading ? HEADING_YEAR : NAMES_ITSELF).exec(line.text);
      if (!match || Number(match[1]) === expected) continue;
      // 编制2024年工作要点 and the report of last year, told of as done, are no names of this report.
      if (!isHeading && /上年|上一年|去年|已|完成|发布了|条/.test(line.text.slice(Math.max(0, match.index - 12), match.index)))
        continue;
      // 公布2022年度报告1条 counts what was published.
      if (/^》?\d*[条份篇件]/.test(line.text.slice(match.index + match[0].length))) continue;
      const stated = Number(match[1]);
      if (isHeading)
        yield {
          messageId: "heading",
          at: atMatch(line, match),
          data: { heading: line.passage.text.trim(), stated, source, expected },
        };
      else if (line.part === "preface")
        yield { messageId: "ownName", at: atMatch(line, match), data: { stated, source, expected } };
    }
  },
});
