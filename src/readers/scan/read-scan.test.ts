import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GridCell, SourceDocument } from "../../document/document.js";
import { closeOcrEngine } from "./ocr-engine.js";
import { readScan } from "./read-scan.js";

const MADE = join(import.meta.dirname, "..", "..", "..", "test", "corpus", "made");

afterAll(closeOcrEngine);

/** The figures of a report's expected values, in printed order. */
function figuresOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(figuresOf) : [];
}

const isFigure = (cell: GridCell): boolean => /^[+-]?\d[\d.,]*$/.test(cell.text);
const cellsOf = (document: SourceDocument): GridCell[] =>
  document.blocks.flatMap((block) =>
    block.kind === "grid" ? [...block.cells].sort((a, b) => a.row - b.row || a.column - b.column) : [],
  );

/** The rows of table three that hold seven figures, as printed. */
const requestRows = (document: SourceDocument): number[][] => {
  const rows = new Map<string, number[]>();
  document.blocks.forEach((block, index) => {
    if (block.kind !== "grid" || block.columns < 9 || block.columns > 11) return;
    for (const cell of block.cells.filter(isFigure))
      rows.set(`${index}.${cell.row}`, [...(rows.get(`${index}.${cell.row}`) ?? []), Number(cell.text)]);
  });
  return [...rows.values()].filter((row) => row.length === 7);
};

describe.each(["f0-scan200.pdf", "f0-scan200-skew-noise.pdf", "f0-scan150.pdf", "f0-no-tounicode.pdf"])("%s", (name) => {
  let document: SourceDocument;
  beforeAll(async () => {
    document = await readScan(new Uint8Array(readFileSync(join(MADE, name))));
  });
  const expected = JSON.parse(readFileSync(join(MADE, `${name}.expected.json`), "utf8")) as { requests: object }; // written by this project

  test("is a scan and says that a machine read it", () => {
    expect(document.kind).toBe("scan");
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["machineRead"]);
  });

  test("nearly every figure of table three is right, and what is wrong is doubted", () => {
    const rows = requestRows(document);
    expect(rows).toHaveLength(23);
    for (const row of rows) expect(row).toHaveLength(7);
    const wanted = figuresOf(expected.requests);
    const remaining = [...wanted];
    const wrong = rows.flat().filter((figure) => {
      const at = remaining.indexOf(figure);
      if (at >= 0) remaining.splice(at, 1);
      return at < 0;
    });
    expect(wrong.length).toBeLessThanOrEqual(0.01 * wanted.length);
    for (const figure of wrong) {
      const cells = cellsOf(document).filter((cell) => Number(cell.text) === figure);
      expect(cells.some((cell) => (cell.confidence ?? 1) < 0.85)).toBe(true);
    }
  });

  test("signs, decimals and units survive", () => {
    const texts = cellsOf(document).map((cell) => cell.text);
    expect(texts).toEqual(expect.arrayContaining(["-30", "+17", "-20", "+16", "+29"]));
    expect(texts.some((text) => text.startsWith("827.96"))).toBe(true);
  });

  test("the title and the headings are read as paragraphs", () => {
    const paragraphs = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
    expect(paragraphs.slice(0, 2).join("")).toBe("前进区商务和经济合作局2020年度政府信息公开工作年度报告");
    expect(paragraphs).toEqual(expect.arrayContaining(["一、总体情况", "二、主动公开政府信息情况", "六、其他需要报告的事项"]));
  });
});

test.each([
  ["nothing", new Uint8Array(), "FILE_EMPTY"],
  ["something else", new TextEncoder().encode("这不是 PDF 文件"), "FILE_DAMAGED"],
  ["half a file", new Uint8Array(readFileSync(join(MADE, "f0-scan150.pdf"))).slice(0, 3000), "FILE_DAMAGED"],
])("%s ends in a coded error", async (_, bytes, code) => {
  await expect(readScan(bytes)).rejects.toMatchObject({ code });
});
