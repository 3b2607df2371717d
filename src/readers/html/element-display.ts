import { attributeOf, type PageElement } from "./parse-page.js";

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre section summary ul xmp"
  ).split(" "),
);

/** Elements whose content nobody sees as text: programs, form controls, drawings, glosses above characters. */
const UNSEEN = new Set(
  (
    "script style noscript template select datalist textarea button svg math iframe object embed audio video canvas noframes " +
    "rp rt rtc xml head"
  ).split(" "),
);

const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i;
const BLOCK_DISPLAY = /(?:^|[;\s])display\s*:\s*(?:block|flex|grid|list-item|table)/i;
const VERBATIM = /(?:^|[;\s])white-space\s*:\s*(?:pre\b|pre-wrap|pre-line|break-spaces)/i;

/** How an element shows: not at all, on lines of its own, or within the line. */
export type Display = "none" | "block" | "inline";

export function displayOf(element: PageElement): Display {
  if (UNSEEN.has(element.tagName) || isFootnote(element)) return "none";
  let display: Display = BLOCKS.has(element.tagName) ? "block" : "inline";
  for (const { name, value } of element.attrs) {
    if (name === "hidden") return "none";
    if (name !== "style") continue;
    if (HIDING.test(value)) return "none";
    if (display === "inline" && BLOCK_DISPLAY.test(value)) display = "block";
  }
  return display;
}

const FOOTNOTE_CLASS = /^(?:sd(?:foot|end)note(?:anc|sym)|Mso(?:Foot|End)noteReference)$/;
const FOOTNOTE_DIVISION = /^sd(?:foot|end)note\d{1,5}$/;
const FOOTNOTE_LIST = /mso-element\s*:\s*(?:foot|end)note(?:-list)?\b/i;

/** The mark of a footnote, and the notes below the text, as LibreOffice and Word write them: 「440」 with a note is not 4401. */
function isFootnote(element: PageElement): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      (name === "class" && FOOTNOTE_CLASS.test(value)) ||
      (name === "id" && element.tagName === "div" && FOOTNOTE_DIVISION.test(value)) ||
      (name === "style" && element.tagName === "div" && FOOTNOTE_LIST.test(value)),
  );
}

/** True where line breaks of the source are shown. */
export function isVerbatim(element: PageElement): boolean {
  if (element.tagName === "pre" || element.tagName === "xmp" || element.tagName === "listing") return true;
  return VERBATIM.test(attributeOf(element, "style") ?? "");
}

/** Text struck out in tracked changes: <del>, and what Word writes for it. */
export function isDeleted(element: PageElement): boolean {
  return element.tagName === "del" || (element.tagName === "span" && attributeOf(element, "class") === "msoDel");
}

/** The outline level of <h1> to <h6>. */
export function headingLevel(element: PageElement): number | null {
  const match = /^h([1-6])$/.exec(element.tagName);
  return match ? Number(match[1]) : null;
}

/** Below these sizes an image is an ornament; a table that was photographed is larger. */
const MIN_WIDTH = 120;
const MIN_HEIGHT = 60;
const ORNAMENT = /icon|logo|btn|button|arrow|spacer|blank|banner|qrcode|ewm|filetype|emot|print|share|search/i;
/** An image inside the page's own text of fewer characters holds a few hundred dots. */
const MIN_DATA_CHARACTERS = 2000;

/** True for an image in which a table may stand: not an icon, a banner or a spacer. */
export function isPicture(element: PageElement): boolean {
  const source = attributeOf(element, "src") ?? "";
  if (source.startsWith("data:")) return source.length >= MIN_DATA_CHARACTERS;
  if (source === "" || ORNAMENT.test(source.slice(-160))) return false;
  const style = attributeOf(element, "style") ?? "";
  return sizeOf(element, style, "width") >= MIN_WIDTH && sizeOf(element, style, "height") >= MIN_HEIGHT;
}

function sizeOf(element: PageElement, style: string, name: "width" | "height"): number {
  const said = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px`, "i").exec(style)?.[1];
  const value = said ?? /^\s*(\d{1,5})(?:px)?\s*$/.exec(attributeOf(element, name) ?? "")?.[1];
  return value === undefined ? Number.POSITIVE_INFINITY : Number(value);
}
