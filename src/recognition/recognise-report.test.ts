import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildDocument, buildFormDocument, buildGrid, formRows } from "../../test/builders/source-document.js";
import type { Block, Grid, SourceDocument } from "../document/document.js";
import { addressesOf, type CellAddress, type Format, TABLE_IDS, type TableId } from "../report/format.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { FORMATS } from "../report/formats/index.js";
import { cellAt, type Report } from "../report/report.js";
import { recogniseReport } from "./recognise-report.js";

/** Every cell another figure, so that no shift stays unseen. */
function distinct(format: Format): (address: CellAddress) => string {
  const order = new Map(
    [...addressesOf(format)].map(({ table, row, column }, index) => [`${table}|${row}|${column}`, 101 + index]),
  );
  return ({ table, row, column }) => String(order.get(`${table}|${row}|${column}`) ?? "");
}

function wrongCells(report: Report | null, format: Format, textAt: (address: CellAddress) => string): string[] {
  if (!report) return ["no report"];
  return [...addressesOf(format)].flatMap((address) => {
    const cell = cellAt(report, address);
    const isRight = cell?.kind === "number" && cell.value === Number(textAt(address)) && cell.raw === textAt(address);
    return isRight ? [] : [`${address.row}|${address.column}: ${cell?.raw ?? "absent"}`];
  });
}

/** The cells that hold a figure which is not the one printed for them. */
function inventedCells(report: Report | null, format: Format, textAt: (address: CellAddress) => string): string[] {
  return [...addressesOf(format)].flatMap((address) => {
    const cell = report && cellAt(report, address);
    return cell?.kind === "number" && cell.value !== Number(textAt(address))
      ? [`${address.row}|${address.column}: ${cell.raw}`]
      : [];
  });
}

const withGrid = (document: SourceDocument, table: TableId, change: (grid: Grid) => Grid[]): SourceDocument => {
  let at = -1;
  const blocks = document.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "grid") return [block];
    at++;
    return TABLE_IDS[at] === table ? change(block) : [block];
  });
  return { ...document, blocks };
};

describe.each(FORMATS.map((format) => [format.id, format] as const))("a report of the format %s", (_id, format) => {
  const textAt = distinct(format);
  const document = buildFormDocument(format, textAt);

  test("gives every cell its own figure, its place and no note", () => {
    const report = recogniseReport(document, "a.docx");
    expect(wrongCells(report, format, textAt)).toEqual([]);
    expect(report?.format.id).toBe(format.id);
    expect(report?.isFormatProved).toBe(true);
    expect(report?.notes).toEqual([]);
    const cell = report && cellAt(report, { table: "requests", row: "new_received", column: "natural" });
    expect(cell?.origin).toMatchObject({ block: 6, gridRow: 3, gridColumn: 3, place: { kind: "cell", row: 4, column: 4 } });
  });

  test.each([5, 9, 14, 20])("is read the same when a page break cuts table three before its row %d", (cut) => {
    const rows = formRows(format, "requests", textAt).map((row) =>
      row.map((cell) => (typeof cell === "string" ? cell : cell.text)),
    );
    const halves = withGrid(document, "requests", () => [
      buildGrid(rows.slice(0, cut), { ragged: true }),
      buildGrid(rows.slice(cut), { ragged: true }),
    ]);
    expect(wrongCells(recogniseReport(halves, "a.docx"), format, textAt)).toEqual([]);
  });

  test("is read the same when the heads are repeated on the next page", () => {
    const rows = formRows(format, "requests", textAt);
    const second = rows.slice(15).map((row) => {
      const missing = 10 - row.reduce((sum, cell) => sum + (typeof cell === "string" ? 1 : (cell.right ?? 1)), 0);
      return [
        ...Array.from({ length: missing }, () => ""),
        ...row.map((cell) => (typeof cell === "string" ? cell : { ...cell, down: 1 })),
      ];
    });
    const first = rows
      .slice(0, 15)
      .map((row, at) =>
        row.map((cell) => (typeof cell === "string" ? cell : { ...cell, down: Math.min(cell.down ?? 1, 15 - at) })),
      );
    const cut = withGrid(document, "requests", () => [buildGrid(first), buildGrid([...rows.slice(0, 3), ...second])]);
    expect(wrongCells(recogniseReport(cut, "a.docx"), format, textAt)).toEqual([]);
  });

  test("is read the same from rows without column lines", () => {
    let ragged = document;
    for (const table of TABLE_IDS) ragged = withGrid(ragged, table, (grid) => [{ ...grid, ragged: true }]);
    expect(wrongCells(recogniseReport(ragged, "a.txt"), format, textAt)).toEqual([]);
  });

  test("is read the same with the three tables in one grid", () => {
    const rows = TABLE_IDS.flatMap((table) => formRows(format, table, textAt));
    const grids = document.blocks.filter((block) => block.kind !== "grid");
    const one = { ...document, blocks: [...grids.slice(0, 3), buildGrid(rows), ...grids.slice(3)] };
    expect(wrongCells(recogniseReport(one, "a.xlsx"), format, textAt)).toEqual([]);
  });

  test("rows that are missing on the page are absent, and no figure moves", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 3, max: 24 }), { maxLength: 8 }), (missing) => {
        const rows = formRows(format, "requests", textAt)
          .map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)))
          .filter((_, at) => !missing.includes(at));
        const torn = withGrid(document, "requests", () => [buildGrid(rows, { ragged: true })]);
        expect(inventedCells(recogniseReport(torn, "a.txt"), format, textAt)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("cells that are lost from the text never move a figure into another column", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 })), { maxLength: 12 }), (lost) => {
        const rows = formRows(format, "requests", textAt).map((row, at) =>
          row
            .map((cell) => (typeof cell === "string" ? cell : cell.text))
            .filter((text, column) => !/^\d+$/.test(text) || !lost.some(([row, place]) => row === at && place === column)),
        );
        const torn = withGrid(document, "requests", () => [buildGrid(rows, { ragged: true, blanksDropped: true })]);
        expect(inventedCells(recogniseReport(torn, "a.txt"), format, textAt)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the format", () => {
  test("is told by the heads, not by the year", () => {
    const document = buildFormDocument(annualReport2019, () => "0");
    const [, ...rest] = document.blocks;
    const late = buildDocument(["甲县乙局2023年政府信息公开工作年度报告", ...rest]);
    const report = recogniseReport(late, "a.docx");
    expect([report?.format.id, report?.reportYear?.value, report?.isFormatProved]).toEqual(["f2019", 2023, true]);
  });

  test("is taken from the year when no table tells it, and then it is not proved", () => {
    const report = recogniseReport(
      buildDocument(["甲县乙局2020年政府信息公开工作年度报告", "一、总体情况", "很好。", "五、存在的主要问题及改进情况", "无。"]),
      "a.docx",
    );
    expect([report?.format.id, report?.isFormatProved]).toEqual(["f2019", false]);
  });

  test("one row 「其他处理」 under heads of 2021 stands in for three, with a note", () => {
    const textAt = (address: CellAddress) => (address.row.startsWith("other.") ? "9" : "0");
    const rows = formRows(annualReport2021, "requests", textAt).flatMap((row, at) => {
      if (at === 24 || at === 25) return [];
      const opening = row[0];
      if (at === 5 && typeof opening === "object") return [[{ ...opening, down: 20 }, ...row.slice(1)]];
      return [at === 23 ? [{ text: "（六）其他处理", right: 2 }, ...row.slice(-7)] : row];
    });
    const document = withGrid(buildFormDocument(annualReport2021, textAt), "requests", () => [buildGrid(rows)]);
    const report = recogniseReport(document, "a.docx");
    expect(report && cellAt(report, { table: "requests", row: "other", column: "total" })).toMatchObject({ value: 9 });
    expect(report && cellAt(report, { table: "requests", row: "other.misc", column: "total" })).toBeUndefined();
    expect(report?.notes.map(({ noteId }) => noteId)).toEqual(["otherEditionRow"]);
  });
});

