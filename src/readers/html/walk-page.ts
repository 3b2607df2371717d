import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import type { TreeItem } from "../table-tree.js";
import { displayOf, headingLevel, isDeleted, isPicture, isVerbatim } from "./element-display.js";
import { ListMarks } from "./list-marks.js";
import { PageMetadata } from "./page-metadata.js";
import { type PageCell, placeCells, type RowGroup } from "./page-table.js";
import { attributeOf, isElement, type PageElement, type PageParent } from "./parse-page.js";
import { RunningText } from "./running-text.js";

/** What a page shows, in order, and what was met on the way. */
export interface PageContent {
  readonly items: readonly TreeItem[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Places where text is struck out in tracked changes. */
  readonly deletedTexts: number;
  /** Filled cells for which a table had no column left. */
  readonly lostCells: number;
}

/** The parser caps what is open at once; the tree it mends may be a little deeper. */
const MAX_DEPTH = 2 * LIMITS.pageDepth;

/** Reads a parsed page from top to bottom into paragraphs, tables and pictures. */
export function walkPage(document: PageParent): PageContent {
  const walk = new PageWalk();
  walk.children(document);
  walk.endParagraph();
  return {
    items: walk.items,
    metadata: walk.metadata.entries,
    deletedTexts: walk.deletedTexts,
    lostCells: walk.lostCells,
  };
}

class PageWalk {
  items: TreeItem[] = [];
  readonly metadata = new PageMetadata();
  deletedTexts = 0;
  lostCells = 0;
  readonly #text = new RunningText();
  #level: number | null = null;
  #verbatim = false;
  /** The number of a list item, until its first text. */
  #mark = "";
  #depth = 0;
  #paragraphs = 0;
  /** How many cells stand around the place that is read. */
  #cells = 0;

  children(parent: PageParent): void {
    if (++this.#depth > MAX_DEPTH) throw new AppError("FILE_TOO_COMPLEX", { detail: `网页元素嵌套超过 ${MAX_DEPTH} 层` });
    for (const node of parent.childNodes) {
      if (node.nodeName === "#text" && "value" in node) this.#addText(node.value);
      else if (isElement(node)) this.#element(node);
    }
    this.#depth--;
  }

  endParagraph(): void {
    const text = this.#text.take();
    if (text === "") return;
    if (++this.#paragraphs > LIMITS.paragraphs)
      throw new AppError("FILE_TOO_COMPLEX", { detail: `段落超过 ${LIMITS.paragraphs} 个` });
    const marked = this.#mark + text;
    if (text.trim() !== "") this.#mark = "";
    this.items.push(this.#level === null ? { kind: "text", text: marked } : { kind: "text", text: marked, level: this.#level });
  }

  #addText(value: string): void {
    if (!this.#verbatim) {
      this.#text.add(value);
      return;
    }
    value.split("\n").forEach((line, index) => {
      if (index > 0) this.endParagraph();
      this.#text.addVerbatim(line.replace(/\r$/, ""));
    });
  }

  #element(element: PageElement): void {
    switch (element.tagName) {
      case "br":
        this.endParagraph();
        return;
      case "img":
        this.#picture(element);
        return;
      case "input":
        if (this.#cells > 0) this.#text.add(shownValue(element));
        return;
      case "meta":
        this.metadata.addMeta(element);
        return;
      case "title":
        this.metadata.addTitle(element);
        return;
      case "head":
        for (const node of element.childNodes) if (isElement(node)) this.metadata.addHead(node);
        return;
      default:
    }
    const display = displayOf(element);
    if (display === "none") return;
    if (isDeleted(element)) this.deletedTexts++;
    else if (element.tagName === "table") this.#table(element);
    else if (element.tagName === "ol" || element.tagName === "ul") this.#list(element);
    else if (display === "block") this.#block(element);
    else this.children(element);
  }

  #block(element: PageElement): void {
    this.endParagraph();
    const outer = { level: this.#level, verbatim: this.#verbatim };
    this.#level = headingLevel(element) ?? outer.level;
    this.#verbatim ||= isVerbatim(element);
    this.children(element);
    this.endParagraph();
    this.#level = outer.level;
    this.#verbatim = outer.verbatim;
  }

  #list(list: PageElement): void {
    this.endParagraph();
    const outer = this.#mark;
    const marks = new ListMarks(list);
    for (const node of list.childNodes) {
      if (!isElement(node)) continue;
      if (node.tagName !== "li") {
        this.#element(node);
        continue;
      }
      if (displayOf(node) === "none") continue;
      this.#mark = marks.mark(node);
      this.#block(node);
    }
    this.endParagraph();
    this.#mark = outer;
  }

  #picture(element: PageElement): void {
    if (displayOf(element) === "none" || !isPicture(element)) return;
    this.endParagraph();
    this.items.push({ kind: "picture" });
  }

