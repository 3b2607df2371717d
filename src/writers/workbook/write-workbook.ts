import { escapeXml } from "../package/escape-xml.js";
import { officePackage, type PackagePart, type PackageProperties, relationshipsPart } from "../package/office-package.js";
import { type Cell, columnName, STYLE_SHEET, styleIndex } from "./cell-styles.js";

/** A sheet of plain cells: a string is text, a number is a number, null is an empty cell. */
export interface Sheet {
  readonly name: string;
  /** A list has a head row, frozen and filterable; a form is laid out cell by cell. */
  readonly layout?: "list" | "form";
  readonly rows: readonly (readonly Cell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly merges?: readonly Merge[];
  /** Printed across the page: a table with many columns. */
  readonly isLandscape?: boolean;
}

/** A block of cells that is one; its text stands in the top left one. Rows and columns count from 0. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Writes a workbook (ECMA-376 SpreadsheetML): wrapped text, merged cells, no formulas. */
export function writeWorkbook(sheets: readonly Sheet[], properties: PackageProperties = { title: "", creator: "" }): Uint8Array {
  const name = "xl/workbook.xml";
  const parts: PackagePart[] = [
    {
      name,
      contentType: `${TYPES}.sheet.main+xml`,
      xml: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((sheet, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    },
    relationshipsPart(name, [
      ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
    { name: "xl/styles.xml", contentType: `${TYPES}.styles+xml`, xml: STYLE_SHEET },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      contentType: `${TYPES}.worksheet+xml`,
      xml: sheetXml(sheet),
    })),
  ];
  return officePackage(parts, properties);
}

function sheetXml({ rows, widths, layout = "list", merges = [], isLandscape = false }: Sheet): string {
  const columnsXml = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const rowsXml = rows.map(
    (row, rowIndex) =>
      `<row r="${rowIndex + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${rowIndex + 1}`, layout === "list" && rowIndex === 0)).join("")}</row>`,
  );
  const lastColumn = columnName(Math.max(0, (rows[0]?.length ?? 1) - 1));
  const isList = layout === "list";
  const view = isList
    ? '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
    : '<sheetView workbookViewId="0" showGridLines="0"/>';
  const filter = isList ? `<autoFilter ref="A1:${lastColumn}${Math.max(1, rows.length)}"/>` : "";
  const page = `<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${isLandscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>`;
  return `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><cols>${columnsXml}</cols><sheetData>${rowsXml.join("")}</sheetData>${filter}${mergesXml(merges)}${page}</worksheet>`;
}

function mergesXml(merges: readonly Merge[]): string {
  if (merges.length === 0) return "";
  const references = merges.map(({ row, column, rowSpan, columnSpan }) => {
    const last = `${columnName(column + columnSpan - 1)}${row + rowSpan}`;
    return `<mergeCell ref="${columnName(column)}${row + 1}:${last}"/>`;
  });
  return `<mergeCells count="${merges.length}">${references.join("")}</mergeCells>`;
}

function cellXml(cell: Cell, reference: string, isHead: boolean): string {
  const { value, style } = typeof cell === "object" && cell !== null ? cell : { value: cell, style: undefined };
  const index = style === undefined ? (isHead ? styleIndex("listHead") : styleIndex("plain")) : styleIndex(style);
  if (value === null || value === "") return style === undefined ? "" : `<c r="${reference}" s="${index}"/>`;
  if (typeof value === "number") return `<c r="${reference}" s="${index}"><v>${value}</v></c>`;
  return `<c r="${reference}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}
