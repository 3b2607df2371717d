const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** A text inside xml, in an element or an attribute; what xml cannot hold at all is left out (XML 1.0, 2.2). */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, "")
    .replaceAll(/[&<>"]/g, (character) => ESCAPES.get(character) ?? "");
}
