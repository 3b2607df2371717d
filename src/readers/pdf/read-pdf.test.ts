import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filled, pdfFile, ruled, shown, stroke } from "../../../test/builders/pdf-file.js";
import type { Grid, SourceDocument } from "../../document/document.js";
import { AppError } from "../../errors.js";
import { nodePdfium } from "../../operations/node-pdfium.js";
import { readDocx } from "../docx/read-docx.js";
import { readPdf } from "./read-pdf.js";

const CORPUS = join(import.meta.dirname, "../../../test/corpus");

async function documentOf(bytes: Uint8Array): Promise<SourceDocument> {
  const reading = await readPdf(bytes, nodePdfium);
  if (reading.kind !== "text") throw new Error("no text layer was found");
  return reading.document;
}

const read = (...pages: string[]): Promise<SourceDocument> => documentOf(pdfFile({ pages }));

const gridsOf = (document: SourceDocument): Grid[] => document.blocks.filter((block) => block.kind === "grid");
const textsOf = (document: SourceDocument): string[] =>
  document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
const rowsOf = (grid: Grid | undefined): string[][] =>
  Array.from({ length: grid?.rows ?? 0 }, (_, row) =>
    (grid?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.text),
  );
const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

describe("tables with lines", () => {
  const xs = [100, 200, 300];
  const ys = [700, 680, 660];
  const words = shown("甲项", 110, 686) + shown("1", 210, 686) + shown("乙项", 110, 666) + shown("2", 210, 666);

  test("stroked lines enclose cells", async () => {
    const [grid] = gridsOf(await read(ruled(xs, ys) + words));
    expect(rowsOf(grid)).toEqual([
      ["甲项", "1"],
      ["乙项", "2"],
    ]);
    expect(grid?.ragged).toBe(false);
  });

  test("borders filled piece by piece, as Word draws them, are the same lines", async () => {
    const level = ys.flatMap((y) => [
      filled(100, y, 0.5, 0.5),
      filled(100.5, y, 99.5, 0.5),
      filled(200, y, 0.5, 0.5),
      filled(200.5, y, 99.5, 0.5),
    ]);
    const upright = xs.flatMap((x) => [filled(x, 680.5, 0.5, 19.5), filled(x, 660.5, 0.5, 19.5)]);
    const [grid] = gridsOf(await read([...level, ...upright].join("") + words));
    expect(rowsOf(grid)).toEqual([
      ["甲项", "1"],
      ["乙项", "2"],
    ]);
  });

  test("rows of dots are lines", async () => {
    const dots = (count: number, at: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => at(index)).join("");
    const level = ys.map((y) => dots(101, (index) => filled(100 + 2 * index, y, 1, 1))).join("");
    const upright = xs.map((x) => dots(21, (index) => filled(x, 660 + 2 * index, 1, 1))).join("");
    expect(rowsOf(gridsOf(await read(level + upright + words))[0])).toEqual([
      ["甲项", "1"],
      ["乙项", "2"],
    ]);
  });

  test("where a line is missing the cells are one", async () => {
    const lines = [stroke(100, 700, 300, 700), stroke(100, 660, 300, 660), stroke(200, 680, 300, 680)];
    const posts = xs.map((x) => stroke(x, 700, x, 660));
    const [grid] = gridsOf(
      await read([...lines, ...posts].join("") + shown("甲项", 110, 676) + shown("1", 210, 686) + shown("2", 210, 666)),
    );
    expect(grid?.cells.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan])).toEqual([
      ["甲项", 2, 1],
      ["1", 1, 1],
      ["2", 1, 1],
    ]);
  });

  const tiles = (gap: number): string =>
    [660, 680].flatMap((y) => [100, 200].map((x) => filled(x + gap / 2, y + gap / 2, 100 - gap, 20 - gap))).join("");

  test.each([0, 1.5, 5])(
    "cells told only by the colour behind them, %d points apart, are cells; an empty one too",
    async (gap) => {
      const text = shown("甲项", 110, 686) + shown("1", 210, 686) + shown("2", 210, 666);
      const [grid] = gridsOf(await read(`0.9 g ${tiles(gap)} 0 g ${text}`));
      expect(rowsOf(grid)).toEqual([
        ["甲项", "1"],
        ["", "2"],
      ]);
    },
  );

  test("coloured areas that leave out a place with a text in it prove no cells", async () => {
    const areas = [100, 150, 200, 250].flatMap((x) => [660, 680].map((y) => filled(x, y, 50, 20)));
    const words = shown("甲项", 110, 666) + shown("乙项", 260, 686);
    expect(gridsOf(await read(`0.9 g ${areas.slice(0, -1).join("")} 0 g ${words}`))).toEqual([]);
    expect(gridsOf(await read(`0.9 g ${areas.join("")} 0 g ${words}`))).toHaveLength(1);
  });

  test.each(["f", "S"])("boxes with round corners are cells as well, painted with %s", async (paint) => {
    const box = (x: number, y: number): string =>
      `${x + 4} ${y} m ${x + 96} ${y} l ${x + 98} ${y} ${x + 100} ${y + 2} ${x + 100} ${y + 4} c ${x + 100} ${y + 20} l ${x} ${y + 20} l ${x} ${y + 4} l ${x} ${y + 2} ${x + 2} ${y} ${x + 4} ${y} c h ${paint}\n`;
    const boxes = [660, 683].flatMap((y) => [100, 203].map((x) => box(x, y))).join("");
    const text = shown("甲项", 110, 690) + shown("1", 213, 690) + shown("2", 213, 666);
    expect(rowsOf(gridsOf(await read(`0.9 g ${boxes} 0 g ${text}`))[0])).toEqual([
      ["甲项", "1"],
      ["", "2"],
    ]);
  });

  test("thick borders drawn cell by cell are lines", async () => {
    const level = ys.flatMap((y) => [100, 130, 160].map((x) => filled(x, y - 1.5, 30, 3)));
    const upright = [100, 130, 160, 190].flatMap((x) => [660, 680].map((y) => filled(x - 1.5, y, 3, 20)));
    const figures = ["1", "2", "3"].map((text, index) => shown(text, 112 + 30 * index, 686)).join("");
    const [grid] = gridsOf(await read([...level, ...upright].join("") + figures + shown("6", 172, 666)));
    expect(rowsOf(grid)).toEqual([
      ["1", "2", "3"],
      ["", "", "6"],
    ]);
  });

  test("an empty cell stays in its place", async () => {
    const [grid] = gridsOf(await read(ruled(xs, ys) + shown("甲项", 110, 686) + shown("2", 210, 666)));
    expect(rowsOf(grid)).toEqual([
      ["甲项", ""],
      ["", "2"],
    ]);
  });

  test("a table on a page turned for the reader is read as it is seen", async () => {
    const turned = `0 1 -1 0 595 0 cm
${ruled([100, 200, 300], [500, 480, 460])}${shown("2023", 110, 486)}${shown("1", 210, 486)}`;
    const bytes = pdfFile({ pages: [`q ${turned} Q`], rotate: 90 });
    expect(rowsOf(gridsOf(await documentOf(bytes))[0])[0]).toEqual(["2023", "1"]);
  });

  test("a frame round a paragraph is no table", async () => {
    const document = await read(ruled([90, 400], [720, 600]) + shown("仅此一段", 100, 700));
    expect(gridsOf(document)).toEqual([]);
    expect(textsOf(document)).toEqual(["仅此一段"]);
  });

  test("a slanted watermark does not get into a cell", async () => {
    const watermark = `q 0.7 0.7 -0.7 0.7 120 660 cm ${shown("水印", 0, 0, { size: 30 })} Q\n`;
    expect(rowsOf(gridsOf(await read(ruled(xs, ys) + words + watermark))[0])[0]).toEqual(["甲项", "1"]);
  });

  test("more columns than any table has are refused", async () => {
    const posts = Array.from({ length: 300 }, (_, index) => 10 + 5 * index);
    await expect(
      documentOf(pdfFile({ pages: [ruled(posts, [700, 680]) + shown("甲项", 11, 686)], width: 1600 })),
    ).rejects.toMatchObject({
      code: "FILE_TOO_COMPLEX",
    });
  });
});

