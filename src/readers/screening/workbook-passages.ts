import type { Passage, PassagePiece, PassageSort } from "../../document/passage.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { relationshipsOf } from "../ooxml/office-package.js";
import { attributesOf, plainXml, type XmlToken, xmlText, xmlTokens } from "../xml/xml-tokens.js";
import type { ZipArchive } from "../zip/zip-archive.js";
import { boxedRow, type CellText } from "./boxed-row.js";

/** The cells of a workbook, and the entries that were read for them. */
export interface WorkbookPassages {
  readonly passages: readonly Passage[];
  /** Names in small letters. */
  readonly entries: ReadonlySet<string>;
}

/** What holds texts of the workbook that no cell shows any more. */
export const UNUSED_TEXTS = "已不在任何单元格里的文字";

interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: string;
}

/** A text many cells may share, and where it is kept. */
interface SharedText {
  readonly text: string;
  readonly pieces: readonly PassagePiece[];
  isUsed: boolean;
}

/** Every cell of every sheet with its place, also the hidden ones, and texts that no cell shows any more. */
export function workbookPassages(archive: ZipArchive): WorkbookPassages {
  const relationships = relationshipsOf(archive, "xl/workbook.xml");
  const stringsEntry = relationships.find(({ type }) => type === "sharedStrings")?.target ?? "xl/sharedStrings.xml";
  const strings = sharedTexts(archive, stringsEntry);
  const passages: Passage[] = [];
  const entries = new Set([stringsEntry.toLowerCase()]);
  for (const sheet of sheetsOf(archive)) {
    if (!archive.has(sheet.entry)) continue;
    entries.add(sheet.entry.toLowerCase());
    passages.push(...new SheetReader(sheet, xmlText(archive.require(sheet.entry)), strings).read());
    if (passages.length > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: `单元格超过 ${LIMITS.cells} 个` });
  }
  for (const { text, pieces, isUsed } of strings) {
    if (!isUsed && text.trim() !== "")
      passages.push({ part: "未显示的文字", sort: "hidden", holder: UNUSED_TEXTS, text, pieces });
  }
  return { passages, entries };
}

/** The sheets of a workbook in their order. */
export function sheetsOf(archive: ZipArchive): Sheet[] {
  const text = xmlText(archive.require("xl/workbook.xml"));
  const targets = new Map(relationshipsOf(archive, "xl/workbook.xml").map(({ id, target }) => [id, target]));
  const sheets: Sheet[] = [];
  for (const token of xmlTokens(text)) {
    if (token.kind !== "start" || token.name !== "sheet") continue;
    const attributes = new Map([...attributesOf(text, token)].map(({ name, value }) => [name, value]));
    const entry = targets.get(attributes.get("id") ?? "");
    if (entry === undefined) continue;
    sheets.push({ name: attributes.get("name") ?? "", isHidden: /hidden/i.test(attributes.get("state") ?? ""), entry });
  }
  return sheets;
}

function sharedTexts(archive: ZipArchive, entry: string): SharedText[] {
  const bytes = archive.find(entry);
  if (bytes === null) return [];
  const text = xmlText(bytes);
  const found: { text: string; pieces: PassagePiece[]; isUsed: boolean }[] = [];
  for (const { kind, name, from, to, isLiteral } of xmlTokens(text)) {
    if (kind === "start" && name === "si") found.push({ text: "", pieces: [], isUsed: false });
    const open = found.at(-1);
    if (kind !== "text" || name !== "t" || open === undefined) continue;
    const piece = plainXml(text.slice(from, to), isLiteral);
    open.pieces.push({ at: open.text.length, length: piece.length, entry, from, to, form: isLiteral ? "literal" : "xml" });
    open.text += piece;
  }
  return found;
}

