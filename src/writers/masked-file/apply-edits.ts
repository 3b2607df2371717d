import { escapeXml } from "../package/escape-xml.js";

/** A stretch of a text and what comes in its place. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with its stretches replaced. Of two edits that overlap the wider one counts: what lies in an element that goes, goes with it. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((one, other) => one.from - other.from || other.to - one.to);
  let result = "";
  let at = 0;
  for (const edit of ordered) {
    if (edit.from < at) continue;
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

/** Characters as they stand in an element or an attribute, whichever quotes it has. */
export function xmlCharacters(text: string): string {
  return escapeXml(text).replaceAll("'", "&apos;");
}

/** A cell of a sheet with a text of its own in place of what it held: value, formula or shared text (ISO/IEC 29500-1, 18.3.1.4). */
export function cellWithText(cell: string, text: string): string {
  const tag = /^<([\w.-]{0,40}:)?c\b[^>]*>/.exec(cell)?.[0] ?? "<c>";
  const prefix = /^<([\w.-]{1,40}:)/.exec(tag)?.[1] ?? "";
  const kept = [...tag.matchAll(/\s(?:r|s)\s?=\s?(?:"[^"]*"|'[^']*')/g)].map(([attribute]) => attribute).join("");
  if (text === "") return `<${prefix}c${kept}/>`;
  return `<${prefix}c${kept} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlCharacters(text)}</${prefix}t></${prefix}is></${prefix}c>`;
}
