/** From where to where something reaches across the page. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The columns that the figures of several rows stand in, and whether they prove them. */
export interface FigureColumns {
  readonly spans: readonly Span[];
  readonly isProved: boolean;
}

type Reach = { readonly start: number; readonly end: number };

/**
 * Finds columns by the strips that figures share and no figure crosses. They are proved when the fullest rows have a
 * figure in every one of them and no row has two in one.
 */
export function figureColumns(rows: readonly (readonly Reach[])[]): FigureColumns {
  const figures = rows.flat().toSorted((a, b) => a.start - b.start);
  const spans: { from: number; to: number }[] = [];
  for (const { start, end } of figures) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.to) last.to = Math.max(last.to, end);
    else spans.push({ from: start, to: end });
  }
  const fullest = Math.max(...rows.map((row) => row.length));
  const isAlone = rows.every((row) => new Set(row.map((figure) => placeChunk(figure, spans).column)).size === row.length);
  const isFull = rows.length === 1 || rows.filter((row) => row.length === fullest).length >= 2;
  return { spans, isProved: isAlone && isFull && fullest === spans.length };
}

/** The columns a piece of text stands over; column -1 is everything to the left of the figures. */
export function placeChunk({ start, end }: Reach, columns: readonly Span[]): { column: number; columnSpan: number } {
  const middle = (start + end) / 2;
  const borders = columns.map((column, index) => {
    const before = columns[index - 1];
    return before === undefined ? column.from - (column.to - column.from) : (before.to + column.from) / 2;
  });
  if (middle < (borders[0] ?? 0)) return { column: -1, columnSpan: 1 };
  const over = columns.flatMap((column, index) => {
    const centre = (column.from + column.to) / 2;
    return centre >= start && centre <= end ? [index] : [];
  });
  const [first] = over;
  if (first !== undefined) return { column: first, columnSpan: over.length };
  return { column: borders.findLastIndex((border) => border <= middle), columnSpan: 1 };
}
