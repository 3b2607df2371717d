import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, type ComposedSection, composedTables } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import type { Cell, CellStyle } from "../workbook/cell-styles.js";
import { type Merge, type Sheet, writeWorkbook } from "../workbook/write-workbook.js";
import { type PrintedCell, printedTable } from "./printed-table.js";

const TEXT_WIDTH = 100;
const LONGEST_NAME = 31; // a sheet name, ISO/IEC 29500-1 18.2.19 and every program that keeps to it
const CHARACTERS_A_UNIT: Readonly<Record<TableId, number>> = { proactive: 10, requests: 5, review_litigation: 8 };

/** Writes the report as a workbook: a sheet for each section, figures as numbers, the tables with their merged heads. */
export function writeXlsx(report: ComposedReport): Uint8Array {
  const sheets = report.sections.map((section) => ({ section, rows: new Rows(report, section) }));
  const first = sheets[0]?.rows;
  first?.addBefore(report);
  sheets.at(-1)?.rows.addAfter(report);
  return writeWorkbook(
    sheets.map(({ section, rows }, index) => rows.sheet(sheetName(section, index))),
    { title: report.title, creator: report.agency },
  );
}

/** The heading without the signs a sheet name may not have; the number keeps names apart. */
function sheetName({ heading }: ComposedSection, index: number): string {
  return `${index + 1} ${heading.replace(/^[一二三四五六七八九十]+、/, "").replace(/[\\/?*[\]:：]/g, "")}`.slice(0, LONGEST_NAME);
}

/** The rows of one section; its table stands in the middle and tells how many columns there are. */
class Rows {
  readonly #before: Cell[][] = [];
  readonly #after: Cell[][] = [];
  readonly #table: { readonly rows: Cell[][]; readonly merges: readonly Merge[]; readonly widths: readonly number[] } | null;

  constructor(report: ComposedReport, { id, heading, paragraphs, notes }: ComposedSection) {
    const table = composedTables(report).find((candidate) => candidate === id);
    this.#table = table === undefined ? null : tableRows(report, table);
    this.#before.push([{ value: heading, style: "heading" }], ...paragraphs.map((text) => [text]));
    this.#after.push(...notes.map((text) => [text]));
  }

  addBefore({ title, preface }: ComposedReport): void {
    this.#before.unshift([{ value: title, style: "title" }], ...preface.map((text) => [text]));
  }

  addAfter({ signOff, remarks }: ComposedReport): void {
    if (signOff?.agency) this.#after.push([{ value: signOff.agency, style: "closing" }]);
    if (signOff?.on) this.#after.push([{ value: chineseDay(signOff.on), style: "closing" }]);
    this.#after.push(...remarks.map((text) => [text]));
  }

  sheet(name: string): Sheet {
    const table = this.#table ?? { rows: [], merges: [], widths: [TEXT_WIDTH] };
    const from = this.#before.length;
    const rows = [...this.#before, ...table.rows, ...this.#after];
    const width = table.widths.length;
    const across = rows.flatMap((_, row): Merge[] => {
      const isText = row < from || row >= from + table.rows.length;
      return isText && width > 1 ? [{ row, column: 0, rowSpan: 1, columnSpan: width }] : [];
    });
    const merges = table.merges.map((merge) => ({ ...merge, row: merge.row + from }));
    return { name, layout: "form", rows, widths: table.widths, merges: [...across, ...merges], isLandscape: width > 4 };
  }
}

function tableRows(report: ComposedReport, id: TableId): { rows: Cell[][]; merges: Merge[]; widths: number[] } {
  const table = printedTable(report, id);
  const rows = Array.from({ length: table.rowCount }, (): Cell[] => table.widths.map(() => null));
  for (const cell of table.cells) {
    const style = styleOf(cell);
    const dressed = { value: contentOf(cell), style };
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const line = rows[row];
        if (line) line[column] = row === cell.row && column === cell.column ? dressed : { value: null, style };
      }
    }
  }
  const merges = table.cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  return { rows, merges, widths: table.widths.map((width) => Math.round(width * CHARACTERS_A_UNIT[id])) };
}

function styleOf({ role, filled }: PrintedCell): CellStyle {
  if (role === "head") return "tableHead";
  if (filled === undefined) return "tableLabel";
  return filled.kind === "change" ? "tableChange" : "tableValue";
}

/** A figure without remark and unit is a number of the sheet; any other is the text that is printed. */
function contentOf({ filled, text }: PrintedCell): string | number | null {
  if (text === "") return null;
  const value = filled?.value;
  const isPlain = value?.kind === "number" && value.unit === undefined && value.note === undefined;
  return isPlain ? value.value : text;
}
