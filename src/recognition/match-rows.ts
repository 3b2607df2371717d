import { align } from "./align.js";
import type { BodyRow } from "./body-rows.js";
import { labelNumbering } from "./label.js";
import { bestSimilarity, similarity } from "./similarity.js";
import { isLoneFigure, isNumber } from "./source-row.js";
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
const SAME_NUMBER = 0.05;

/** Pairs the rows of the page with the rows of the form, in order. */
export function matchRows(rows: readonly BodyRow[], labels: TableLabels): MatchedRows {
  const weights = rows.map((row) => weightsOf(row, labels.rows));
  const pairs = align(rows.length, labels.rows.length, (found, due) => weights[found]?.[due] ?? 0);
  const matched = pairs.flatMap(({ found, due }): MatchedRow[] => {
    const [row, form] = [rows[found], labels.rows[due]];
    return row && form ? [{ row, due: form }] : [];
  });
  const named = withUniqueLabels(matched, rows, labels);
  const proved = withoutIdleStandIns(withProvedGaps(named, rows, labels));
  const taken = new Set(proved.map(({ row }) => row));
  return { matched: proved, left: rows.filter((row) => !taken.has(row) && row.values.some(isNumber)) };
}

function weightsOf(row: BodyRow, due: readonly RowLabels[]): number[] {
  if (row.label === null) return [];
  const { label } = row.label;
  const isExact = due.some(({ spellings }) => spellings.includes(label));
  const least = row.values.some(isNumber) ? ALIKE_WITH_FIGURES : ALIKE_WITHOUT;
  const numbering = labelNumbering(row.label.read);
  return due.map(({ spellings, group, numbering: own }) => {
    const likeness = isExact ? Number(spellings.includes(label)) : bestSimilarity(label, spellings);
    if (likeness < least) return 0;
    const isInBlock = group !== "" && row.context.some((context) => similarity(context.label, group) >= ALIKE_WITHOUT);
    return likeness * likeness + (isInBlock ? SAME_BLOCK : 0) + (numbering !== "" && numbering === own ? SAME_NUMBER : 0);
  });
}

const figuresIn = (row: BodyRow): number => row.values.filter(isNumber).length;

/** Adds rows that stand out of order, when their label is that of one statutory row only and the row is still missing. */
function withUniqueLabels(matched: readonly MatchedRow[], rows: readonly BodyRow[], labels: TableLabels): MatchedRow[] {
  const result = [...matched];
  for (const row of rows) {
    const label = row.label?.label;
    if (label === undefined || !row.values.some(isNumber) || result.some((other) => other.row === row)) continue;
    const [due, ...others] = labels.rows.filter(({ spellings }) => spellings.includes(label));
    if (due && others.length === 0 && !result.some((other) => other.due === due)) result.push({ row, due });
  }
  return result;
}

/** Adds figures without a label where they are exactly as many rows as are missing between their neighbours. */
function withProvedGaps(named: readonly MatchedRow[], rows: readonly BodyRow[], labels: TableLabels): MatchedRow[] {
  const order = labels.rows.filter(({ insteadOf }) => insteadOf.length === 0);
  const result: MatchedRow[] = [...named];
  const inOrder = [...named].sort((first, second) => rows.indexOf(first.row) - rows.indexOf(second.row));
  const edges = [null, ...inOrder, null];
  for (let at = 0; at + 1 < edges.length; at++) {
    const [before, after] = [edges[at], edges[at + 1]];
    const from = before ? rows.indexOf(before.row) + 1 : 0;
    const to = after ? rows.indexOf(after.row) : rows.length;
    const loose = rows.slice(from, to).filter((row) => isLoose(row) && row.values.some(isNumber));
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

/** Figures without a label, or a torn line of text whose label is only a piece of one. */
function isLoose({ label, source }: BodyRow): boolean {
  if (label === null) return !isLoneFigure(source);
  return source.grid.blanksDropped === true && source.grid.rows === 1 && label.label.length <= LONGEST_PIECE;
}

const LONGEST_PIECE = 4;

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
