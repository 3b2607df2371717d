import { type Note, note } from "../document/note.js";
import type { Cell } from "../report/cell.js";
import { rowLabel } from "../report/format.js";
import { cellKey, type FilledTable, type PrintedLabel } from "../report/report.js";
import { type BodyRow, bodyRows } from "./body-rows.js";
import { cellOf, emptyCell, unprovedCell } from "./cell-of.js";
import { type ColumnMap, columnMap } from "./column-map.js";
import { type MatchedRow, matchRows } from "./match-rows.js";
import { type Placing, placeValues } from "./place-values.js";
import { provedStarts } from "./proved-starts.js";
import { isLoneFigure, isNumber, type RowCell, type SourceRow } from "./source-row.js";
import type { TableLabels } from "./table-labels.js";
import { gapFor } from "./torn-figure.js";
import { joinTornRows } from "./torn-rows.js";

/** A table as far as it could be filled, and the doubts that came up. */
export interface Filling {
  readonly table: FilledTable;
  readonly notes: readonly Note[];
}

/** Fills a table of the form from the rows that belong to it; null when there is no row of it. */
export function fillTable(rows: readonly SourceRow[], labels: TableLabels): Filling | null {
  const [first] = rows;
  if (!first) return null;
  const body = joinTornRows(bodyRows(rows, labels), labels);
  const { matched, left } = matchRows(body, labels);
  const filling = new TableFilling(labels, first);
  filling.placeRows(matched);
  filling.keepSurplus(left.filter(({ source }) => !isLoneFigure(source)));
  filling.placeTorn(left.filter(({ source }) => isLoneFigure(source)));
  return filling.done();
}

/** Gathers the cells, labels and doubts of one table while its rows are placed. */
class TableFilling {
  readonly #labels: TableLabels;
  readonly #first: SourceRow;
  readonly #cells = new Map<string, Cell>();
  readonly #printed = new Map<string, PrintedLabel>();
  readonly #surplus: PrintedLabel[] = [];
  readonly #notes: Note[] = [];
  readonly #maps = new Map<string, ColumnMap | null>();
  #lastMap: { readonly map: ColumnMap; readonly columns: number } | null = null;

  constructor(labels: TableLabels, first: SourceRow) {
    this.#labels = labels;
    this.#first = first;
  }

  placeRows(matched: readonly MatchedRow[]): void {
    const starts = provedStarts(matched);
    for (const { row, due } of matched) {
      const { grid } = row.source;
      const placing = placeValues({
        values: row.values,
        columns: due.columns,
        map: grid.ragged ? null : this.#mapFor(row, due.columns),
        isRagged: grid.ragged,
        areBlanksDropped: grid.blanksDropped === true,
        provedStart: starts(row),
        sums: this.#labels.form.crossFootings,
      });
      if (row.label) this.#printed.set(due.id, printed(row.label, row.source));
      this.#place(row, due, placing);
    }
  }

