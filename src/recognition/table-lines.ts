import { SECTION_IDS } from "../report/format.js";
import type { OpenedTables } from "./open-tables.js";
import type { Outline } from "./recognise-narrative.js";
import type { TextLine } from "./text-line.js";

/** A sentence has a full stop or is long; a label, a head or 「单位：件」 is neither. */
const LONGEST_LABEL = 60;
const SENTENCE = /[。；！？]/;

/**
 * Tells the lines that are torn pieces of a table: rows read from the text, and the short lines between the heading of a
 * table's section and its last row.
 */
export function tableLineTest(tables: OpenedTables, { lines, headings }: Outline): (line: TextLine) => boolean {
  const rowBlocks = new Set([...tables.values()].flat().map(({ block }) => block));
  const stretches = headings.flatMap(({ line, id }, index) => {
    if (id === null || !TABLE_SECTIONS.has(id)) return [];
    const from = lines[line]?.block ?? 0;
    const next = headings[index + 1];
    const to = next ? (lines[next.line]?.block ?? from) : Number.POSITIVE_INFINITY;
    const last = Math.max(-1, ...[...rowBlocks].filter((block) => block > from && block < to));
    return last > from ? [{ from, last }] : [];
  });
  return ({ block, read }) => {
    if (rowBlocks.has(block)) return true;
    if (read.length > LONGEST_LABEL || SENTENCE.test(read)) return false;
    return stretches.some(({ from, last }) => block > from && block < last);
  };
}

const TABLE_SECTIONS: ReadonlySet<string> = new Set(SECTION_IDS.slice(1, 4));
