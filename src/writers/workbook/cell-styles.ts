/** The dresses of a cell; the order is that of the style sheet. */
const STYLES = {
  plain: '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  listHead: '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf>',
  title: '<xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  heading: '<xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  closing: '<xf applyAlignment="1"><alignment horizontal="right" vertical="center"/></xf>',
  tableHead: boxed('fontId="1" fillId="2" applyFont="1" applyFill="1"', "center"),
  tableLabel: boxed("", "left"),
  tableValue: boxed("", "center"),
  tableChange: boxed('numFmtId="164" applyNumberFormat="1"', "center"),
  day: moment(14),
  instant: moment(22),
} as const;

export type CellStyle = keyof typeof STYLES;
type Value = string | number | null;

/** What stands in a cell, or that with its dress. */
export type Cell = Value | { readonly value: Value; readonly style: CellStyle };

function boxed(attributes: string, horizontal: string): string {
  return `<xf borderId="1" applyBorder="1" ${attributes} applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
}

/** A date as the spreadsheet of the reader writes dates (ISO/IEC 29500-1, 18.8.30: 14 a day, 22 with the time). */
function moment(format: number): string {
  return `<xf numFmtId="${format}" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>`;
}

const NAMES: readonly string[] = Object.keys(STYLES);

/** The index of a dress in the style sheet. */
export const styleIndex = (style: CellStyle): number => NAMES.indexOf(style);

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;

/** The style sheet of every workbook. A change of a list is shown with its sign: +2, -1, 0. */
export const STYLE_SHEET = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="+0;-0;0"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="16"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills><borders count="2"><border/><border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${NAMES.length}">${Object.values(STYLES).join("")}</cellXfs></styleSheet>`;

/** A … Z, AA … of a column counted from 0. */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}
