import type { Block, SourceDocument } from "../../document/document.js";
import { type Note, note } from "../../document/note.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { coreProperties } from "../ooxml/core-properties.js";
import { mainPartOf, type Relationship, relationshipsOf } from "../ooxml/office-package.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import { ZipArchive } from "../zip/zip-archive.js";
import { type CellFormat, readCellFormats } from "./cell-formats.js";
import { numberText } from "./number-text.js";
import { readSheet } from "./read-sheet.js";
import { readSharedStrings } from "./shared-strings.js";
import { sheetBlocks } from "./sheet-blocks.js";
import { SHEET, type SheetScanner } from "./sheet-names.js";

const MAX_SHEETS = 256;

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly id: string }[];
  readonly is1904: boolean;
}

/** Reads a workbook (ISO/IEC 29500-1, 18): its visible sheets in their order, formulas by the value they had when it was saved. */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  const archive = new ZipArchive(bytes);
  const main = mainPartOf(archive, "xl/workbook.xml");
  const { sheets, is1904 } = readWorkbook(archive.require(main));
  const relationships = relationshipsOf(archive, main);
  const lookups = new Lookups(archive, relationships, is1904);
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let cells = 0;
  for (const { name, isHidden, id } of sheets) {
    const target = relationships.find((relationship) => relationship.id === id);
    if (target?.type !== "worksheet") continue;
    if (isHidden) {
      notes.push(note("unreadPart", { what: `隐藏的工作表“${name}”` }));
      continue;
    }
    const content = readSheet(archive.require(target.target), lookups);
    if (content.hiddenCells > 0) {
      notes.push(note("unreadPart", { what: `工作表“${name}”中隐藏的行或列（${content.hiddenCells} 格）` }));
    }
    for (const block of sheetBlocks(name, content, (style) => lookups.format(style)?.isBoxed ?? false)) {
      if (block.kind === "grid") cells += block.cells.length;
      if (cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `表格超过 ${LIMITS.cells} 格` });
      blocks.push(block);
    }
    if (content.hasDrawing && holdsImage(archive, target.target)) {
      blocks.push({ kind: "picture", place: { kind: "sheet", sheet: name, row: 1, column: 1 } });
    }
  }
  return { kind: "xlsx", blocks, notes, metadata: coreProperties(archive) };
}

function readWorkbook(part: Uint8Array): Workbook {
  const scanner: SheetScanner = new XmlScanner(part, SHEET);
  const sheets: { name: string; isHidden: boolean; id: string }[] = [];
  let is1904 = false;
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start") continue;
    if (scanner.name === "x:workbookPr") is1904 = /^(1|true)$/.test(scanner.attribute("date1904") ?? "");
    if (scanner.name !== "x:sheet") continue;
    const state = scanner.attribute("state");
    sheets.push({
      name: scanner.attribute("name") ?? "",
      isHidden: state === "hidden" || state === "veryHidden",
      id: scanner.attribute("r:id") ?? "",
    });
    if (sheets.length > MAX_SHEETS) throw new AppError("FILE_TOO_COMPLEX", { detail: `工作表超过 ${MAX_SHEETS} 张` });
  }
  return { sheets, is1904 };
}

function holdsImage(archive: ZipArchive, sheet: string): boolean {
  const drawing = relationshipsOf(archive, sheet).find(({ type }) => type === "drawing");
  return drawing !== undefined && relationshipsOf(archive, drawing.target).some(({ type }) => type === "image");
}

/** The shared strings and styles, each read when the first cell asks. */
class Lookups {
  readonly #archive: ZipArchive;
  readonly #relationships: readonly Relationship[];
  readonly #is1904: boolean;
  #strings: readonly string[] | null = null;
  #formats: readonly CellFormat[] | null = null;

  constructor(archive: ZipArchive, relationships: readonly Relationship[], is1904: boolean) {
    this.#archive = archive;
    this.#relationships = relationships;
    this.#is1904 = is1904;
  }

  sharedString(index: number): string {
    if (!this.#strings) {
      const part = this.#part("sharedStrings");
      this.#strings = part ? readSharedStrings(part) : [];
    }
    const text = this.#strings[index];
    if (text === undefined) throw new AppError("FILE_DAMAGED", { detail: `缺少第 ${index + 1} 条文字` });
    return text;
  }

  number(stored: string, style: number): string {
    return numberText(stored, style > 0 ? (this.format(style)?.numberFormat ?? "") : "", this.#is1904);
  }

  format(style: number): CellFormat | undefined {
    if (!this.#formats) {
      const part = this.#part("styles");
      this.#formats = part ? readCellFormats(part) : [];
    }
    return this.#formats[style];
  }

  #part(type: string): Uint8Array | null {
    const target = this.#relationships.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : this.#archive.find(target);
  }
}
