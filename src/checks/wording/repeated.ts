import { type Line, linesOf, printedWords } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import type { Whereabouts } from "../finding.js";

const SHORTEST = 20;
const MOST_FINDINGS = 10;

interface Told {
  readonly line: Line;
  readonly at: Whereabouts;
}

/** A sentence of some length stands once. The same in two places was copied by mistake, or the place for something else. */
export const repeatedWording = defineCheck({
  id: "wording/repeated",
  title: "正文没有重复的段落和长句",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    otherSection: "“{stated}”在“{first}”中已经出现，请核对是否重复。",
    sameSection: "“{stated}”在本部分出现两次，请核对是否重复。",
  },

  *inspect(report) {
    const seen = new Map<string, Told>();
    let findings = 0;
    for (const line of linesOf(report)) {
      if (line.part !== "body") continue;
      for (const { words, start, end } of longSentences(line.text)) {
        const first = seen.get(words);
        const at = atLine(line, start, end);
        if (!first) {
          seen.set(words, { line, at });
          continue;
        }
        findings += 1;
        if (findings > MOST_FINDINGS) return;
        const stated = shortened(printedWords(line, start, end));
        if (first.line.section === line.section) yield { messageId: "sameSection", at, related: [first.at], data: { stated } };
        else {
          const heading = first.line.section?.heading.text.trim() ?? "";
          yield { messageId: "otherSection", at, related: [first.at], data: { stated, first: heading } };
        }
      }
    }
  },
});

function longSentences(text: string): { words: string; start: number; end: number }[] {
  const found: { words: string; start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text.charAt(at) !== "。" && text.charAt(at) !== ";") continue;
    // The number of a heading is no part of the sentence.
    const words = text.slice(start, at).replace(/^(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|[一二三四五六七八九]是)/, "");
    if (words.length >= SHORTEST) found.push({ words, start: at - words.length, end: at });
    start = at + 1;
  }
  return found;
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
