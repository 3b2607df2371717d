import type { Passage, Report, Section } from "./report.js";

/** A passage as a check reads it: without white space, with full-width signs as plain ones, so that one pattern fits all spellings. */
export interface Line {
  readonly passage: Passage;
  /** Comma, colon, brackets and digits are the plain ones: , : ( ) 2023. */
  readonly text: string;
  readonly part: "title" | "preface" | "heading" | "body" | "closing";
  /** The section it stands in; null outside the sections. */
  readonly section: Section | null;
  /** For each character of `text` its offset in passage.text; null when they are the same. */
  readonly offsets: readonly number[] | null;
}

const ODD = /[\s\uff01-\uff5e\u3000\u200b\ufeff]/;

function plainForm(text: string): Pick<Line, "text" | "offsets"> {
  if (!ODD.test(text)) return { text, offsets: null };
  const offsets: number[] = [];
  let plain = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sign = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    if (/[\s\u200b\ufeff]/.test(sign)) continue;
    plain += sign;
    offsets.push(at);
  }
  return { text: plain, offsets };
}

const known = new WeakMap<Report, readonly Line[]>();

/** Every passage of the report in printed order, each with the part and section it belongs to. Worked out once a report. */
export function linesOf(report: Report): readonly Line[] {
  const ready = known.get(report);
  if (ready) return ready;
  const lines: Line[] = [];
  const add = (passage: Passage, part: Line["part"], section: Section | null): void => {
    lines.push({ passage, part, section, ...plainForm(passage.text) });
  };
  if (report.title) add(report.title, "title", null);
  for (const passage of report.preface) add(passage, "preface", null);
  for (const section of report.sections) {
    add(section.heading, "heading", section);
    for (const passage of section.paragraphs) add(passage, "body", section);
  }
  for (const passage of report.closing) add(passage, "closing", null);
  known.set(report, lines);
  return lines;
}

/** The offsets into passage.text of a stretch of `text`. */
export function stretchOf(line: Line, start: number, end: number): { readonly start: number; readonly end: number } {
  const { offsets, passage } = line;
  if (offsets === null) return { start, end };
  const offsetOf = (at: number): number => offsets[at] ?? passage.text.length;
  return { start: offsetOf(start), end: Math.min(passage.text.length, offsetOf(end - 1) + 1) };
}

/** A stretch of a line as it stands on the page, for a message: signs as printed, runs of white space as one space. */
export function printedWords(line: Line, start = 0, end = line.text.length): string {
  const stretch = stretchOf(line, start, end);
  return line.passage.text.slice(stretch.start, stretch.end).replace(/\s+/g, " ").trim();
}

/** A name or title as it is compared: white space dropped, full-width signs as plain ones. */
export function plainWords(text: string): string {
  return plainForm(text).text;
}
