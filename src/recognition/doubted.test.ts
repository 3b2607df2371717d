import { describe, expect, test } from "vitest";
import { buildFormDocument } from "../../test/builders/source-document.js";
import type { SourceDocument } from "../document/document.js";
import type { CellAddress } from "../report/format.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { recogniseReport } from "./recognise-report.js";

const misread = ({ row, column }: CellAddress) => (row === "granted" && column === "natural" ? "7" : "0");

function doubtfulCells(document: SourceDocument): string[] {
  const cells = recogniseReport(document, "a.pdf")?.tables.requests?.cells ?? new Map();
  return [...cells].flatMap(([key, cell]) => (cell.doubt === undefined ? [] : [key]));
}

describe("a scan", () => {
  test("marks the cells of every relation that fails, and changes none", () => {
    const document = buildFormDocument(annualReport2021, misread, { kind: "scan" });
    const doubtful = doubtfulCells(document);
    expect(doubtful).toContain("granted|natural");
    expect(doubtful).toContain("granted|total");
    expect(doubtful).toContain("results_total|natural");
    expect(doubtful).not.toContain("partial|business");
    expect(recogniseReport(document, "a.pdf")?.tables.requests?.cells.get("granted|natural")).toMatchObject({ value: 7 });
  });

  test("marks a cell the engine was not sure of", () => {
    const document = buildFormDocument(annualReport2021, () => "0", { kind: "scan" });
    const blocks = document.blocks.map((block) =>
      block.kind === "grid"
        ? { ...block, cells: block.cells.map((cell, at) => ({ ...cell, confidence: at === 30 ? 0.4 : 0.99 })) }
        : block,
    );
    expect(doubtfulCells({ ...document, blocks })).toHaveLength(1);
  });

  test("whose sums hold is not doubted", () => {
    expect(doubtfulCells(buildFormDocument(annualReport2021, () => "0", { kind: "scan" }))).toEqual([]);
  });
});

test("a wrong sum in any other file is the agency's, and no doubt of ours", () => {
  expect(doubtfulCells(buildFormDocument(annualReport2021, misread))).toEqual([]);
});
