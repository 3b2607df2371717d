import { AppError } from "../../errors.js";

const AMPERSAND = 0x26;
const SHORT = 24;
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The characters of a stretch of XML: references resolved, line ends as "\n", control characters without a form dropped
 * (old editors leave them; they say nothing). `isLiteral` is for CDATA, where "&" is only a character.
 */
export function decodeXmlText(bytes: Uint8Array, from: number, to: number, isLiteral: boolean): string {
  let seen = 0;
  let hasSpecial = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    seen |= byte;
    if (byte < 0x20 || byte === AMPERSAND) hasSpecial = true;
  }
  const text = seen < 0x80 && to - from <= SHORT ? asciiText(bytes, from, to) : decoder.decode(bytes.subarray(from, to));
  if (!hasSpecial) return text;
  const clean = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "");
  return isLiteral ? clean : resolveReferences(clean);
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

function resolveReferences(text: string): string {
  let at = text.indexOf("&");
  if (at < 0) return text;
  let resolved = "";
  let from = 0;
  while (at >= 0) {
    const end = text.indexOf(";", at);
    // The longest reference is &#x10FFFF; — a farther semicolon belongs to something else.
    if (end < 0 || end - at > 12) throw new AppError("FILE_DAMAGED", { detail: "XML 实体引用不完整" });
    resolved += text.slice(from, at) + referenceText(text.slice(at + 1, end));
    from = end + 1;
    at = text.indexOf("&", from);
  }
  return resolved + text.slice(from);
}

function referenceText(reference: string): string {
  const predefined = PREDEFINED.get(reference);
  if (predefined !== undefined) return predefined;
  const numeric = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}))$/.exec(reference);
  if (!numeric) throw new AppError("FILE_FORBIDDEN_MARKUP", { detail: `实体 &${reference};` });
  const code = numeric[1] === undefined ? Number(numeric[2]) : Number.parseInt(numeric[1], 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  if (!isCharacter) throw new AppError("FILE_DAMAGED", { detail: `XML 字符引用 &${reference}; 无效` });
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d ? "" : String.fromCodePoint(code);
}
