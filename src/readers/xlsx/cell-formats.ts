import { XmlScanner } from "../xml/xml-scanner.js";
import { SHEET, type SheetScanner } from "./sheet-names.js";

/** How the cells of one style look, as far as it matters. */
export interface CellFormat {
  readonly numberFormat: string;
  /** Has a border on some side: it is part of a drawn table even when empty. */
  readonly isBoxed: boolean;
}

/** Formats a file names only by number (ISO/IEC 29500-1, 18.8.30), those that change what a number is. 27 to 58 are the Chinese dates. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, "0%"],
  [10, "0.00%"],
  [14, "yyyy/m/d"],
  [15, "yyyy/m/d"],
  [16, "m/d"],
  [17, "yyyy/m"],
  [18, "h:mm"],
  [19, "h:mm"],
  [20, "h:mm"],
  [21, "h:mm"],
  [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "yyyy/m/d"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, "h:mm"],
  [33, "h:mm"],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, "h:mm"],
  [56, "h:mm"],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** The formats of styles.xml in the order cells name them. */
export function readCellFormats(part: Uint8Array): CellFormat[] {
  const scanner: SheetScanner = new XmlScanner(part, SHEET);
  const codes = new Map(BUILT_IN);
  const boxed: boolean[] = [];
  const formats: CellFormat[] = [];
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start") continue;
    if (scanner.name === "x:numFmt") codes.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "");
    else if (scanner.name === "x:border") boxed.push(readIsBoxed(scanner));
    else if (scanner.name === "x:cellXfs") readFormats(scanner, { codes, boxed, formats });
  }
  return formats;
}

function readIsBoxed(scanner: SheetScanner): boolean {
  const depth = scanner.depth;
  let isBoxed = false;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    const isSide =
      scanner.name === "x:left" || scanner.name === "x:right" || scanner.name === "x:top" || scanner.name === "x:bottom";
    const style = isSide ? scanner.attribute("style") : null;
    if (style !== null && style !== "none") isBoxed = true;
  }
  return isBoxed;
}

function readFormats(
  scanner: SheetScanner,
  into: { codes: ReadonlyMap<number, string>; boxed: boolean[]; formats: CellFormat[] },
): void {
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start" || scanner.name !== "x:xf") continue;
    into.formats.push({
      numberFormat: into.codes.get(Number(scanner.attribute("numFmtId"))) ?? "",
      isBoxed: into.boxed[Number(scanner.attribute("borderId"))] ?? false,
    });
  }
}
