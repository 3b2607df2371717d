import type { BodyRow } from "./body-rows.js";
import { isMark, isNumber, isPrinted, joinedCells, type RowCell } from "./source-row.js";
import type { TableLabels } from "./table-labels.js";

/**
 * Puts rows together again that a page break has cut: between the label and its figures, through the words of the label, or
 * through the digits of a figure. What belongs together is told by the label of the form or by the columns, never by a guess.
 */
export function joinTornRows(body: readonly BodyRow[], labels: TableLabels): BodyRow[] {
  const spellings = new Set(labels.rows.flatMap((row) => row.spellings));
  const joined: BodyRow[] = [];
  for (const row of body) {
    const last = joined.at(-1);
    const whole = last
      ? (figuresBelow(last, row) ?? wordsBelow(last, row, spellings) ?? digitsBelow(last, row, spellings))
      : null;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(row);
  }
  return joined;
}

/** The label is the last row of one grid, the figures the first of the next. */
function figuresBelow(upper: BodyRow, lower: BodyRow): BodyRow | null {
  const isCut =
    upper.label !== null &&
    lower.label === null &&
    upper.source.block !== lower.source.block &&
    !upper.values.some(isNumber) &&
    lower.values.some(isNumber) &&
    upper.source.row === upper.source.grid.rows - 1 &&
    lower.source.row === 0;
  return isCut ? { ...lower, label: upper.label, context: upper.context } : null;
}

/** Half of the words stand in one row and half in the next: together they are a label of the form, letter by letter. */
function wordsBelow(torn: BodyRow, rest: BodyRow, spellings: ReadonlySet<string>): BodyRow | null {
  const [upper, lower] = [withAnyWords(torn), withAnyWords(rest)];
  if (!upper.label || !lower.label || spellings.has(lower.label.label)) return null;
  const label = joinedCells(upper.label, lower.label);
  if (!spellings.has(label.label)) return null;
  if (!upper.values.some(isPrinted)) return { ...lower, label, context: upper.context };
  const values = joinedValues(upper.values, lower.values);
  return values && { ...upper, label, values };
}

/** A single letter is no label by itself, but may be the beginning or the end of one: 「（六）其」. */
function withAnyWords(row: BodyRow): BodyRow {
  const { cells } = row.source;
  const firstNumber = cells.findIndex(isNumber);
  const at = cells.slice(0, firstNumber < 0 ? cells.length : firstNumber).findLastIndex(({ label }) => label !== "");
  const label = cells[at];
  return label && label !== row.label ? { ...row, label, values: cells.slice(at + 1) } : row;
}

/** The last digits of figures that wrapped stand alone on the next page, below the others: the place of the label is empty there. */
function digitsBelow(upper: BodyRow, lower: BodyRow, spellings: ReadonlySet<string>): BodyRow | null {
  if (upper.source.grid !== lower.source.grid || lower.source.row !== upper.source.row + 1) return null;
  if (lower.label && (!upper.label || spellings.has(lower.label.label))) return null;
  const at = upper.label === null ? 0 : lower.source.cells.findIndex(({ cell }) => cell.column === upper.label?.cell.column);
  const below = lower.source.cells.slice(at);
  const [from, to] = [pageOf(upper.values), pageOf(below)];
  if (at < 0 || from === null || to !== from + 1 || !below.every(isMark)) return null;
  if (below.filter(isPrinted).length >= upper.values.filter(isPrinted).length) return null;
  const values = joinedValues(upper.values, below);
  return values && { ...upper, values };
}

function pageOf(cells: readonly RowCell[]): number | null {
  const place = cells.find(isPrinted)?.cell.place;
  return place?.kind === "page" ? place.page : null;
}

const DIGITS = /^\s*[\d０-９]{1,9}\s*$/;

/** The values of the upper row, each with the digits that stand below it in the lower; null when something else stands there. */
function joinedValues(upper: readonly RowCell[], lower: readonly RowCell[]): RowCell[] | null {
  const rest = lower.filter(isPrinted);
  const values = upper.map((value) => {
    const at = rest.findIndex(({ cell }) => cell.column === value.cell.column && cell.columnSpan === value.cell.columnSpan);
    const [digits] = at < 0 ? [] : rest.splice(at, 1);
    if (!digits) return value;
    const areDigits = DIGITS.test(digits.cell.text) && DIGITS.test(value.cell.text);
    return areDigits ? joinedCells(value, digits, "") : null;
  });
  const whole = values.filter((value) => value !== null);
  return rest.length === 0 && whole.length === values.length ? whole : null;
}
