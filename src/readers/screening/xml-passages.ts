import type { Passage, PassagePiece, PassageSort } from "../../document/passage.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { attributesOf, plainXml, type XmlToken, xmlTokens } from "../xml/xml-tokens.js";
import { boxedRow, type CellText } from "./boxed-row.js";

/** One XML entry of a file and how its places are told. */
export interface XmlEntry {
  readonly entry: string;
  readonly text: string;
  /** 正文, 页眉1 */
  readonly label: string;
  /** What all its text is, where that is told by the entry: comments, properties. */
  readonly sort: PassageSort;
}

/** Elements that are a paragraph, in Word, drawings, workbooks, OpenDocument and OFD. */
const BLOCKS = new Set([
  "p",
  "h",
  "si",
  "comment",
  "text",
  "creator",
  "lpwstr",
  "definedName",
  "TextCode",
  "oddHeader",
  "oddFooter",
]);
const BREAKS: ReadonlyMap<string, string> = new Map([
  ["tab", " "],
  ["br", "\n"],
  ["cr", "\n"],
  ["line-break", "\n"],
  ["s", " "],
  ["noBreakHyphen", "-"],
]);
/** What tracked changes took out of the text but not out of the file. */
const DELETED = new Set(["delText", "del", "moveFrom", "delInstrText", "deletion"]);
/** Attributes that name a person or a computer. */
const OWNERS = new Set(["author", "initials", "userName", "displayName", "userId", "lastModifiedBy", "absPath", "lastGuid"]);
const TELLING_TAG = /[@\u3400-\u9fff]|\d{8}|author|initials|userName|displayName|[\\/]Users[\\/]/i;
const VALUE_WORTH_READING = /[@\u3400-\u9fff]|(?<![0-9A-Fa-f-])\d[\d -]{9,20}[\dXx](?![0-9A-Fa-f-])|[\\/]Users[\\/]/i;

/** Elements that name a person or an office as the maker of the file. */
const OWNER_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ["creator", "作者"],
  ["initial-creator", "作者"],
  ["lastModifiedBy", "上次修改者"],
  ["printed-by", "打印者"],
  ["Company", "单位"],
  ["Manager", "经理"],
  ["HyperlinkBase", "链接基础"],
  ["lpwstr", "自定义属性"],
  ["user-defined", "自定义属性"],
  ["author", "批注作者"],
]);

interface Stretch {
  text: string;
  readonly pieces: PassagePiece[];
}

/** A paragraph being read: what is seen of it, and apart from that what is deleted, hidden or code of a field. */
class OpenBlock {
  readonly stretches = new Map<PassageSort, Stretch>();

  add(sort: PassageSort, text: string, piece: Omit<PassagePiece, "at" | "length"> | null): void {
    let stretch = this.stretches.get(sort);
    if (stretch === undefined) {
      stretch = { text: "", pieces: [] };
      this.stretches.set(sort, stretch);
    }
    if (piece !== null) stretch.pieces.push({ ...piece, at: stretch.text.length, length: text.length });
    stretch.text += text;
  }
}

/** Every text of an XML entry, paragraph by paragraph: also what tracked changes have deleted, hidden runs, codes of fields, attributes. */
export function xmlPassages(source: XmlEntry): Passage[] {
  return new EntryReader(source).read();
}

class EntryReader {
  readonly #source: XmlEntry;
  readonly #passages: Passage[] = [];
  readonly #blocks: OpenBlock[] = [new OpenBlock()];
  readonly #rows: CellText[][] = [];
  #paragraph = 0;
  #deleted = 0;
  #isHiddenRun = false;
  #isFieldCode = false;

  constructor(source: XmlEntry) {
    this.#source = source;
  }

  read(): Passage[] {
    for (const token of xmlTokens(this.#source.text)) {
      if (token.kind === "start") this.#start(token);
      else if (token.kind === "end") this.#end(token);
      else this.#take(token);
    }
    this.#close();
    return this.#passages;
  }

  #start(token: XmlToken): void {
    const { name, isEmpty } = token;
    this.#readAttributes(token);
    if (name === "tr") this.#rows.push([]);
    else if (name === "tc") this.#rows.at(-1)?.push({ text: "", pieces: [] });
    else if (name === "r") {
      this.#isHiddenRun = false;
      this.#isFieldCode = false;
    } else if (name === "vanish" || name === "webHidden" || name === "specVanish") {
      this.#isHiddenRun = !/val\s?=\s?["'](?:0|false|off)/.test(this.#source.text.slice(token.from, token.to));
    } else if (name === "instrText") this.#isFieldCode = true;
    if (DELETED.has(name) && !isEmpty) this.#deleted++;
    if (BLOCKS.has(name) && !isEmpty) this.#blocks.push(new OpenBlock());
    const gap = BREAKS.get(name);
    if (gap !== undefined) this.#blocks.at(-1)?.add(this.#sort(), gap, null);
  }