  /** Keeps figures that stand in the table but in no row of the form. */
  keepSurplus(rows: readonly BodyRow[]): void {
    for (const row of rows) {
      const figures = row.values.filter(isNumber);
      const label = row.label?.cell.text.replace(/\s+/g, "") ?? "";
      const raw = figures.map(({ cell }) => cell.text.trim()).join(" ");
      const at = figures[0]?.cell.place ?? row.source.grid.place;
      this.#notes.push(
        label === "" ? note("notPlaced", { row: this.#labels.form.heading, raw }, at) : note("rowUnknown", { label }, at),
      );
      for (const figure of figures) this.#surplus.push(printed(figure, row.source));
    }
  }

  /** Puts a figure that stands alone beside the table into the only gap the sums leave for it. */
  placeTorn(lone: readonly BodyRow[]): void {
    const [row, ...others] = lone;
    const figure = row?.values[0];
    if (!row || !figure || others.length > 0) return;
    const gap = gapFor(figure, this.#cells, this.#labels.form);
    if (!gap) return;
    const { form } = this.#labels;
    this.#cells.set(cellKey(gap.row, gap.column.id), cellOf(figure, row.source, gap.column));
    const name = rowLabel(form, gap.row);
    const data = { row: name, raw: figure.cell.text.trim(), column: gap.column.label };
    this.#notes.push(note("tornFigurePlaced", data, figure.cell.place));
  }

  done(): Filling | null {
    if (this.#cells.size === 0) return null;
    const table: FilledTable = {
      id: this.#labels.form.id,
      place: this.#first.grid.place,
      block: this.#first.block,
      cells: this.#cells,
      labels: this.#printed,
      surplus: this.#surplus,
    };
    return { table, notes: this.#notes };
  }

  #mapFor(row: BodyRow, columns: readonly string[]): ColumnMap | null {
    const head = row.heads[0];
    const isOwn = head?.block === row.source.block;
    const key = `${row.source.block}:${head?.row ?? -1}:${columns.join()}`;
    const known = this.#maps.get(key);
    if (known !== undefined) return known;
    let map: ColumnMap | null = null;
    if (isOwn) {
      map = columnMap(
        row.heads,
        columns.map((id) => ({ id, spellings: this.#labels.columns.get(id) ?? [] })),
      );
      if (map) this.#lastMap = { map, columns: row.source.grid.columns };
    } else if (this.#lastMap?.columns === row.source.grid.columns) map = this.#lastMap.map;
    if (map) {
      for (const [id, { head: cell }] of map) {
        if (!this.#printed.has(id))
          this.#printed.set(id, { text: cell.cell.text, place: cell.cell.place, block: row.source.block });
      }
    }
    this.#maps.set(key, map);
    return map;
  }

  #place(row: BodyRow, due: MatchedRow["due"], placing: Placing): void {
    const { source, values, label } = row;
    due.columns.forEach((id, index) => {
      const column = this.#labels.form.columns.find((candidate) => candidate.id === id);
      this.#cells.set(
        cellKey(due.id, id),
        this.#cell(placing, index, (cell) => cellOf(cell, source, column)) ??
          (placing.kind === "unproved"
            ? unprovedCell(placing.figures, source)
            : emptyCell(values[index] ?? label ?? undefined, source)),
      );
    });
    this.#noteOn(row, due, placing);
  }

  #cell(placing: Placing, index: number, read: (cell: RowCell) => Cell): Cell | null {
    if (placing.kind === "empty" || placing.kind === "unproved") return null;
    const cell = placing.cells[index];
    return cell ? read(cell) : null;
  }

  #noteOn(row: BodyRow, due: MatchedRow["due"], placing: Placing): void {
    const { form } = this.#labels;
    const name = rowLabel(form, due.id);
    const place = row.label?.cell.place ?? row.source.grid.place;
    const expected = due.columns.length;
    if (due.insteadOf.length > 0) this.#notes.push(note("otherEditionRow", { label: name }, place));
    switch (placing.kind) {
      case "byOrder":
        this.#notes.push(note("columnsByOrder", { row: name }, place));
        break;
      case "window":
      case "surplus": {
        const found = expected + placing.surplus.length;
        if (placing.kind === "window") {
          this.#notes.push(note("windowChosen", { row: name, found, expected, from: placing.from }, place));
        } else this.#notes.push(note("surplusNumbers", { row: name, found, expected }, place));
        for (const figure of placing.surplus) this.#surplus.push(printed(figure, row.source));
        break;
      }
      case "unproved": {
        const raw = placing.figures.map(({ cell }) => cell.text.trim()).join(" ");
        this.#notes.push(note("notPlaced", { row: name, raw }, place));
        break;
      }
      case "certain":
      case "empty":
        break;
      default:
        placing satisfies never;
    }
  }
}

const printed = ({ cell }: RowCell, { block }: SourceRow): PrintedLabel => ({ text: cell.text, place: cell.place, block });
