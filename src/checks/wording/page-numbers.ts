import { linesOf } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const PAGE_NUMBER = /^(?:[-—–·]{1,3}\d{1,4}[-—–·]{1,3}|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{2,6})$/;
const SMALL_NUMBER = /^\d$/;

/** A paragraph that is only a number is the number of a page that came into the text. */
export const pageNumbersWording = defineCheck({
  id: "wording/page-numbers",
  title: "正文中没有混入页码",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    stray: "“{stated}”独立成段，疑为混入正文的页码。",
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      if (line.part !== "body" && line.part !== "preface" && line.part !== "closing") continue;
      // A single figure below a table may be a cell that fell out of it.
      const isProse = line.section === null || line.section.id === "overview" || line.section.id === "problems";
      if (!PAGE_NUMBER.test(line.text) && !(isProse && SMALL_NUMBER.test(line.text))) continue;
      yield { messageId: "stray", at: atLine(line), data: { stated: line.passage.text.trim() } };
    }
  },
});
