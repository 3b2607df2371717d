import { plainWords } from "../../report/lines.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** The title says each thing once: 2020年度…年度报告 says 年度 twice. Many reports do, so it is only asked about. */
export const titleRepeatsWording = defineCheck({
  id: "wording/title-repeats",
  title: "标题不重复用词",
  basis: [{ instrument: "党政机关公文格式（GB/T 9704—2012）", place: "7.3.1" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    twice: "标题中“{word}”出现两次：“{stated}”。",
  },

  *inspect(report) {
    if (!report.title) return;
    const words = plainWords(report.title.text);
    const stated = report.title.text.trim();
    if (words.split("年度").length > 2) yield { messageId: "twice", at: atText(report.title), data: { word: "年度", stated } };
    else if (words.split("报告").length > 2)
      yield { messageId: "twice", at: atText(report.title), data: { word: "报告", stated } };
  },
});