  #table(table: PageElement): void {
    this.endParagraph();
    const groups: RowGroup[] = [];
    let loose: PageCell[][] = [];
    for (const child of table.childNodes) {
      if (!isElement(child) || displayOf(child) === "none") continue;
      if (child.tagName === "tr") loose.push(this.#row(child));
      else if (child.tagName === "caption") this.#block(child);
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) groups.push(this.#rows(child));
    }
    if (loose.length > 0) groups.push(loose);
    loose = [];
    const placed = placeCells(groups);
    if (placed === null) return;
    this.items.push(placed.table);
    this.lostCells += placed.lost;
  }

  #rows(group: PageElement): RowGroup {
    const rows = group.childNodes.filter(isElement).filter((row) => row.tagName === "tr" && displayOf(row) !== "none");
    return rows
      .map((row) => ({ cells: this.#row(row), row }))
      .filter(({ cells, row }) => !isGhost(row, cells))
      .map(({ cells }) => cells);
  }

  #row(row: PageElement): PageCell[] {
    const cells: PageCell[] = [];
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== "td" && cell.tagName !== "th") || displayOf(cell) === "none") continue;
      cells.push({
        rowSpan: spanOf(cell, "rowspan", 65_534),
        columnSpan: Math.max(1, spanOf(cell, "colspan", 1000)),
        content: this.#cellContent(cell),
      });
    }
    return cells;
  }

  #cellContent(cell: PageElement): readonly TreeItem[] {
    const outer = { items: this.items, level: this.#level, mark: this.#mark, verbatim: this.#verbatim };
    this.items = [];
    this.#level = null;
    this.#mark = "";
    this.#verbatim = isVerbatim(cell);
    this.#cells++;
    this.children(cell);
    this.endParagraph();
    this.#cells--;
    const content = this.items;
    this.items = outer.items;
    this.#level = outer.level;
    this.#mark = outer.mark;
    this.#verbatim = outer.verbatim;
    return content;
  }
}

/** Some content systems publish the form of the report with its fields still in place. */
function shownValue(field: PageElement): string {
  const type = attributeOf(field, "type")?.toLowerCase() ?? "text";
  return type === "text" || type === "number" ? (attributeOf(field, "value") ?? "") : "";
}

/** The last row of a table saved by Word: without height, without text, there to fix the widths of the columns. */
function isGhost(row: PageElement, cells: readonly PageCell[]): boolean {
  return (
    attributeOf(row, "height") === "0" &&
    cells.every(({ content }) => content.every((item) => item.kind === "text" && item.text.trim() === ""))
  );
}

/** A span as browsers read it: the digits in front, cut to what the standard allows; 0 only for rows, else 1. */
function spanOf(cell: PageElement, name: "rowspan" | "colspan", most: number): number {
  const digits = /^\s*\+?(\d+)/.exec(attributeOf(cell, name) ?? "")?.[1];
  return digits === undefined ? 1 : Math.min(most, Number(digits));
}
