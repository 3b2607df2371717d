import { type Line, linesOf, printedWords } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const CLOSING = new Map([
  ["(", ")"],
  ["《", "》"],
  ["“", "”"],
  ["【", "】"],
  ["「", "」"],
  ["〔", "〕"],
]);
const OPENING = new Map([...CLOSING].map(([open, close]) => [close, open]));
const SIGNS = /[()《》“”【】「」〔〕]/g;

/** Nobody nests deeper; a file made to cost time does. */
const MOST_OPEN = 100;

interface Sign {
  readonly sign: string;
  readonly line: Line;
  readonly at: number;
}

/** The signs of a run of paragraphs that have no partner. A quotation may run over several paragraphs. */
function unpaired(lines: readonly Line[]): Sign[] {
  const open: Sign[] = [];
  const alone: Sign[] = [];
  for (const line of lines) {
    for (const { 0: sign, index: at } of line.text.matchAll(SIGNS)) {
      const partner = OPENING.get(sign);
      if (CLOSING.has(sign)) {
        if (open.length < MOST_OPEN) open.push({ sign, line, at });
      } else if (partner !== undefined) {
        const found = open.findLastIndex((candidate) => candidate.sign === partner);
        if (found >= 0) open.splice(found, 1);
        // 1) and 一) are numbers of a list.
        else if (sign !== ")" || !/(?:^|[。;,:])[\d一二三四五六七八九十]{1,2}$/.test(line.text.slice(Math.max(0, at - 3), at)))
          alone.push({ sign, line, at });
      }
    }
  }
  return [...alone, ...open];
}

/** Brackets, quotation marks and book-title marks come in pairs. */
export const bracketsWording = defineCheck({
  id: "wording/brackets",
  title: "括号、引号、书名号成对",
  basis: [{ instrument: "标点符号用法（GB/T 15834—2011）", place: "4.8、4.9、4.15" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    unpaired: "“{context}”中的{sign}没有配对。",
  },

  *inspect(report) {
    // Signs that a machine misread in a scan are no faults of the report.
    if (report.source.kind === "scan") return;
    const runs = new Map<string, Line[]>();
    for (const line of linesOf(report)) {
      // Labels of tables that fell into the text are torn anywhere.
      const id = line.section?.id;
      if (
        line.part === "closing" ||
        (id !== undefined && id !== null && id !== "overview" && id !== "problems" && id !== "other")
      )
        continue;
      const key = line.part === "title" || line.part === "heading" ? `${line.part}${line.passage.block}` : `${line.part}${id}`;
      const run = runs.get(key);
      if (run) run.push(line);
      else runs.set(key, [line]);
    }
    for (const run of runs.values()) {
      for (const { line, at } of unpaired(run).slice(0, 5)) {
        const context = printedWords(line, Math.max(0, at - 8), Math.min(line.text.length, at + 9));
        yield { messageId: "unpaired", at: atLine(line, at, at + 1), data: { context, sign: printedWords(line, at, at + 1) } };
      }
    }
  },
});
