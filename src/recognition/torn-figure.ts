import type { Cell } from "../report/cell.js";
import type { ColumnForm, TableForm } from "../report/format.js";
import { cellKey } from "../report/report.js";
import type { RowCell } from "./source-row.js";

/** A cell of the form that is empty on the page. */
export interface Gap {
  readonly row: string;
  readonly column: ColumnForm;
}

/**
 * The gap a lone figure fits: the table has one blank cell only, it is the total of a row whose parts are all figures, and they
 * add up to the figure. A text layer tears single figures out of their cells.
 */
export function gapFor({ figure }: RowCell, cells: ReadonlyMap<string, Cell>, form: TableForm): Gap | null {
  if (figure.kind !== "number") return null;
  const blanks = [...cells].filter(([, cell]) => cell.kind !== "number");
  const [blank] = blanks;
  if (!blank || blanks.length > 1 || blank[1].kind !== "blank" || blank[1].raw.trim() !== "") return null;
  for (const { id: row } of form.rows) {
    for (const { total, parts } of form.crossFootings) {
      if (cellKey(row, total) !== blank[0]) continue;
      const sum = parts.reduce((so, part) => so + (figureIn(cells, cellKey(row, part)) ?? Number.NaN), 0);
      const column = form.columns.find(({ id }) => id === total);
      return column && sum === figure.value ? { row, column } : null;
    }
  }
  return null;
}

function figureIn(cells: ReadonlyMap<string, Cell>, key: string): number | null {
  const cell = cells.get(key);
  return cell?.kind === "number" ? cell.value : null;
}
