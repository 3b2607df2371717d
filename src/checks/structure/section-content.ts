import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

const PROSE = new Set(["overview", "problems", "other"]);

/** Sections one, five and six are told in words: a heading with nothing below it leaves a statutory content out. */
export const sectionContentStructure = defineCheck({
  id: "structure/section-content",
  title: "总体情况、问题及改进、其他事项三部分有内容",
  basis: [
    { instrument: "政府信息公开条例", place: "第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    empty: "“{heading}”之下没有内容。没有需要报告的事项时，也应写明“无”。",
  },

  *inspect(report) {
    for (const [index, { id, heading, paragraphs }] of report.sections.entries()) {
      if (id === null || !PROSE.has(id)) continue;
      // The text may stand under a heading of its own, or run on behind the heading.
      if (report.sections[index + 1]?.id === null) continue;
      const runsOn = (heading.heading?.words.length ?? 0) + 8 < heading.text.trim().length;
      if (runsOn || paragraphs.some(({ text }) => text.trim() !== "")) continue;
      if (report.picturesIn.includes(id)) continue;
      yield { messageId: "empty", at: atText(heading), data: { heading: heading.text.trim() } };
    }
  },
});