class SheetReader {
  readonly #sheet: Sheet;
  readonly #text: string;
  readonly #strings: readonly SharedText[];
  readonly #passages: Passage[] = [];
  readonly #hiddenColumns: (readonly [number, number])[] = [];
  #row: CellText[] = [];
  #isHiddenRow = false;
  #rowNumber = 0;
  #cell: {
    readonly token: XmlToken;
    readonly ref: string;
    readonly type: string;
    value: string;
    formula: string;
    pieces: PassagePiece[];
  } | null = null;

  constructor(sheet: Sheet, text: string, strings: readonly SharedText[]) {
    this.#sheet = sheet;
    this.#text = text;
    this.#strings = strings;
  }

  read(): Passage[] {
    for (const token of xmlTokens(this.#text)) {
      if (token.kind === "start") this.#start(token);
      else if (token.kind === "end") this.#end(token);
      else this.#take(token);
    }
    return this.#passages;
  }

  #start(token: XmlToken): void {
    const attribute = (wanted: string): string =>
      [...attributesOf(this.#text, token)].find(({ name }) => name === wanted)?.value ?? "";
    if (token.name === "col" && /^(?:1|true)$/.test(attribute("hidden"))) {
      this.#hiddenColumns.push([Number(attribute("min")), Number(attribute("max"))]);
    } else if (token.name === "row") {
      this.#row = [];
      this.#isHiddenRow = /^(?:1|true)$/.test(attribute("hidden"));
      this.#rowNumber = Number(attribute("r")) || this.#rowNumber + 1;
    } else if (token.name === "c") {
      const ref = attribute("r") || `第${this.#rowNumber}行`;
      this.#cell = { token, ref, type: attribute("t"), value: "", formula: "", pieces: [] };
    } else if (/^(?:hyperlink|dataValidation|legacyDrawing)$/.test(token.name)) this.#readAttributes(token);
  }

  #take({ name, from, to, isLiteral }: XmlToken): void {
    const text = plainXml(this.#text.slice(from, to), isLiteral);
    const cell = this.#cell;
    if (cell === null) {
      if (text.trim() !== "")
        this.#add({
          part: `${this.#label()}的页眉页脚、条件或者校验`,
          sort: "text",
          text,
          pieces: [this.#piece({ from, to, isLiteral }, text)],
        });
    } else if (name === "f") {
      cell.formula += text;
      cell.pieces.push(this.#piece({ from, to, isLiteral }, text));
    } else if (name === "v" || name === "t") cell.value += text;
  }

  #end({ name, to }: XmlToken): void {
    if (name === "row") {
      for (const { text, pieces } of boxedRow(this.#row))
        this.#add({ part: `${this.#label()}第${this.#rowNumber}行`, sort: "text", text, pieces });
    }
    const cell = this.#cell;
    if (name !== "c" || cell === null) return;
    this.#cell = null;
    const shared = cell.type === "s" ? this.#strings[Number(cell.value)] : undefined;
    if (shared !== undefined) shared.isUsed = true;
    const text = cell.type === "s" ? (shared?.text ?? "") : cell.value;
    const { sort, holder } = this.#sortOf(cell.ref);
    const piece: PassagePiece = { at: 0, length: text.length, entry: this.#sheet.entry, from: cell.token.from, to, form: "cell" };
    const part = `${this.#label()}${cell.ref}`;
    // Codes of errors and truth values are no text.
    if (cell.type !== "b" && cell.type !== "e")
      this.#add({ part, sort, ...(holder === null ? {} : { holder }), text, pieces: [piece] });
    if (cell.formula !== "") this.#add({ part: `${part}的公式`, sort: "field", text: cell.formula, pieces: cell.pieces });
    this.#row.push({ text, pieces: [piece] });
  }

  #piece({ from, to, isLiteral }: Pick<XmlToken, "from" | "to" | "isLiteral">, text: string): PassagePiece {
    return { at: 0, length: text.length, entry: this.#sheet.entry, from, to, form: isLiteral ? "literal" : "xml" };
  }

  #label(): string {
    return `工作表“${this.#sheet.name}”${this.#sheet.isHidden ? "（隐藏）" : ""}`;
  }

  #sortOf(ref: string): { sort: PassageSort; holder: string | null } {
    if (this.#sheet.isHidden) return { sort: "hidden", holder: this.#label() };
    if (this.#isHiddenRow) return { sort: "hidden", holder: `${this.#label()}的隐藏行` };
    const column = columnNumber(ref);
    const isHidden = this.#hiddenColumns.some(([from, to]) => column >= from && column <= to);
    return isHidden ? { sort: "hidden", holder: `${this.#label()}的隐藏列` } : { sort: "text", holder: null };
  }

  #readAttributes(token: XmlToken): void {
    for (const { value, from, to } of attributesOf(this.#text, token)) {
      if (!/[@\u3400-\u9fff]|\d{8}/.test(value)) continue;
      const piece: PassagePiece = { at: 0, length: value.length, entry: this.#sheet.entry, from, to, form: "xml" };
      this.#add({ part: `${this.#label()}的链接或者提示`, sort: "text", text: value, pieces: [piece] });
    }
  }

  #add(passage: Passage): void {
    if (passage.text.trim() !== "") this.#passages.push(passage);
  }
}

/** The number of a column from the name of a cell: C7 is in the third. */
export function columnNumber(ref: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(ref.toUpperCase())?.[0] ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
