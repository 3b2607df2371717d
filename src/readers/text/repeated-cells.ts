import { cellSort } from "./cell-sort.js";

/** A cell of a row and how many columns it covers. */
export interface Stretch {
  readonly column: number;
  readonly columnSpan: number;
}

/** A text this often side by side is one merged cell: no form has three columns of the same name next to one another. */
const SURELY_MERGED = 3;

/**
 * The cells of a table in which a converter wrote the text of a merged cell into every column it covers: words that stand side
 * by side are one cell, and so are figures below a head that was merged over the same columns. A table without such words is
 * left as it is.
 */
export function stretchesOf(rows: readonly (readonly string[])[]): Stretch[][] {
  const repeats = rows.some((row) =>
    runsOf(row, (text) => cellSort(text) === "words").some((run) => run.columnSpan >= SURELY_MERGED),
  );
  if (!repeats) return rows.map((row) => row.map((_, column) => ({ column, columnSpan: 1 })));
  let head: Stretch[] = [];
  return rows.map((row) => {
    const words = runsOf(row, (text) => cellSort(text) === "words");
    const isHead = row.every((text) => cellSort(text) === "words");
    if (isHead) head = words;
    return isHead ? words : underHead(row, words, head);
  });
}

/** Runs of the same text, where the text may be repeated at all. */
function runsOf(row: readonly string[], mayRepeat: (text: string) => boolean): Stretch[] {
  const runs: { column: number; columnSpan: number }[] = [];
  row.forEach((text, column) => {
    const last = runs.at(-1);
    if (last !== undefined && text === row[last.column] && mayRepeat(text)) last.columnSpan++;
    else runs.push({ column, columnSpan: 1 });
  });
  return runs;
}

function underHead(row: readonly string[], words: readonly Stretch[], head: readonly Stretch[]): Stretch[] {
  const merged = new Map<number, number>();
  for (const { column, columnSpan } of head) {
    const texts = row.slice(column, column + columnSpan);
    const isValue = texts.every((text) => text === texts[0] && cellSort(text) !== "words");
    if (isValue) merged.set(column, columnSpan);
  }
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { column, columnSpan } of words) {
    if (column < end) continue;
    const span = Math.max(columnSpan, merged.get(column) ?? 1);
    stretches.push({ column, columnSpan: span });
    end = column + span;
  }
  return stretches;
}
