import { chineseDay, dayOf, type PlainDate } from "../../law/plain-date.js";
import { defineCheck } from "../define-check.js";
import { atReport, atText } from "../finding.js";

/** A report on a whole year cannot be signed before that year has ended. */
export const signedAfterYearEndDates = defineCheck({
  id: "dates/signed-after-year-end",
  title: "落款日期在报告年度结束之后",
  basis: [{ instrument: "政府信息公开条例", place: "第四十九条" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    tooEarly: "落款日期为{stated}，{year}年度尚未结束，应不早于{expected}。",
    publishedTooEarly: {
      text: "网页标明的发布日期为{stated}，{year}年度尚未结束，应不早于{expected}，请核对。",
      severity: "warning",
    },
  },

  *inspect(report) {
    const { signedOn, reportYear } = report;
    if (!reportYear) return;
    const year = reportYear.value;
    const yearEnd = dayOf(year, 12, 31);
    const earliest = dayOf(year + 1, 1, 1);
    if (!yearEnd || !earliest) return;
    const expected = chineseDay(earliest);
    if (signedOn) {
      // A report signed on the last day of its year covers it.
      if (!signedOn.value || signedOn.value >= yearEnd) return;
      const at = atText(signedOn.passage, signedOn.start, signedOn.end);
      yield { messageId: "tooEarly", at, data: { stated: chineseDay(signedOn.value), year, expected } };
      return;
    }
    const published = publishedOn(report.metadata);
    if (published === null || published >= yearEnd) return;
    yield { messageId: "publishedTooEarly", at: atReport, data: { stated: chineseDay(published), year, expected } };
  },
});

/** The day of publication in the information block of a web page. */
function publishedOn(metadata: ReadonlyMap<string, string>): PlainDate | null {
  for (const [name, value] of metadata) {
    const match = /^(?:pubdate|发布日期|发布时间|公开日期|公开时间)$/i.test(name)
      ? /(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/.exec(value)
      : null;
    if (match) return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  return null;
}
