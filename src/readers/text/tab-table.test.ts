import { describe, expect, test } from "vitest";
import { gridsOf, shownBlocks, shownRows } from "../../../test/builders/shown-blocks.js";
import { readText } from "./read-text.js";

const read = (lines: readonly string[]) => readText(new TextEncoder().encode(lines.join("\n")));
const FIGURES = ["\t0", "\t2", "\t2"];

describe("one cell a line", () => {
  const document = read([
    "二、主动公开政府信息情况",
    "\t第二十条第（一）项",
    "",
    "\t信息内容",
    "\t本年新",
    "制作数量",
    "\t总数量",
    "",
    "\t",
    "\t规章",
    "\t\u30000",
    "",
    "",
    "三、收到和处理政府信息公开申请情况",
  ]);

  test("a blank line ends a row, a line without a mark is a further paragraph of its cell, a bare mark is an empty cell", () => {
    expect(shownBlocks(document)).toEqual([
      "二、主动公开政府信息情况",
      "| 第二十条第（一）项 |",
      "| 信息内容 | 本年新\n制作数量 | 总数量 |",
      "|  | 规章 | \u30000 |",
      "三、收到和处理政府信息公开申请情况",
    ]);
  });

  test("columns are not claimed and every cell knows its line", () => {
    const [grid] = gridsOf(document);
    expect(grid).toMatchObject({ ragged: true, place: { kind: "line", line: 2 } });
    expect(grid?.cells.map((cell) => cell.place)).toContainEqual({ kind: "line", line: 11 });
  });

  test("two blank lines end the table", () => {
    const twice = read(["\t规章", ...FIGURES, "", "", "\t行政许可", ...FIGURES]);
    expect(gridsOf(twice)).toHaveLength(2);
  });

  test("a heading that was indented like a cell is a paragraph", () => {
    const indented = read(["\t四、行政复议", "", "\t规章", ...FIGURES, "", "\t行政许可", ...FIGURES]);
    expect(shownBlocks(indented)).toEqual(["四、行政复议", "| 规章 | 0 | 2 | 2 |", "| 行政许可 | 0 | 2 | 2 |"]);
  });

  test("an indented paragraph is no cell", () => {
    const prose = read(["\t2024年，我局认真贯彻落实条例，公开信息81条。", "\t（一）主动公开。坚持公开为常态。"]);
    expect(gridsOf(prose)).toEqual([]);
  });

  test("the cell mark of Word does as well as a tab", () => {
    const marked = read(["\u0007规章", "\u00070", "\u00070", "", "\u0007行政许可", "\u00073"]);
    expect(gridsOf(marked).flatMap(shownRows)).toEqual(["| 规章 | 0 | 0 |", "| 行政许可 | 3 |"]);
  });
});

describe("one row a line", () => {
  test("a page break, a ruler and the number of a page do not end the table", () => {
    const document = read([
      "第二十条第（六）项\t\t\t",
      "------\t---",
      "",
      "行政处罚\t34\t-1\t0",
      "",
      "1625",
      "",
      "行政强制\t1\t0\t0",
      "",
      "四、政府信息公开行政复议、行政诉讼情况",
    ]);
    expect(shownBlocks(document)).toEqual([
      "| 第二十条第（六）项 |  |  |  |",
      "| 行政处罚 | 34 | -1 | 0 |",
      "| 行政强制 | 1 | 0 | 0 |",
      "1625",
      "四、政府信息公开行政复议、行政诉讼情况",
    ]);
  });

  test("columns are given when every row keeps them", () => {
    const [grid] = gridsOf(read(["信息内容\t制发\t废止\t有效", "规章\t1\t\t1", "规范性文件\t2\t1\t5"]));
    expect(grid).toMatchObject({ ragged: false, columns: 4, rows: 3 });
  });

  test("columns are not given when a label was shifted over a page break", () => {
    const [grid] = gridsOf(
      read(["\t\t自然人\t总计", "不予公开\t1.国家秘密\t0\t0", "2.内部事务\t\t0\t0", "\t3.过程性信息\t1\t1", "其他处理\t0\t0\t"]),
    );
    expect(grid).toMatchObject({ ragged: true, rows: 5 });
  });

  test("a cell knows its line and which of its line it is", () => {
    const [grid] = gridsOf(read(["信息内容\t制发", "规章\t7"]));
    expect(grid?.cells.find((cell) => cell.text === "7")?.place).toEqual({ kind: "line", line: 2, column: 2 });
  });

  test("a line with more cells than any table has is refused", () => {
    expect(() => read(["规章\t1", `规章${"\t0".repeat(300)}`])).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });
});

test("a table of blanks below its heads is a table", () => {
  const document = read([
    "信息内容\t本年制发件数\t本年废止件数",
    "规章\t\t",
    "行政规范性文件\t\t",
    "",
    "三、收到和处理政府信息公开申请情况",
  ]);
  expect(gridsOf(document)).toHaveLength(1);
});
