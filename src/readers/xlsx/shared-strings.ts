import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import { SHEET, type SheetScanner } from "./sheet-names.js";

const MAX_STRINGS = 2 * LIMITS.cells;
/** Characters XML cannot hold are written _x000D_ (ISO/IEC 29500-1, 22.9.2.19). */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** The texts that cells name by number. */
export function readSharedStrings(part: Uint8Array): string[] {
  const scanner: SheetScanner = new XmlScanner(part, SHEET);
  const strings: string[] = [];
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start" || scanner.name !== "x:si") continue;
    strings.push(readRichText(scanner));
    if (strings.length > MAX_STRINGS) throw new AppError("FILE_TOO_COMPLEX", { detail: `文字超过 ${MAX_STRINGS} 条` });
  }
  return strings;
}

/** The text of the element that just started: its runs joined, readings above the characters left out. */
export function readRichText(scanner: SheetScanner): string {
  const depth = scanner.depth;
  let text = "";
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "x:t") text += scanner.elementText();
    else if (scanner.name === "x:rPh") scanner.skip();
  }
  return unescaped(text);
}

/** A text with its escaped characters restored and line ends as "\n". */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, "\n");
}
