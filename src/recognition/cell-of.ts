import type { Cell, MoneyUnit } from "../report/cell.js";
import type { ColumnForm } from "../report/format.js";
import type { RowCell, SourceRow } from "./source-row.js";

/** Below this a machine-read cell is doubtful by itself. */
const SURE = 0.85;

/** The statutory cell a cell of a grid is. A blank stays blank, a text stays unread: nothing is repaired. */
export function cellOf({ cell, figure }: RowCell, { block }: SourceRow, column: ColumnForm | undefined): Cell {
  const base = {
    raw: cell.text,
    origin: { place: cell.place, block, gridRow: cell.row, gridColumn: cell.column },
    ...(cell.confidence !== undefined && cell.confidence < SURE
      ? { doubt: `光学识别把握不足（${Math.round(cell.confidence * 100)}%），请对照原件。` }
      : {}),
  };
  if (figure.kind !== "number") return { kind: figure.kind, ...base };
  const unit = unitOf(figure.unit, column);
  return {
    kind: "number",
    ...base,
    value: figure.value,
    ...(unit === undefined ? {} : { unit }),
    ...(figure.note === undefined ? {} : { note: figure.note }),
  };
}

const unitOf = (own: MoneyUnit | undefined, column: ColumnForm | undefined): MoneyUnit | undefined =>
  column?.kind === "money" ? (own ?? column.unit) : undefined;

/** A cell whose figure is on the page but whose column cannot be proved. */
export function unprovedCell(figures: readonly RowCell[], source: SourceRow): Cell {
  const raw = figures.map(({ cell }) => cell.text).join(" ");
  return { kind: "unread", raw, origin: originOf(figures[0], source) };
}

/** A cell of a row in which nothing stands. */
export function emptyCell(at: RowCell | undefined, source: SourceRow): Cell {
  return { kind: "blank", raw: "", origin: originOf(at, source) };
}

function originOf(at: RowCell | undefined, { block, row, grid }: SourceRow): Cell["origin"] {
  return { place: at?.cell.place ?? grid.place, block, gridRow: at?.cell.row ?? row, gridColumn: at?.cell.column ?? 0 };
}
