import type { ItemBlock, ItemCell } from "../../register/publishing/item-block.js";

const MOST_BLOCKS = 5000;
const LONGEST = 20_000;

/** 一、 第一章 and （一） at the head of a short line without a full stop: how official documents mark their sections. */
const UPPER_HEADING = /^(?:[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百]{1,4}[章节])/;
const LOWER_HEADING = /^[（(][一二三四五六七八九十]{1,3}[)）]/;
const LONGEST_HEADING = 40;

/** Plain text as blocks: a line a paragraph, numbered short lines as headings, lines with tabs as the rows of a table. */
export function blocksOfText(text: string): ItemBlock[] {
  const blocks: ItemBlock[] = [];
  let rows: ItemCell[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (const raw of text.replaceAll("\r\n", "\n").split(/[\n\v\f\r\u2028\u2029]/)) {
    const line = raw.trim();
    if (line.includes("\t")) {
      rows.push(line.split("\t").map((cell) => ({ text: cell.trim() })));
      continue;
    }
    endTable();
    if (line !== "") blocks.push(blockOfLine(line.slice(0, LONGEST)));
    if (blocks.length >= MOST_BLOCKS) break;
  }
  endTable();
  return blocks;
}

function blockOfLine(text: string): ItemBlock {
  const isShort = text.length <= LONGEST_HEADING && !/[。；：，]$/.test(text);
  if (isShort && UPPER_HEADING.test(text)) return { kind: "heading", level: 1, text };
  if (isShort && LOWER_HEADING.test(text)) return { kind: "heading", level: 2, text };
  return { kind: "paragraph", text };
}

/** What Word, WPS or a web page puts on the clipboard, as blocks. Only text and its order are taken: no styles, no scripts, no pictures. */
export function blocksOfHtml(html: string): ItemBlock[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of page.querySelectorAll(UNSEEN)) hidden.remove();
  const blocks: ItemBlock[] = [];
  for (const element of page.body.children) readElement(element, blocks);
  // A clipping of plain words has no elements around it.
  if (blocks.length === 0) return blocksOfText(page.body.textContent ?? "");
  return blocks.slice(0, MOST_BLOCKS);
}

/** What no reader of the page would see. */
const UNSEEN = "style, script, meta, link, title, xml, template, noscript";
const HOLDS_BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, div, blockquote";

function readElement(element: Element, blocks: ItemBlock[]): void {
  const { tagName } = element;
  if (tagName === "TABLE") {
    const rows = [...element.querySelectorAll("tr")].map(cellsOf).filter((row) => row.length > 0);
    if (rows.length > 0) blocks.push({ kind: "table", rows });
  } else if (tagName === "UL" || tagName === "OL") {
    const entries = [...element.children].map(textOf).filter((text) => text !== "");
    if (entries.length > 0) blocks.push({ kind: "list", isNumbered: tagName === "OL", entries });
  } else if (/^H[1-6]$/.test(tagName)) {
    const text = textOf(element);
    if (text !== "") blocks.push({ kind: "heading", level: Math.min(3, Math.max(1, Number(tagName.slice(1)) - 1)), text });
  } else if (tagName !== "P" && element.querySelector(HOLDS_BLOCKS) !== null) {
    for (const child of element.children) readElement(child, blocks);
  } else {
    const text = textOf(element);
    if (text !== "") blocks.push(aligned(blockOfLine(text), element));
  }
}

function aligned(block: ItemBlock, element: Element): ItemBlock {
  if (block.kind !== "paragraph") return block;
  const written = `${element.getAttribute("align") ?? ""} ${element.getAttribute("style") ?? ""}`;
  const [, align] = /(?:^|text-align:\s*)(center|right)\b/.exec(written) ?? [];
  return align === "center" || align === "right" ? { ...block, align } : block;
}

function cellsOf(row: Element): ItemCell[] {
  return [...row.children].slice(0, 100).map((cell) => ({
    text: textOf(cell),
    ...(cell.tagName === "TH" && { isHead: true }),
    ...span(cell, "rowspan", "rowSpan", 500),
    ...span(cell, "colspan", "columnSpan", 100),
  }));
}

function span(cell: Element, attribute: string, name: "rowSpan" | "columnSpan", most: number) {
  const number = Number(cell.getAttribute(attribute));
  return Number.isInteger(number) && number > 1 ? { [name]: Math.min(number, most) } : {};
}

function textOf(element: Element): string {
  return (element.textContent ?? "")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim()
    .slice(0, LONGEST);
}
