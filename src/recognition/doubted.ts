import type { FileKind } from "../document/document.js";
import { type Note, note } from "../document/note.js";
import type { Cell } from "../report/cell.js";
import type { Sum, TableForm } from "../report/format.js";
import { cellKey, type FilledTable } from "../report/report.js";
import type { Filling } from "./fill-table.js";

/**
 * Marks the cells of a scan that take part in a relation which does not hold, or that the engine was not sure of. A person must
 * look at them; their values stay as read. Other files are returned as they are: a wrong sum in them is the agency's.
 */
export function doubted(filling: Filling, form: TableForm, kind: FileKind): Filling {
  if (kind !== "scan") return filling;
  const { table } = filling;
  const suspects = suspectsOf(table, form);
  const cells = new Map<string, Cell>();
  const notes: Note[] = [...filling.notes];
  for (const [key, cell] of table.cells) {
    const isDoubtful = cell.doubt !== undefined || suspects.has(key) || cell.kind === "unread";
    if (!isDoubtful) {
      cells.set(key, cell);
      continue;
    }
    const doubt = note("machineReadDoubt", { raw: cell.raw }, cell.origin.place);
    if (suspects.has(key)) notes.push(doubt);
    cells.set(key, { ...cell, doubt: cell.doubt ?? doubt.message });
  }
  return { table: { ...table, cells }, notes };
}

/** The keys of all cells in a relation that fails. */
function suspectsOf(table: FilledTable, form: TableForm): Set<string> {
  const suspects = new Set<string>();
  const figure = (key: string): number | null => {
    const cell = table.cells.get(key);
    return cell?.kind === "number" ? cell.value : cell?.kind === "blank" ? 0 : null;
  };
  const test = (left: readonly string[], right: readonly string[]) => {
    const sum = (keys: readonly string[]) => keys.reduce((total, key) => total + (figure(key) ?? Number.NaN), 0);
    if (sum(left) !== sum(right)) for (const key of [...left, ...right]) suspects.add(key);
  };
  for (const row of form.rows) {
    for (const { total, parts } of form.crossFootings) {
      if (row.columns.includes(total))
        test(
          [cellKey(row.id, total)],
          parts.map((part) => cellKey(row.id, part)),
        );
    }
  }
  for (const { id: column } of form.columns) {
    for (const { total, parts } of form.footings) {
      test([cellKey(total, column)], partsOnPage({ total, parts }, form, table, column));
    }
    for (const { received, broughtForward, resolved, carriedForward } of form.rollForwards) {
      test(
        [cellKey(received, column), cellKey(broughtForward, column)],
        [cellKey(resolved, column), cellKey(carriedForward, column)],
      );
    }
  }
  return suspects;
}

/** The parts of a footing, with a stand-in row in place of the rows it stands for. */
function partsOnPage({ parts }: Sum, form: TableForm, table: FilledTable, column: string): string[] {
  const standIn = form.standIns.find(({ id }) => table.cells.has(cellKey(id, column)));
  const own = parts.filter((part) => !standIn?.insteadOf.includes(part));
  return [...own, ...(standIn ? [standIn.id] : [])].map((part) => cellKey(part, column));
}
