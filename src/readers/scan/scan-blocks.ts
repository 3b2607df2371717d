import type { Block } from "../../document/document.js";
import { paragraphsOf, type TextLine, type TextParagraph } from "./narrative.js";
import { type PageGeometry, placeOf } from "./page-geometry.js";
import type { MeasuredGrid } from "./table-grid.js";
import { continues, joinHalves } from "./table-halves.js";

/** A page in pieces: its lines of running text, and its tables with where each begins and ends. */
export interface PagePieces {
  readonly geometry: PageGeometry;
  readonly lines: readonly TextLine[];
  readonly tables: readonly { readonly top: number; readonly measured: MeasuredGrid }[];
}

type Item =
  | { readonly kind: "text"; readonly paragraph: TextParagraph; readonly geometry: PageGeometry }
  | { readonly kind: "table"; readonly measured: MeasuredGrid };

/** What stands on a page, from top to bottom. */
function itemsOf({ geometry, lines, tables }: PagePieces): Item[] {
  const items: Item[] = [];
  let from = Number.NEGATIVE_INFINITY;
  const textUntil = (bound: number): void => {
    const between = lines.filter((line) => line.top >= from && line.top < bound);
    items.push(...paragraphsOf(between, lines).map((paragraph): Item => ({ kind: "text", paragraph, geometry })));
    from = bound;
  };
  for (const { top, measured } of tables) {
    textUntil(top);
    items.push({ kind: "table", measured });
  }
  textUntil(Number.POSITIVE_INFINITY);
  return items;
}

/** The two items at a page break as one, when neither the paragraph nor the table ends there; else null. */
function acrossBreak(last: Item | undefined, next: Item): Item | null {
  if (last?.kind === "table" && next.kind === "table" && continues(last.measured, next.measured)) {
    return { kind: "table", measured: joinHalves(last.measured, next.measured) };
  }
  if (last?.kind === "text" && next.kind === "text" && last.paragraph.runsOn && next.paragraph.isFlush) {
    const text = last.paragraph.text + next.paragraph.text;
    return { ...last, paragraph: { ...last.paragraph, text, runsOn: next.paragraph.runsOn } };
  }
  return null;
}

/** The blocks of all pages in reading order; what a page break cut in two is one again. */
export function scanBlocks(pages: readonly PagePieces[]): Block[] {
  const items: Item[] = [];
  for (const page of pages) {
    const [first, ...rest] = itemsOf(page);
    if (!first) continue;
    const whole = acrossBreak(items.at(-1), first);
    if (whole) items[items.length - 1] = whole;
    else items.push(first);
    items.push(...rest);
  }
  return items.map((item): Block => {
    if (item.kind === "table") return item.measured.grid;
    return { kind: "paragraph", text: item.paragraph.text, place: placeOf(item.paragraph, item.geometry) };
  });
}
