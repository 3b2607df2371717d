import { recognisable } from "../../document/normalise.js";
import { chineseNumeral } from "../../report/figures.js";
import type { SectionId } from "../../report/format.js";
import { linesOf } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

// 共六个部分, 等6部分, 由以下六大部分组成. 五方面 of a section are another thing.
const PROMISED = /([一二三四五六七八九十]|\d{1,2})(?:个|大|大个)?部分(?!门|单位|人|地|内|信)/;

/** By which words a list of contents names each section, in any wording met. */
const TOPICS: readonly (readonly [id: SectionId, words: RegExp])[] = [
  ["overview", /总体|概述|概况|基本情况|工作情况概|综述/],
  ["proactive", /主动公开/],
  ["requests", /收到和处理|依申请|申请公开|公开申请(?!行政复议|被)|申请办理|申请情况/],
  ["review_litigation", /复议|诉讼/],
  ["problems", /问题|改进|整改|不足/],
  ["other", /其[他它]|报告事项/],
];

const EXPECTED = 6;

/** A report that says of how many parts it consists names as many. The lists are worded freely, so only topics are looked for. */
export const partCountStructure = defineCheck({
  id: "structure/part-count",
  title: "导语所说的部分数与所列部分、格式一致",
  basis: [
    { instrument: "政府信息公开条例", place: "第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    fewerNamed: { text: "导语称全文“{stated}”，所列部分中没有“{expected}”。请核对。", severity: "warning" },
    otherCount: "导语称全文“{stated}”，格式规定六个部分。请核对。",
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      if (line.part === "title" || line.part === "closing") continue;
      if (line.part === "body" && line.section?.id !== "overview") continue;
      if (!line.text.includes("部分")) continue;
      const match = PROMISED.exec(line.text);
      if (!match) continue;
      const start = Math.max(line.text.lastIndexOf("。", match.index), line.text.lastIndexOf("\n", match.index)) + 1;
      const end = sentenceEnd(line.text, match.index);
      const sentence = recognisable(line.text.slice(start, end));
      if (!/报告|全文|年报/.test(recognisable(line.text.slice(0, match.index)))) continue;
      const [stated, digits = ""] = match;
      const promised = /\d/.test(digits) ? Number(digits) : chineseNumeral(digits);
      const named = TOPICS.filter(([, words]) => words.test(sentence));
      const at = atLine(line, match.index, match.index + stated.length);
      if (promised !== EXPECTED) {
        yield { messageId: "otherCount", at, data: { stated } };
      } else if (named.length >= 3 && named.length < EXPECTED) {
        const missing = TOPICS.filter((topic) => !named.includes(topic)).map(([id]) => id);
        const labels = report.format.sections.filter(({ id }) => missing.includes(id)).map(({ label }) => label.slice(2));
        yield { messageId: "fewerNamed", at, data: { stated, expected: labels.join("”“") } };
      }
      return;
    }
  },
});

function sentenceEnd(text: string, from: number): number {
  const end = text.indexOf("。", from);
  return end < 0 ? text.length : end;
}