describe("text in cells", () => {
  const cell = (...lines: string[]): string =>
    ruled([100, 130, 300], [700, 640]) +
    lines.map((line, index) => shown(line, 103, 685 - 12 * index)).join("") +
    shown("甲项", 140, 685);

  test.each([
    ["a wrapped label is joined", ["商业", "企业"], "商业企业"],
    ["a number too long for its cell is joined", ["1234", "56"], "123456"],
    ["two short numbers below one another stay two", ["0", "0"], "0\n0"],
  ])("%s", async (_name, lines, text) => {
    expect(gridsOf(await read(cell(...lines)))[0]?.cells[0]?.text).toBe(text);
  });

  test("turned text is read in its own direction", async () => {
    const content = ruled([100, 130, 300], [700, 640]) + shown("2024", 120, 660, { turned: true }) + shown("甲乙丙丁", 140, 685);
    expect(gridsOf(await read(content))[0]?.cells.map(({ text }) => text)).toEqual(["2024", "甲乙丙丁"]);
  });

  test("bold made by striking twice is read once", async () => {
    expect(textsOf(await read(shown("12", 100, 700) + shown("12", 100.3, 700)))).toEqual(["12"]);
  });
});

describe("tables and pages", () => {
  const head = (y: number): string => shown("项目", 110, y) + shown("数量", 210, y);
  const row = (label: string, figure: string, y: number): string => shown(label, 110, y) + shown(figure, 210, y);

  test("a table goes on over a page break, and its repeated head is dropped", async () => {
    const first = ruled([100, 200, 300], [120, 100, 80]) + head(106) + row("甲项", "1", 86);
    const second = ruled([100, 200, 300], [780, 760, 740]) + head(766) + row("乙项", "2", 746);
    const document = await read(first, second);
    expect(gridsOf(document).map(rowsOf)).toEqual([
      [
        ["项目", "数量"],
        ["甲项", "1"],
        ["乙项", "2"],
      ],
    ]);
  });

  test("uprights past the last cross line close the last row", async () => {
    const open =
      stroke(100, 120, 300, 120) + stroke(100, 100, 300, 100) + [100, 200, 300].map((x) => stroke(x, 120, x, 80)).join("");
    expect(rowsOf(gridsOf(await read(open + head(106) + row("甲项", "1", 86)))[0])).toEqual([
      ["项目", "数量"],
      ["甲项", "1"],
    ]);
  });

  test("page numbers and running heads are taken away, a number in the text is not", async () => {
    const page = (index: number): string =>
      shown("某某区年报", 250, 810) + shown(`— ${index} —`, 280, 30) + shown(`正文${index}。`, 100, 500);
    expect(textsOf(await read(page(1), page(2), page(3)))).toEqual(["正文1。", "正文2。", "正文3。"]);
  });
});

