import type { HeadingMark, Passage, Report, Section } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atText, type Whereabouts } from "../finding.js";

const CHINESE = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

function printed(level: HeadingMark["level"], number: number): string {
  const chinese = CHINESE[number] ?? String(number);
  if (level === 1) return `${chinese}、`;
  if (level === 2) return `（${chinese}）`;
  return level === 3 ? `${number}.` : `（${number}）`;
}

/** Rows of a table that fell into the text carry numbers of their own, so only sections of prose are looked at below level 1. */
const PROSE: ReadonlySet<Section["id"]> = new Set([null, "overview", "problems", "other"]);

/** A sentence with a number of its own (2023年…, 1.5万) is no heading. */
function markOf({ heading, text }: Passage): HeadingMark | null {
  if (!heading || heading.number < 1 || heading.number > 30) return null;
  if (!/[、.．)）,，]$/.test(heading.printed.trim()) && !/^[（(]/.test(heading.printed)) return null;
  return /^[\d０-９]/.test(text.slice(text.indexOf(heading.printed) + heading.printed.length)) ? null : heading;
}

interface Break {
  readonly messageId: "twice" | "skipped" | "restarted";
  readonly at: Whereabouts;
  readonly data: { readonly stated: string; readonly expected: string; readonly previous: string };
}

function breakOf(
  passage: Passage,
  mark: HeadingMark,
  previous: { readonly number: number; readonly passage: Passage },
): Break | null {
  if (mark.number === previous.number + 1) return null;
  const data = {
    stated: passage.text.trim().slice(0, 30),
    expected: printed(mark.level, previous.number + 1),
    previous: previous.passage.text.trim().slice(0, 30),
  };
  const messageId = mark.number > previous.number ? "skipped" : mark.number === previous.number ? "twice" : "restarted";
  return { messageId, at: atText(passage), data };
}

function* topLevel({ sections, format }: Report): Generator<Break> {
  const isAsInForm = ({ id }: Section, number: number): boolean =>
    format.sections.findIndex((form) => form.id === id) + 1 === number;
  let previous: { number: number; passage: Passage; section: Section; isTwice: boolean } | null = null;
  for (const section of sections) {
    const { heading } = section;
    const mark = markOf(heading);
    // One report may print 1. where another prints 一、; the section tells the level.
    if (!mark) continue;
    const found: Break | null = previous ? breakOf(heading, { ...mark, level: 1 }, previous) : null;
    // A statutory section that was left out takes its number along: that is one fault, and structure/section-order tells it.
    const isLeftOut =
      found?.messageId === "skipped" &&
      previous !== null &&
      isAsInForm(previous.section, previous.number) &&
      isAsInForm(section, mark.number);
    // 一、一、三、: what comes behind a number used twice goes on as if it had been right.
    const goesOn = previous?.isTwice === true && mark.number === previous.number + 2;
    if (found && !isLeftOut && !goesOn) yield found;
    previous = { number: mark.number, passage: heading, section, isTwice: found?.messageId === "twice" };
  }
}

/** True when the number stands somewhere in the running text: （二）… in the middle of a paragraph, or 三) with a bracket lost. */
function standsInText(passages: readonly Passage[], { level, number }: { level: number; number: number }): boolean {
  const sign = level === 2 ? CHINESE[number] : String(number);
  const marks = level === 3 ? [".", "、", "．"] : ["）", ")"];
  return passages.some(({ text }) => marks.some((mark) => text.includes(`${sign}${mark}`)));
}

function* below({ id, paragraphs }: Section): Generator<Break> {
  const last = new Map<number, { number: number; passage: Passage; index: number }>();
  for (const [index, passage] of paragraphs.entries()) {
    const mark = markOf(passage);
    if (!mark || mark.level === 1) continue;
    for (let deeper = mark.level + 1; deeper <= 4; deeper++) last.delete(deeper);
    const previous = last.get(mark.level);
    last.set(mark.level, { number: mark.number, passage, index });
    // A list may begin again: below level 2 after prose, and once for the problems and once for the improvements.
    if (!previous || (mark.number === 1 && (mark.level > 2 || id === "problems"))) continue;
    const found = breakOf(passage, mark, previous);
    if (!found) continue;
    const between = paragraphs.slice(previous.index, index);
    if (found.messageId === "skipped" && standsInText(between, { level: mark.level, number: mark.number - 1 })) continue;
    yield found;
  }
}

/** Headings are numbered through: no number twice, none left out, no new start. */
export const headingNumbersStructure = defineCheck({
  id: "structure/heading-numbers",
  title: "各级标题序号连续、不重号、不跳号",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "党政机关公文格式（GB/T 9704—2012）", place: "7.3.3" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    twice: "标题序号重复：“{stated}”与前面的“{previous}”同号，应为“{expected}”。",
    skipped: "标题序号跳号：“{previous}”之后是“{stated}”，中间缺“{expected}”。",
    restarted: "标题序号中断：“{previous}”之后又从“{stated}”编起，应为“{expected}”。",
  },

  *inspect(report) {
    yield* topLevel(report);
    for (const section of report.sections) if (PROSE.has(section.id)) yield* below(section);
  },
});
