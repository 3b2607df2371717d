import { align } from "./align.js";
import type { BodyRow } from "./body-rows.js";
import { bestSimilarity, similarity } from "./similarity.js";
import { isNumber } from "./source-row.js";
import type { RowLabels, TableLabels } from "./table-labels.js";

/** A row of the page and the statutory row it is. */
export interface MatchedRow {
  readonly row: BodyRow;
  readonly due: RowLabels;
}

export interface MatchedRows {
  readonly matched: readonly MatchedRow[];
  /** Rows with figures that are no row of the form, or cannot be told apart. */
  readonly left: readonly BodyRow[];
}

/** A row with figures may be told by half its label: order does the rest. One without must be nearly exact. */
const ALIKE_WITH_FIGURES = 0.5;
const ALIKE_WITHOUT = 0.75;
const SAME_BLOCK = 0.1;

/** Pairs the rows of the page with the rows of the form, in order. */
export function matchRows(rows: readonly BodyRow[], labels: TableLabels): MatchedRows {
  const weights = rows.map((row) => weightsOf(row, labels.rows));
  const pairs = align(rows.length, labels.rows.length, (found, due) => weights[found]?.[due] ?? 0);
  const matched = pairs.flatMap(({ found, due }): MatchedRow[] => {
    const [row, form] = [rows[found], labels.rows[due]];
    return row && form ? [{ row, due: form }] : [];
  });
  const proved = withoutIdleStandIns(withoutUnprovedGaps(matched, rows, labels));
  const taken = new Set(proved.map(({ row }) => row));
  return { matched: proved, left: rows.filter((row) => !taken.has(row) && row.values.some(isNumber)) };
}

function weightsOf(row: BodyRow, due: readonly RowLabels[]): number[] {
  if (row.label === null) return [];
  const { label } = row.label;
  const isExact = due.some(({ spellings }) => spellings.includes(label));
  const least = row.values.some(isNumber) ? ALIKE_WITH_FIGURES : ALIKE_WITHOUT;
  return due.map(({ spellings, group }) => {
    const likeness = isExact ? Number(spellings.includes(label)) : bestSimilarity(label, spellings);
    if (likeness < least) return 0;
    const isInBlock = group !== "" && row.context.some((context) => similarity(context.label, group) >= ALIKE_WITHOUT);
    return likeness * likeness + (isInBlock ? SAME_BLOCK : 0);
  });
}

const figuresIn = (row: BodyRow): number => row.values.filter(isNumber).length;

/** Figures without a label are placed only when they are exactly as many as the rows missing between their neighbours. */
function withoutUnprovedGaps(matched: readonly MatchedRow[], rows: readonly BodyRow[], labels: TableLabels): MatchedRow[] {
  const order = labels.rows.filter(({ insteadOf }) => insteadOf.length === 0);
  const named = matched.filter(({ row }) => row.label !== null);
  const result: MatchedRow[] = [...named];
  const edges = [null, ...named, null];
  for (let at = 0; at + 1 < edges.length; at++) {
    const [before, after] = [edges[at], edges[at + 1]];
    const from = before ? rows.indexOf(before.row) + 1 : 0;
    const to = after ? rows.indexOf(after.row) : rows.length;
    const loose = rows.slice(from, to).filter((row) => row.label === null && row.values.some(isNumber));
    if (loose.length === 0) continue;
    const missing = order.slice(endOf(order, before?.due), after ? startOf(order, after.due) : order.length);
    if (loose.length !== missing.length) continue;
    loose.forEach((row, index) => {
      const due = missing[index];
      if (due && figuresIn(row) === due.columns.length) result.push({ row, due });
    });
  }
  return result;
}

function startOf(order: readonly RowLabels[], due: RowLabels): number {
  return order.findIndex(({ id }) => id === (due.insteadOf[0] ?? due.id));
}

function endOf(order: readonly RowLabels[], due: RowLabels | undefined): number {
  return due ? order.findIndex(({ id }) => id === (due.insteadOf.at(-1) ?? due.id)) + 1 : 0;
}

/** 「（六）其他处理」 above its three rows is their block and no row of its own. */
function withoutIdleStandIns(matched: readonly MatchedRow[]): MatchedRow[] {
  const ids = new Set(matched.map(({ due }) => due.id));
  return matched.filter(({ due }) => !due.insteadOf.some((id) => ids.has(id)));
}
