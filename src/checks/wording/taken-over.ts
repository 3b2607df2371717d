import { type Line, linesOf, printedWords } from "../../report/lines.js";
import type { Report } from "../../report/report.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import type { Whereabouts } from "../finding.js";

const SHORTEST = 12;
const FEWEST_SENTENCES = 5;
const MUCH_PERCENT = 60;
const PAIRS_NAMED = 3;

interface Sentence {
  /** Years and figures are masked: a sentence taken over with new figures is taken over. */
  readonly masked: string;
  readonly text: string;
  readonly at: Whereabouts;
}

/** What an office writes anew each year. The preface, the contact and section six are the same by nature. */
const isNarrative = ({ part, section }: Line): boolean =>
  part === "body" && (section?.id === "overview" || section?.id === "problems");

function sentences(report: Report): Sentence[] {
  const found: Sentence[] = [];
  for (const line of linesOf(report)) {
    if (!isNarrative(line)) continue;
    for (const match of line.text.matchAll(/[^。;!?]+/g)) {
      if (match[0].length < SHORTEST) continue;
      const masked = match[0].replace(/\d+(?:\.\d+)?/g, "0").replace(/^\([一二三四五六七八九十]{1,3}\)/, "");
      found.push({
        masked,
        text: printedWords(line, match.index, match.index + match[0].length),
        at: atLine(line, match.index, match.index + match[0].length),
      });
    }
  }
  return found;
}

/** A report is written anew each year; most sentences taken over word for word are 内容雷同、敷衍塞责, for which Article 47 provides. */
export const takenOverWording = defineCheck({
  id: "wording/taken-over",
  title: "总体情况和改进情况不大段沿用上年文字",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" },
    { instrument: "政府信息公开条例", place: "第四十七条" },
  ],
  formats: ["f2019", "f2021"],
  severity: "question",
  needsPrevious: true,
  messages: {
    mostly: "{total} 句中有 {count} 句（{percent}%）与上年报告相同，只改了数字或年份，例如：{examples}。",
  },

  *inspect(report, { previous }) {
    const before = new Map((previous ? sentences(previous) : []).map(({ masked, at }) => [masked, at]));
    const now = sentences(report);
    if (now.length < FEWEST_SENTENCES) return;
    const taken = now.filter(({ masked }) => before.has(masked));
    const percent = Math.round((taken.length / now.length) * 100);
    const [first] = taken;
    if (!first || percent <= MUCH_PERCENT) return;
    const examples = taken.slice(0, PAIRS_NAMED).map(({ text }) => `“${text.slice(0, 30)}”`);
    yield {
      messageId: "mostly",
      at: first.at,
      related: taken.slice(1).map(({ at }) => at),
      data: { total: now.length, count: taken.length, percent, examples: examples.join("、") },
    };
  },
});