describe("running text", () => {
  const line = "政府信息公开工作年度报告由本机关编制并向社会公布数据统计自";

  test("wrapped lines are one paragraph, an indented line begins the next", async () => {
    const content =
      shown(line.slice(2), 120, 700) +
      shown(line, 100, 684) +
      shown("止。", 100, 668) +
      shown(line.slice(2), 120, 652) +
      shown("完。", 100, 636);
    expect(textsOf(await read(content))).toEqual([`${line.slice(2)}${line}止。`, `${line.slice(2)}完。`]);
  });

  test("a heading stays apart from what follows it", async () => {
    const content = shown("一、总体情况", 120, 700) + shown(line.slice(2), 120, 684) + shown(`${line}`, 100, 668);
    expect(textsOf(await read(content))).toEqual(["一、总体情况", line.slice(2) + line]);
  });

  test("a paragraph goes on over a page break", async () => {
    const above = shown(line.slice(2), 120, 120) + shown(line, 100, 104);
    expect(textsOf(await read(above, shown("结尾。", 100, 760) + shown("另段。", 120, 744)))).toEqual([
      `${line.slice(2)}${line}结尾。`,
      "另段。",
    ]);
  });
});

describe("tables without lines", () => {
  const columns = [250, 290, 330, 370, 410];
  const figures = (values: readonly string[], y: number): string =>
    values.map((value, index) => (value === "" ? "" : shown(value, columns[index] ?? 0, y))).join("");

  test("the distances between figures prove the columns, and a gap is a blank", async () => {
    const content =
      shown("甲项", 100, 700) +
      figures(["1", "2", "3", "4", "10"], 700) +
      shown("乙项", 100, 680) +
      figures(["5", "6", "", "8", "19"], 680) +
      shown("丙项", 100, 660) +
      figures(["0", "0", "0", "0", "0"], 660);
    const [grid] = gridsOf(await read(content));
    expect(grid?.ragged).toBe(false);
    expect(grid?.cells.filter(({ row }) => row === 1).map(({ column, text }) => [column, text])).toEqual([
      [0, "乙项"],
      [1, "5"],
      [2, "6"],
      [3, ""],
      [4, "8"],
      [5, "19"],
    ]);
  });

  test("figures that fit no common columns are only in order", async () => {
    const shifted = (values: readonly string[], y: number, by: number): string =>
      values.map((value, index) => shown(value, 250 + by + index * 40, y)).join("");
    const content =
      shown("甲项", 100, 700) +
      shifted(["1", "2", "3", "4"], 700, 0) +
      shown("乙项", 100, 680) +
      shifted(["5", "6", "7", "8"], 680, 14) +
      shown("丙项", 100, 660) +
      shifted(["5", "6", "7", "8", "9"], 660, 0);
    expect(gridsOf(await read(content))[0]).toMatchObject({ ragged: true, blanksDropped: true });
  });
});

