import type { Block, Grid } from "../../document/document.js";
import type { Place } from "../../document/place.js";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { rounded } from "./boxes.js";
import { joinTables, type PlacedBlock } from "./join-tables.js";
import type { TableBlock } from "./page-block.js";
import { measuresOf, type PageLine, paragraphsOf } from "./paragraphs.js";
import { type PageLayout, withoutRunningHeads } from "./running-heads.js";

/** The pages of a file as one flow: tables and paragraphs that page breaks had cut are whole again. */
export function documentBlocks(pages: readonly PageLayout[]): Block[] {
  const layouts = withoutRunningHeads(pages);
  const widths = new Map(layouts.map((layout) => [layout.page, layout.width]));
  const placed = joinTables(layouts.flatMap(({ page, blocks }) => blocks.map((block): PlacedBlock => ({ page, block }))));
  const lineOf = ({ page, block }: PlacedBlock): PageLine[] =>
    block.kind === "line" ? [{ page, width: widths.get(page) ?? 0, line: block.line, box: block.box }] : [];
  const measures = measuresOf(placed.flatMap(lineOf));
  const blocks: Block[] = [];
  let lines: PageLine[] = [];
  const flush = (): void => {
    if (lines.length > 0) blocks.push(...paragraphsOf(lines, measures));
    lines = [];
  };
  for (const item of placed) {
    const { page, block } = item;
    if (block.kind === "line") {
      lines.push(...lineOf(item));
      continue;
    }
    flush();
    const place: Place = { kind: "page", page, box: rounded(block.box) };
    blocks.push(block.kind === "table" ? gridOf(block, place) : { kind: "picture", place });
  }
  flush();
  const cells = blocks.reduce((sum, block) => sum + (block.kind === "grid" ? block.cells.length : 0), 0);
  if (cells > LIMITS.cells) throw new AppError("FILE_TOO_COMPLEX", { detail: "表格单元过多" });
  return blocks;
}

function gridOf(table: TableBlock, place: Place): Grid {
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const grid: Grid = { kind: "grid", rows: table.rows, columns: table.xs.length - 1, cells, ragged: table.ragged, place };
  return table.ragged ? { ...grid, blanksDropped: true } : grid;
}
