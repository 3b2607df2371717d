import type { FileContents, Passage } from "../../document/passage.js";
import { decodeText } from "../decode-text.js";

/** A text file, line by line. */
export function readLines(bytes: Uint8Array): FileContents {
  const { text } = decodeText(bytes);
  const passages: Passage[] = [];
  let line = 0;
  for (const { 0: written, index } of text.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    if (/^[\r\n]/.test(written)) {
      line++;
      continue;
    }
    const piece = { at: 0, length: written.length, entry: "", from: index, to: index + written.length, form: "literal" as const };
    if (written.trim() !== "") passages.push({ part: `第${line + 1}行`, sort: "text", text: written, pieces: [piece] });
  }
  return { passages, embedded: [], unread: [] };
}

/** Elements inside a line: what stands before and after them is one text. */
const INLINE =
  /<\/?(?:a|abbr|b|big|bdo|cite|code|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^>]{0,2000})?>/gi;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ["ensp", " "],
  ["emsp", " "],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
]);

/** A web page: its text, and what it carries unseen in comments and attributes. */
export function readMarkup(bytes: Uint8Array): FileContents {
  const { text } = decodeText(bytes);
  const passages: Passage[] = [];
  const add = (part: string, sort: Passage["sort"], written: string): void => {
    const plain = written.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, referenceText).trim();
    if (plain !== "") passages.push({ part, sort, text: plain, pieces: [] });
  };
  for (const { 1: comment = "" } of text.matchAll(/<!--([\s\S]{0,100000}?)-->/g)) add("网页注释", "hidden", comment);
  const shown = text.replace(/<!--[\s\S]{0,100000}?-->/g, "");
  for (const { 2: double, 3: single } of shown.matchAll(
    /\s(content|alt|title|href|value|data-[\w-]{1,60})\s?=\s?(?:"([^"]{1,4000})"|'([^']{1,4000})')/gi,
  )) {
    add("网页标记的属性", "text", double ?? single ?? "");
  }
  let line = 0;
  for (const piece of shown.replace(INLINE, "").split(/<[^>]{0,10000}>/)) {
    if (piece.trim() === "") continue;
    line++;
    add(`网页第${line}段`, "text", piece);
  }
  return { passages, embedded: [], unread: /<img\s/i.test(shown) ? ["网页中的图像"] : [] };
}

function referenceText(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (Number.isInteger(code) && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return REFERENCES.get((name ?? "").toLowerCase()) ?? whole;
}
