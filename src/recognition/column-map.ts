import { align } from "./align.js";
import { bestSimilarity } from "./similarity.js";
import { isLabel, isNumber, type RowCell, type SourceRow } from "./source-row.js";
import type { TableLabels } from "./table-labels.js";

/** The grid columns under the head of one statutory column: from, up to but not including to. */
export interface ColumnRange {
  readonly from: number;
  readonly to: number;
  readonly head: RowCell;
}

/** Where each statutory column stands in a grid, by column id. */
export type ColumnMap = ReadonlyMap<string, ColumnRange>;

/** A statutory column with the spellings of its head. */
export interface DueColumn {
  readonly id: string;
  readonly spellings: readonly string[];
}

const HEAD_WORDS = /勾稽关系|^申请人情况|^法人或其他组织$|^信息内容$|^行政诉讼$|^未经复议直接起诉$|^第二十条第.{1,3}项?$/;
const ALIKE = 0.5;

/** True for a row of heads: no figure, and either two known heads or a word that stands only in heads. */
export function isHeadRow(row: SourceRow, labels: TableLabels): boolean {
  if (row.cells.some(isNumber)) return false;
  let known = 0;
  for (const { label } of row.cells) {
    if (label === "") continue;
    if (HEAD_WORDS.test(label)) return true;
    if (labels.columnSpellings.has(label)) known++;
  }
  return known >= 2;
}

/**
 * Finds the statutory columns under the heads of a grid. The deepest head over each grid column counts; two heads that fit with
 * the same shift place all of them, which clipped or vertical heads need. Null when the heads do not tell.
 */
export function columnMap(heads: readonly SourceRow[], due: readonly DueColumn[]): ColumnMap | null {
  const deepest = deepestHeads(heads);
  const named = due.map((column) => [column, deepest.filter(({ label }) => column.spellings.includes(label))] as const);
  if (named.every(([, found]) => found.length === 1)) return rangesOf(named.map(([column, [head]]) => [column, head]));
  const pairs = align(deepest.length, due.length, (found, wanted) => {
    const likeness = bestSimilarity(deepest[found]?.label ?? "", due[wanted]?.spellings ?? []);
    return likeness >= ALIKE ? likeness * likeness : 0;
  });
  const shifts = new Set(pairs.map(({ found, due: wanted }) => found - wanted));
  const [shift = 0] = shifts;
  const isConstant = shifts.size === 1 && pairs.length >= Math.min(2, due.length);
  const fits = isConstant && shift >= 0 && shift + due.length <= deepest.length;
  if (fits) return rangesOf(due.map((column, index) => [column, deepest[shift + index]]));
  if (pairs.length < due.length) return null;
  return rangesOf(pairs.map(({ found, due: wanted }) => [due[wanted], deepest[found]]));
}

function deepestHeads(heads: readonly SourceRow[]): RowCell[] {
  const over: RowCell[] = [];
  for (const { cells } of heads) {
    for (const head of cells) {
      if (!isLabel(head)) continue;
      const { column, columnSpan } = head.cell;
      for (let at = column; at < column + columnSpan; at++) over[at] = head;
    }
  }
  const distinct: RowCell[] = [];
  for (const head of over) if (head !== undefined && !distinct.includes(head)) distinct.push(head);
  return distinct;
}

function rangesOf(found: readonly (readonly [DueColumn | undefined, RowCell | undefined])[]): ColumnMap {
  const ranges = new Map<string, ColumnRange>();
  for (const [column, head] of found) {
    if (!column || !head) continue;
    ranges.set(column.id, { from: head.cell.column, to: head.cell.column + head.cell.columnSpan, head });
  }
  return ranges;
}