  #end({ name, from, to }: XmlToken): void {
    const isEmpty = from === to;
    if (name === "tr") this.#closeRow();
    else if (name === "instrText") this.#isFieldCode = false;
    // The mark of a paragraph may be hidden: that hides no text.
    else if (name === "pPr") this.#isHiddenRun = false;
    if (DELETED.has(name) && !isEmpty && this.#deleted > 0) this.#deleted--;
    if (BLOCKS.has(name) && !isEmpty) this.#close();
  }

  #take({ name, from, to, isLiteral }: XmlToken): void {
    const text = plainXml(this.#source.text.slice(from, to), isLiteral);
    if (text.trim() === "" && text.includes("\n")) return; // only the indentation of the file
    const piece = { entry: this.#source.entry, from, to, form: isLiteral ? ("literal" as const) : ("xml" as const) };
    const owner = OWNER_ELEMENTS.get(name);
    if (owner !== undefined) {
      this.#add({
        part: `文件属性“${owner}”`,
        sort: "property",
        holder: text,
        text,
        pieces: [{ ...piece, at: 0, length: text.length }],
      });
      return;
    }
    this.#blocks.at(-1)?.add(this.#sort(), text, piece);
    // Text outside every paragraph, a property, a cached value: each is its own passage.
    if (this.#blocks.length === 1) this.#close();
  }

  #sort(): PassageSort {
    if (this.#deleted > 0) return "deleted";
    if (this.#isHiddenRun) return "hidden";
    if (this.#isFieldCode) return "field";
    return this.#source.sort;
  }

  #close(): void {
    const block = this.#blocks.length > 1 ? this.#blocks.pop() : this.#blocks[0];
    if (block === undefined || block.stretches.size === 0) return;
    this.#paragraph++;
    for (const [sort, stretch] of block.stretches) {
      this.#add({ part: `${this.#source.label}第${this.#paragraph}段`, sort, ...stretch });
      const cell = sort === "text" ? this.#rows.at(-1)?.at(-1) : undefined;
      cell?.pieces.push(...stretch.pieces.map((piece) => ({ ...piece, at: piece.at + cell.text.length })));
      if (cell) cell.text += stretch.text;
    }
    block.stretches.clear();
  }

  #closeRow(): void {
    const cells = this.#rows.pop() ?? [];
    for (const row of boxedRow(cells))
      this.#add({ part: `${this.#source.label}第${this.#paragraph}段所在的表格行`, sort: "text", ...row });
  }

  #readAttributes(token: XmlToken): void {
    const tag = this.#source.text.slice(token.from, token.to);
    if (!TELLING_TAG.test(tag)) return;
    for (const { name, value, from, to } of attributesOf(this.#source.text, token)) {
      const isOwner = OWNERS.has(name) || (token.name === "absPath" && name === "url");
      if (value === "" || !(isOwner || VALUE_WORTH_READING.test(value))) continue;
      const piece: PassagePiece = { at: 0, length: value.length, entry: this.#source.entry, from, to, form: "xml" };
      const part = isOwner
        ? `${this.#source.label}中记录的人员、账号或者路径`
        : `${this.#source.label}第${this.#paragraph + 1}段的属性`;
      this.#add({
        part,
        sort: isOwner ? "property" : this.#source.sort,
        ...(isOwner ? { holder: value } : {}),
        text: value,
        pieces: [piece],
      });
    }
  }

  #add(passage: Passage): void {
    if (passage.text.trim() === "") return;
    if (this.#passages.length >= LIMITS.paragraphs)
      throw new AppError("FILE_TOO_COMPLEX", { detail: `文字超过 ${LIMITS.paragraphs} 段` });
    this.#passages.push(passage);
  }
}
