import { reportingOrgan } from "../../law/report-deadline.js";
import { plainWords } from "../../report/lines.js";
import { sectionOf } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atReport, atText } from "../finding.js";

/** A report is signed: the organ that answers for it and the day. A web page may state both beside the text. */
export const signOffDates = defineCheck({
  id: "dates/sign-off",
  title: "有落款机关和日期",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十九条" },
    { instrument: "党政机关公文格式（GB/T 9704—2012）", place: "7.3.5" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    none: "文末没有落款机关和日期。",
    noneOfGovernment: { text: "文末没有落款和日期，请核对网页是否另有发布机关和日期。", severity: "question" },
    noDay: "文末有落款机关“{agency}”，没有日期。",
    noAgency: { text: "文末有日期“{stated}”，没有落款机关。", severity: "question" },
    impossibleDay: "落款日期“{stated}”不是日历上的一天。",
  },

  *inspect(report) {
    // The end of a text that breaks off is not here to be signed.
    if (!sectionOf(report, "other") && report.closing.length === 0) return;
    const { signedOn } = report;
    const { signOff } = report.agency;
    if (signedOn && signedOn.value === null) {
      const stated = signedOn.passage.text.slice(signedOn.start, signedOn.end);
      yield { messageId: "impossibleDay", at: atText(signedOn.passage, signedOn.start, signedOn.end), data: { stated } };
      return;
    }
    if (signedOn && signOff) return;
    if (signedOn) {
      const stated = signedOn.passage.text.slice(signedOn.start, signedOn.end);
      yield { messageId: "noAgency", at: atText(signedOn.passage, signedOn.start, signedOn.end), data: { stated } };
      return;
    }
    if (isDatedBeside(report.metadata)) return;
    // Governments print the organ in the title and the day on the page more often than not.
    const titled = report.agency.title?.value;
    const isGovernment = titled !== undefined && ["government", "office"].includes(reportingOrgan(plainWords(titled)));
    if (signOff)
      yield { messageId: "noDay", at: atText(signOff.passage, signOff.start, signOff.end), data: { agency: signOff.value } };
    else yield { messageId: isGovernment ? "noneOfGovernment" : "none", at: atReport, data: {} };
  },
});

/** The information block of a content system states publisher and day of publication (GB/T 33476: 发布日期). */
function isDatedBeside(metadata: ReadonlyMap<string, string>): boolean {
  for (const [name, value] of metadata) {
    if (/pubdate|publish|发布|公开日期|成文|生成日期|印发/i.test(name) && /20\d\d/.test(value)) return true;
  }
  return false;
}
