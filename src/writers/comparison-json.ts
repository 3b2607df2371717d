import { type Comparison, reuseShare } from "../findings/compare-reports.js";

/** A comparison as plain JSON. */
export function comparisonJson(comparison: Comparison): unknown {
  const { cells, sameCells, sections, headingsGone } = comparison;
  return {
    cells: cells.map(({ address, before, after, change }) => ({ ...address, before, after, change })),
    same_cells: sameCells,
    reuse_share: reuseShare(comparison),
    sections: sections.map(({ id, heading, sentences, reused }) => ({
      id,
      heading,
      sentences,
      reused: reused.map(({ text, passage }) => ({ text, place: passage.place })),
    })),
    headings_gone: headingsGone,
  };
}
