import type { Block, Grid, SourceDocument } from "../../src/document/document.js";

/** A document as lines a person can compare: paragraphs as their text, grids row by row with 「 | 」 between cells. */
export function shownBlocks(document: SourceDocument): string[] {
  return document.blocks.flatMap(shownBlock);
}

function shownBlock(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [block.text];
    case "picture":
      return ["[picture]"];
    case "grid":
      return shownRows(block);
    default:
      return block satisfies never;
  }
}

/** The rows of a grid, cells divided by 「 | 」. */
export function shownRows(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, row) => {
    const texts = grid.cells.filter((cell) => cell.row === row).map((cell) => cell.text);
    return `| ${texts.join(" | ")} |`;
  });
}

/** The grids of a document. */
export const gridsOf = (document: SourceDocument): Grid[] => document.blocks.filter((block) => block.kind === "grid");
