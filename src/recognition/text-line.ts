import type { SourceDocument } from "../document/document.js";
import { recognisable } from "../document/normalise.js";
import type { Place } from "../document/place.js";
import type { Passage } from "../report/report.js";
import { headingMark } from "./heading-mark.js";
import { isPageNumber } from "./site-chrome.js";

/** A line of the narrative: a paragraph, or a part of one between forced line breaks. */
export interface TextLine {
  readonly block: number;
  readonly place: Place;
  /** As printed, without white space at its ends. */
  readonly text: string;
  readonly read: string;
  /** The outline level the file gives it. */
  readonly level: number | null;
}

const RESIDUE = /^(?:\[bookmark:[^\]]*\]\s*)+/; // a converter leaves it in front of headings

/** A report has some hundred lines, a page around it some thousand; what is far longer is no report. */
const MOST_LINES = 20_000;

/** The end of an entry in a list of contents: a tab, spaces or dots, and the number of a page. */
const CONTENTS_ENTRY = /\S(?:[.．·…‥]{2,}|\s)\s*[-—]?\s*\d{1,3}\s*[-—]?$/;
const CONTENTS_HEAD = /^目[ \s\u3000\u00a0]*[录次]$/;
const LEAST_ENTRIES = 3;

/** Every line of the document outside its tables, in reading order, without the numbers of pages and lists of contents. */
export function textLines(document: SourceDocument): TextLine[] {
  return withoutContents(allLines(document));
}

/** Drops 「目录」 with the entries below it, each of which ends in the number of its page. */
function withoutContents(lines: readonly TextLine[]): TextLine[] {
  const head = lines.findIndex(({ text }) => CONTENTS_HEAD.test(text));
  if (head < 0) return [...lines];
  let end = head + 1;
  while (CONTENTS_ENTRY.test(lines[end]?.text ?? "")) end++;
  return end - head - 1 < LEAST_ENTRIES ? [...lines] : [...lines.slice(0, head), ...lines.slice(end)];
}

function allLines(document: SourceDocument): TextLine[] {
  const lines: TextLine[] = [];
  document.blocks.forEach((block, index) => {
    if (block.kind !== "paragraph" || lines.length >= MOST_LINES) return;
    for (const part of block.text.includes("\n") ? block.text.split("\n") : [block.text]) {
      const text = part.trim();
      const read = recognisable(text.startsWith("[") ? text.replace(RESIDUE, "") : text);
      if (read === "" || isPageNumber(read)) continue;
      lines.push({ block: index, place: block.place, text, read, level: block.level ?? null });
    }
  });
  return lines;
}

/** One or more lines as a passage of the report. */
export function passageOf(lines: readonly [TextLine, ...TextLine[]]): Passage {
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const text = lines.length === 1 ? first.text : lines.map((line) => line.text).join("");
  const heading = headingMark(text);
  return {
    text,
    place: first.place,
    block: first.block,
    blockCount: last.block - first.block + 1,
    ...(heading === null ? {} : { heading }),
  };
}
