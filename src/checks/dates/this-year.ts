import { yearOf } from "../../law/plain-date.js";
import { linesOf } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import type { Whereabouts } from "../finding.js";

// A sentence whose subject is the organ itself: 2020年,我局…; 2020年度,区商务局….
const BEGINS_WITH_YEAR =
  /(?:^|[。!?\n])(?:\([一二三四五六七八九十]\)[^。]{0,20}。)?(20\d\d)年(?:度|以来)?,?(?:我(?:[局委办厅镇乡县市区州院中街]|单位|机关)|全[年县市区镇乡]|本(?:[机单局镇乡街委]|中心)|[\u4e00-\u9fa5]{2,16}(?:局|委员会|委|厅|人民政府|街道|镇|乡)(?:认真|深入|坚持|严格|高度|积极|不断|以|全面|切实|按照|紧紧|围绕|扎实|持续|在))/g;

// A figure of a whole year: 2025年累计发布信息12条. A month of the year after (2025年1月) is when the report was written.
const COUNTED_IN_YEAR =
  /(20\d\d)年(?:度|以来|全年)?,?(?:我[局委厅镇乡办]|本[局机]关?|全[县市区镇局])?(?:共|累计|主动公开|发布|公开|收到|受理|收录|办理)[^。;]{0,30}?\d+(?:余|多)?[条件次篇期份项]/g;

interface OtherYear {
  readonly at: Whereabouts;
  readonly stated: number;
  readonly isBegin: boolean;
}

/** The overview tells of the report year. Sentences of the year before, with none of the year itself, were copied. */
export const thisYearDates = defineCheck({
  id: "dates/this-year",
  title: "总体情况写的是报告年度",
  basis: [
    { instrument: "政府信息公开条例", place: "第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "总体情况" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    otherYear: "总体情况写的是{stated}年，报告年度为{expected}年，疑为沿用上年文字。",
    followingYear: "总体情况写有{stated}年的工作数据，报告年度为{expected}年，请核对年份。",
    mixedYears: { text: "总体情况有句子以{stated}年开头，报告年度为{expected}年，请核对。", severity: "question" },
  },

  *inspect(report) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    const periodEnd = report.period?.value.to;
    const periodYear = periodEnd ? yearOf(periodEnd) : year;
    const others: OtherYear[] = [];
    let tellsOwnYear = false;
    for (const line of linesOf(report)) {
      if (line.part !== "body" || line.section?.id !== "overview") continue;
      // A sentence that begins with a year and counts in it is told once.
      const begins = new Set<number>();
      for (const pattern of [BEGINS_WITH_YEAR, COUNTED_IN_YEAR]) {
        for (const match of line.text.matchAll(pattern)) {
          const stated = Number(match[1]);
          const start = line.text.indexOf(`${stated}年`, match.index);
          if (stated === year) tellsOwnYear = true;
          // A title of another year than period and text is told by dates/same-year.
          else if (stated === periodYear) continue;
          else if (Math.abs(stated - year) <= 2 && !begins.has(start)) {
            begins.add(start);
            others.push({ at: atLine(line, start, start + 5), stated, isBegin: pattern === BEGINS_WITH_YEAR });
          }
        }
      }
    }
    for (const { at, stated, isBegin } of others) {
      if (!isBegin && stated > year) yield { messageId: "followingYear", at, data: { stated, expected: year } };
      // A figure of the year before, beside those of the year, is a comparison.
      else if (!isBegin && tellsOwnYear) continue;
      else yield { messageId: tellsOwnYear ? "mixedYears" : "otherYear", at, data: { stated, expected: year } };
    }
  },
});
