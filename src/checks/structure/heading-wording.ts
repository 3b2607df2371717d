import { recognisable } from "../../document/normalise.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** Wording only: numbers, brackets with a note of the template, punctuation and spaces are judged elsewhere or not at all. */
function wordsOf(heading: string): string {
  return recognisable(heading)
    .replace(/[[(][^\])]{0,30}[\])]/g, "")
    .replace(/^[一二三四五六七八九十\d]{1,3}[、.,]*/, "")
    .replace(/[^\p{Letter}\p{Number}]/gu, "");
}

/** The headings are worded as the format words them (国办公开办函〔2021〕30号). Another wording is no fault, so it is only asked about. */
export const headingWordingStructure = defineCheck({
  id: "structure/heading-wording",
  title: "各部分标题与格式规定一致",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    differs: "标题“{stated}”与格式规定的“{expected}”不一致，请核对。",
  },

  *inspect(report) {
    for (const [index, { id, heading, paragraphs }] of report.sections.entries()) {
      const form = report.format.sections.find((candidate) => candidate.id === id);
      if (!form) continue;
      // A heading may run on into the first sentence, so the words of its mark are what counts.
      const stated = wordsOf(heading.heading?.words ?? heading.text);
      const expected = wordsOf(form.label);
      if (stated === "" || stated === expected) continue;
      // The last words of a text that breaks off.
      const isLast = index === report.sections.length - 1 && paragraphs.length === 0 && report.closing.length === 0;
      if (isLast && expected.startsWith(stated)) continue;
      yield { messageId: "differs", at: atText(heading), data: { stated: heading.text.trim(), expected: form.label } };
    }
  },
});
