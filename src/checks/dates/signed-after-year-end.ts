import { chineseDay, dayOf } from "../../law/plain-date.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** A report on a whole year cannot be signed before that year has ended. */
export const datesSignedAfterYearEnd = defineCheck({
  id: "dates/signed-after-year-end",
  title: "落款日期在报告年度结束之后",
  basis: [{ instrument: "政府信息公开条例", place: "第四十九条" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    tooEarly: "落款日期为{stated}，{year}年度尚未结束，应不早于{expected}。",
  },

  *inspect(report) {
    const { signedOn, reportYear } = report;
    if (!signedOn?.value || !reportYear) return;
    const yearEnd = dayOf(reportYear.value, 12, 31);
    const earliest = dayOf(reportYear.value + 1, 1, 1);
    // A report signed on the last day of its year covers it.
    if (!yearEnd || !earliest || signedOn.value >= yearEnd) return;
    yield {
      messageId: "tooEarly",
      at: atText(signedOn.passage, signedOn.start, signedOn.end),
      data: { stated: chineseDay(signedOn.value), year: reportYear.value, expected: chineseDay(earliest) },
    };
  },
});
