import { type Note, note } from "../document/note.js";
import type { Cell } from "../report/cell.js";
import { cellKey, type FilledTable, type PrintedLabel } from "../report/report.js";
import { type BodyRow, bodyRows } from "./body-rows.js";
import { cellOf, emptyCell, unprovedCell } from "./cell-of.js";
import { columnMap, type DueColumn } from "./column-map.js";
import { type Filling, fillTable } from "./fill-table.js";
import { type Placing, placeValues } from "./place-values.js";
import { isMark, isNumber, type SourceRow } from "./source-row.js";
import type { TableLabels } from "./table-labels.js";
import { joinTornRows } from "./torn-rows.js";

/**
 * Fills the table on reconsideration and litigation. The form prints it as one row of fifteen figures under three blocks of
 * five columns; some agencies print a row for each block instead.
 */
export function fillReview(rows: readonly SourceRow[], labels: TableLabels): Filling | null {
  const [first] = rows;
  if (!first) return null;
  const body = joinTornRows(bodyRows(rows, labels), labels);
  if (body.some((row) => isBlockRow(row, labels))) return fillTable(rows, labels);
  const row = rowOfFigures(body);
  if (!row) return null;
  return fillRow(row, first, labels);
}

/** True for 「行政复议 | 0 | 0 | 0 | 0 | 0」: a row of one block, told by its label. */
function isBlockRow({ label, values }: BodyRow, labels: TableLabels): boolean {
  if (label === null || !values.some(isNumber)) return false;
  return labels.rows.some(({ spellings, columns }) => spellings.includes(label.label) && values.length <= columns.length + 1);
}

/** The row with the figures; two halves of it, as a table cut in two leaves them, are put together. */
function rowOfFigures(body: readonly BodyRow[]): BodyRow | null {
  const candidates = body.filter(
    ({ values }) => values.length >= BLOCK && values.every((value) => isMark(value) || value.label === ""),
  );
  const filled = candidates.filter(({ values }) => values.some(isNumber));
  const [first, second, third] = filled.length > 0 ? filled : candidates;
  if (!first) return null;
  const parts = [first, second, third].filter((part) => part !== undefined);
  const joined = parts.flatMap(({ values }) => values);
  const isCut = first.values.length < 3 * BLOCK && joined.length === 3 * BLOCK;
  return isCut ? { ...first, values: joined, source: { ...first.source, grid: { ...first.source.grid, ragged: true } } } : first;
}

const BLOCK = 5;

function fillRow(row: BodyRow, first: SourceRow, labels: TableLabels): Filling {
  const { form } = labels;
  const due = form.rows.flatMap(({ id: rowId, columns }) =>
    columns.map((column) => ({ rowId, column, id: cellKey(rowId, column) })),
  );
  const columns = due.map(({ id }) => id);
  const { grid } = row.source;
  const map = grid.ragged
    ? null
    : columnMap(
        row.heads,
        due.map(({ id, column }): DueColumn => ({ id, spellings: labels.columns.get(column) ?? [] })),
      );
  const placing = placeValues({
    values: row.values,
    columns,
    map,
    isRagged: grid.ragged,
    areBlanksDropped: grid.blanksDropped === true,
    provedStart: null,
    sums: form.rows.flatMap(({ id: rowId }) =>
      form.crossFootings.map(({ total, parts }) => ({
        total: cellKey(rowId, total),
        parts: parts.map((part) => cellKey(rowId, part)),
      })),
    ),
  });
  const cells = new Map<string, Cell>();
  due.forEach(({ id, column }, index) => {
    const columnForm = form.columns.find((candidate) => candidate.id === column);
    cells.set(id, cellAtIndex(placing, index, row, columnForm));
  });
  const printed = new Map<string, PrintedLabel>();
  for (const { label, cell } of row.heads.flatMap(({ cells: heads }) => heads)) {
    const block = labels.rows.find(({ spellings }) => spellings.includes(label));
    if (block) printed.set(block.id, { text: cell.text, place: cell.place, block: row.source.block });
  }
  const table: FilledTable = {
    id: form.id,
    place: first.grid.place,
    block: first.block,
    cells,
    labels: printed,
    surplus: surplusOf(placing, row.source),
  };
  return { table, notes: notesOn(placing, row, form.heading) };
}

function cellAtIndex(placing: Placing, index: number, row: BodyRow, column: Parameters<typeof cellOf>[2]): Cell {
  if (placing.kind === "unproved") return unprovedCell(placing.figures, row.source);
  const cell = placing.kind === "empty" ? undefined : placing.cells[index];
  return cell ? cellOf(cell, row.source, column) : emptyCell(row.values[index], row.source);
}

const surplusOf = (placing: Placing, { block }: SourceRow): PrintedLabel[] =>
  placing.kind === "window" || placing.kind === "surplus"
    ? placing.surplus.map(({ cell }) => ({ text: cell.text, place: cell.place, block }))
    : [];

function notesOn(placing: Placing, row: BodyRow, name: string): Note[] {
  const place = row.source.grid.place;
  const expected = 3 * BLOCK;
  switch (placing.kind) {
    case "byOrder":
      return [note("columnsByOrder", { row: name }, place)];
    case "window":
      return [note("windowChosen", { row: name, found: expected + placing.surplus.length, expected, from: placing.from }, place)];
    case "surplus":
      return [note("surplusNumbers", { row: name, found: expected + placing.surplus.length, expected }, place)];
    case "unproved":
      return [note("notPlaced", { row: name, raw: placing.figures.map(({ cell }) => cell.text.trim()).join(" ") }, place)];
    case "certain":
    case "empty":
      return [];
    default:
      return placing satisfies never;
  }
}