describe("what cannot be read", () => {
  const corpus = (file: string): Uint8Array => readFileSync(join(CORPUS, file));

  test.each([
    ["refuse/f0-userpw.pdf", "FILE_PROTECTED"],
    ["refuse/f0-truncated.pdf", "FILE_DAMAGED"],
    ["refuse/pagetree-loop.pdf", "FILE_DAMAGED"],
    ["refuse/form-loop.pdf", "READ_OUT_OF_MEMORY"],
  ])("%s ends in %s", async (file, code) => {
    await expect(readPdf(corpus(file), nodePdfium)).rejects.toMatchObject({ code });
  });

  test("the engine reads on after it had to be given up", async () => {
    await expect(readPdf(corpus("refuse/form-loop.pdf"), nodePdfium)).rejects.toMatchObject({ code: "READ_OUT_OF_MEMORY" });
    expect(textsOf(await read(shown("完好", 100, 700)))).toEqual(["完好"]);
  });

  test("a page count that lies does not matter", async () => {
    expect((await documentOf(corpus("refuse/count-lie.pdf"))).blocks).toEqual([]);
  });

  test("more pages than the limit are refused", async () => {
    await expect(read(...Array.from({ length: 2001 }, () => ""))).rejects.toMatchObject({ code: "FILE_TOO_COMPLEX" });
  });

  test.each(["made/f0-scan150.pdf", "made/f0-no-tounicode.pdf"])("%s is told as a scan", async (file) => {
    expect(await readPdf(corpus(file), nodePdfium)).toEqual({ kind: "image-only", pages: 6 });
  });

  test("a page that is only an image among pages of text is noted", async () => {
    const image =
      "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream";
    const bytes = pdfFile({ pages: [shown("正文", 100, 700), "q 595 0 0 842 0 0 cm /I Do Q"], forms: { I: image } });
    const document = await documentOf(bytes);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["tablesMissingText"]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "picture"]);
  });
});

describe("damage", () => {
  test("a damaged file is read or refused with a code", async () => {
    const whole = readFileSync(join(CORPUS, "made/f0-notembedded-strokes.pdf"));
    let seed = 20241231;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 60; round++) {
      const bytes = Uint8Array.from(whole);
      for (let change = 0; change < 20; change++) bytes[random(bytes.length)] = random(256);
      const outcome = await readPdf(bytes, nodePdfium).then(
        ({ kind }) => kind,
        (error: unknown) => (error instanceof AppError ? "coded" : error),
      );
      expect(["text", "image-only", "coded"]).toContain(outcome);
    }
  });
});

describe("the same report as pdf and as docx", () => {
  test.each(["f0", "f1", "f2", "s3", "n05-fullwidth", "n06-blank-zero", "n13-thousands"])(
    "%s has the same cells",
    async (name) => {
      const pdf = gridsOf(await documentOf(readFileSync(join(CORPUS, "made", `${name}.lo.pdf`))));
      const docx = gridsOf(readDocx(readFileSync(join(CORPUS, "made", `${name}.docx`))));
      const cellsOf = (grid: Grid): unknown[] =>
        grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, plain(text)]);
      expect(pdf.map(cellsOf)).toEqual(docx.map(cellsOf));
    },
  );
});