describe("what is no report", () => {
  test.each([
    ["an empty document", []],
    ["a page about something else", ["今天天气很好。", "一、总体情况", "二、下一步打算"]],
    [
      "a site's own table",
      [
        buildGrid([
          ["首页", "新闻"],
          ["1", "2"],
        ]),
      ],
    ],
  ])("%s gives null", (_name, blocks) => {
    expect(recogniseReport(buildDocument(blocks), "a.html")).toBeNull();
  });
});

test("no document makes it fail: it gives a report or null, and every place points at a block", () => {
  const text = fc
    .array(
      fc.constantFrom(
        "一、",
        "总体情况",
        "二、",
        "主动公开政府信息情况",
        "（一）",
        "规章",
        "行政许可",
        "自然人",
        "总计",
        "其他",
        "信息内容",
        "本年制发件数",
        "行政复议",
        "行政诉讼",
        "结果维持",
        "本年新收政府信息公开申请数量",
        "0",
        "12",
        "",
        "/",
        "-1",
        "2023年",
        "政府信息公开工作年度报告",
        "甲县商务局",
        "2024年1月20日",
        "统计期限自",
        "\n",
        " ",
        "第二十条第（一）项",
        "。",
        "：",
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(""));
  const grid = fc
    .tuple(fc.array(fc.array(text, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 6 }), fc.boolean(), fc.boolean())
    .map(([rows, ragged, blanksDropped]) => buildGrid(rows, { ragged, blanksDropped }));
  fc.assert(
    fc.property(fc.array(fc.oneof(text, grid), { maxLength: 14 }), (blocks) => {
      const document = buildDocument(blocks);
      const report = recogniseReport(document, "a.docx");
      for (const table of Object.values(report?.tables ?? {})) {
        for (const cell of table.cells.values()) {
          const block = document.blocks[cell.origin.block];
          expect(block).toBeDefined();
          if (block?.kind === "grid" && cell.kind === "number") {
            const source = block.cells.find(
              ({ row, column }) => row === cell.origin.gridRow && column === cell.origin.gridColumn,
            );
            expect(source?.text).toBe(cell.raw);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});
