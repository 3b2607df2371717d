import { chineseDay, yearOf } from "../../law/plain-date.js";
import { reportDeadline, reportingOrgan } from "../../law/report-deadline.js";
import { plainWords } from "../../report/lines.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** Article 49: departments publish by 31 January, governments by 31 March. The sign date is not the day of publication, so it is asked. */
export const publishedInTimeDates = defineCheck({
  id: "dates/published-in-time",
  title: "落款日期不晚于法定公布期限",
  basis: [{ instrument: "政府信息公开条例", place: "第四十九条" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    late: "落款日期为{stated}，晚于条例第四十九条规定的{expected}。请核对公布时间。",
  },

  *inspect(report) {
    const { signedOn, reportYear, agency } = report;
    const names = [agency.title, agency.signOff, agency.body].flatMap((told) => (told ? [plainWords(told.value)] : []));
    if (!signedOn?.value || !reportYear || names.length === 0) return;
    // Which year is meant is open when title and period differ.
    const end = report.period?.value.to;
    if (end && yearOf(end) !== reportYear.value) return;
    const dues = names.slice(0, 2).map((name) => reportDeadline(reportYear.value, reportingOrgan(name)));
    // The later day holds where title and sign-off differ; none holds where one of them is a town.
    const due = dues.includes(null) ? null : (dues.toSorted().at(-1) ?? null);
    if (due === null || signedOn.value <= due) return;
    yield {
      messageId: "late",
      at: atText(signedOn.passage, signedOn.start, signedOn.end),
      data: { stated: chineseDay(signedOn.value), expected: chineseDay(due) },
    };
  },
});
