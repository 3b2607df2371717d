import { yearOf } from "../../law/plain-date.js";
import { formatForYear } from "../../report/formats/index.js";
import { defineCheck } from "../define-check.js";
import { atReport } from "../finding.js";

/** The tables are those prescribed for the report year, by year and not by day of publication. */
export const editionFormat = defineCheck({
  id: "format/edition",
  title: "表格采用报告年度对应的格式",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "自2021年度报告起施行" }, { instrument: "国办公开办函〔2019〕60号" }],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    wrongEdition: "{year}年度报告应采用{expected}（{instrument}），表格却是{stated}。请按规定格式重新填报。",
  },

  *inspect(report) {
    if (!report.isFormatProved || report.reportYear === null) return;
    const year = report.reportYear.value;
    const expected = formatForYear(year);
    if (expected === null || expected.id === report.format.id) return;
    // A title of another year than the period is the fault then, and dates/same-year tells it.
    const end = report.period?.value.to;
    if (end && yearOf(end) !== year && formatForYear(yearOf(end))?.id === report.format.id) return;
    yield {
      messageId: "wrongEdition",
      at: report.tables.proactive ? { kind: "table", table: "proactive" } : atReport,
      data: { year, expected: expected.name, instrument: expected.instrument, stated: report.format.name },
    };
  },
});
