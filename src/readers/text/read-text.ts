import type { Block, SourceDocument } from "../../document/document.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { measureOf, paragraphsOf } from "./paragraphs.js";
import { pipeTableAt } from "./pipe-table.js";
import { shortLinesAt } from "./short-lines.js";
import { cellsOf, gridOf, type Region, type SourceTable } from "./source-table.js";
import { tabTableAt } from "./tab-table.js";
import { type TextLine, textLines } from "./text-line.js";
import { textOfBytes } from "./text-of-bytes.js";

/** The ways a table may be laid out in text; the first that knows its table takes the lines. */
const LAYOUTS: readonly ((lines: readonly TextLine[], start: number) => Region | null)[] = [
  pipeTableAt,
  tabTableAt,
  shortLinesAt,
];

/**
 * The content of a plain text or Markdown file: paragraphs, and tables in any of the layouts text comes in. Tables are ragged
 * unless their columns are proved (see `provedColumns`); `blanksDropped` is set for the layouts that may swallow empty cells.
 */
export function readText(bytes: Uint8Array): SourceDocument {
  const { text, encoding } = textOfBytes(bytes);
  return { kind: "text", blocks: blocksOf(textLines(text)), notes: [], encoding, metadata: new Map() };
}

function blocksOf(lines: readonly TextLine[]): Block[] {
  const stretches = stretchesOf(lines);
  const measure = measureOf(stretches.flatMap((stretch) => ("rows" in stretch ? [] : stretch.lines)));
  return stretches.flatMap((stretch): Block[] => ("rows" in stretch ? [gridOf(stretch)] : paragraphsOf(stretch.lines, measure)));
}

type Stretch = SourceTable | { readonly lines: TextLine[] };

/** The tables of a text and the running lines between them. */
function stretchesOf(lines: readonly TextLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let cells = 0;
  const addLine = (line: TextLine): void => {
    const last = stretches.at(-1);
    if (last !== undefined && "lines" in last) last.lines.push(line);
    else stretches.push({ lines: [line] });
  };
  for (let at = 0; at < lines.length; ) {
    const region = regionAt(lines, at);
    if (region.parts.length === 0) for (const line of lines.slice(at, region.next)) addLine(line);
    for (const part of region.parts) {
      if (!("rows" in part)) addLine(part);
      else {
        stretches.push(part);
        cells += cellsOf(part);
        if (cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格单元格超过 ${LIMITS.cells} 个` });
      }
    }
    at = region.next;
  }
  return stretches;
}

function regionAt(lines: readonly TextLine[], at: number): Region {
  for (const layout of LAYOUTS) {
    const region = layout(lines, at);
    if (region !== null) return region;
  }
  return { next: at + 1, parts: [] };
}
