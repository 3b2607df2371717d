import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { xmlAsUtf8 } from "./xml-encoding.js";
import { decodeXmlText } from "./xml-text.js";

/** A tag or a stretch of text with its place, for those who change a part and leave the rest of it as it is. */
export interface XmlToken {
  readonly kind: "start" | "end" | "text";
  /** The name without its prefix; of a text that of the element it stands in. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** An element without content: its end follows as a token of no length. */
  readonly isEmpty: boolean;
  /** CDATA. */
  readonly isLiteral: boolean;
}

/** An attribute of a start tag; `from` and `to` enclose its value without the quotes. */
export interface XmlAttribute {
  /** Without its prefix. */
  readonly name: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const damaged = (detail: string): AppError => new AppError("FILE_DAMAGED", { detail: `XML ${detail}` });
const encoder = new TextEncoder();

/** The text of an XML part, whatever its encoding, without declaration of one: it will be written as UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  return new TextDecoder().decode(xmlAsUtf8(bytes)).replace(/^(<\?xml[^>]{0,120}?encoding\s?=\s?["'])[\w.-]{1,40}/, "$1UTF-8");
}

/** Every tag and text of an XML document from front to back. Linear; a document type is refused, so nothing can be expanded. */
export function* xmlTokens(text: string): Generator<XmlToken> {
  const open: string[] = [];
  const token = (kind: XmlToken["kind"], name: string, from: number, to: number): XmlToken => {
    return { kind, name, from, to, isEmpty: false, isLiteral: false };
  };
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) !== 0x3c) {
      const next = text.indexOf("<", at);
      const to = next < 0 ? text.length : next;
      if (open.length > 0) yield token("text", open.at(-1) ?? "", at, to);
      at = to;
      continue;
    }
    if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (text.startsWith("<![CDATA[", at)) {
      const to = after(text, "]]>", at + 9);
      yield { ...token("text", open.at(-1) ?? "", at + 9, to - 3), isLiteral: true };
      at = to;
    } else if (text.startsWith("<!", at)) throw new AppError("FILE_FORBIDDEN_MARKUP", { detail: "DOCTYPE" });
    else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (text.startsWith("</", at)) {
      const to = after(text, ">", at + 2);
      yield token("end", open.pop() ?? "", at, to);
      at = to;
    } else {
      const to = endOfTag(text, at + 1);
      const name = localName(text, at + 1);
      const isEmpty = text.charCodeAt(to - 2) === 0x2f;
      if (open.length >= LIMITS.xmlDepth)
        throw new AppError("FILE_TOO_COMPLEX", { detail: `标签嵌套超过 ${LIMITS.xmlDepth} 层` });
      yield { ...token("start", name, at, to), isEmpty };
      if (isEmpty) yield token("end", name, to, to);
      else open.push(name);
      at = to;
    }
  }
  if (open.length > 0) throw damaged("没有写完");
}

/** The attributes of a start tag. */
export function* attributesOf(text: string, { from, to }: Pick<XmlToken, "from" | "to">): Generator<XmlAttribute> {
  const tag = text.slice(from, to);
  for (const { 0: whole, 1: name = "", 2: double, 3: single, index } of tag.matchAll(
    /\s([^\s=<>"'/]{1,200})\s?=\s?(?:"([^"]*)"|'([^']*)')/g,
  )) {
    const raw = double ?? single ?? "";
    const end = from + index + whole.length - 1;
    yield { name: name.slice(name.indexOf(":") + 1), value: plainXml(raw), from: end - raw.length, to: end };
  }
}

/** Characters with their references resolved. */
export function plainXml(raw: string, isLiteral = false): string {
  if (!raw.includes("&") && !raw.includes("\r")) return raw;
  const bytes = encoder.encode(raw);
  return decodeXmlText(bytes, 0, bytes.length, isLiteral);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged("没有写完");
  return at + mark.length;
}

/** Where a start tag ends: a ">" may stand in the value of an attribute. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x22 || code === 0x27) {
      at = text.indexOf(text.charAt(at), at + 1);
      if (at < 0) break;
    }
  }
  throw damaged("标签没有写完");
}

function localName(text: string, from: number): string {
  let colon = from - 1;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x3e || code === 0x2f) break;
    if (code === 0x3a) colon = at;
  }
  return text.slice(colon + 1, at);
}
