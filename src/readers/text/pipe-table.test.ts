import { describe, expect, test } from "vitest";
import { gridsOf, shownBlocks, shownRows } from "../../../test/builders/shown-blocks.js";
import { readText } from "./read-text.js";

const read = (text: string) => readText(new TextEncoder().encode(text));
const rowsOf = (text: string) => gridsOf(read(text)).flatMap(shownRows);

describe("Markdown", () => {
  test("a whole table keeps its columns, blank cells included", () => {
    const document = read(
      ["| 勾稽关系 | | 自然人 | 总计 |", "|---|---|---|---|", "| 三、结果 | （一）公开 | 3 | 3 |", "| | （二）部分 | | 4 |"].join(
        "\n",
      ),
    );
    expect(gridsOf(document)).toMatchObject([{ ragged: false, columns: 4, rows: 3 }]);
    expect(gridsOf(document).flatMap(shownRows)).toEqual([
      "| 勾稽关系 |  | 自然人 | 总计 |",
      "| 三、结果 | （一）公开 | 3 | 3 |",
      "|  | （二）部分 |  | 4 |",
    ]);
  });

  test("a table without pipes at its edges keeps an empty cell at the edge", () => {
    expect(rowsOf("结果 | 自然人 | 总计\n--- | --- | ---\n公开 | 1 | \n | 2 | 2")).toEqual([
      "| 结果 | 自然人 | 总计 |",
      "| 公开 | 1 |  |",
      "|  | 2 | 2 |",
    ]);
  });

  test("text written into every column of a merged cell is one cell", () => {
    const [grid] = gridsOf(
      read("| 第八项 | 第八项 | 第八项 |\n|---|---|---|\n| 信息内容 | 收费金额 | 收费金额 |\n| 收费 | 7 | 7 |\n| 处罚 | 7 | 8 |"),
    );
    expect(grid?.cells.map((cell) => [cell.text, cell.columnSpan])).toEqual([
      ["第八项", 3],
      ["信息内容", 1],
      ["收费金额", 2],
      ["收费", 1],
      ["7", 2],
      ["处罚", 1],
      ["7", 1],
      ["8", 1],
    ]);
  });

  test("tables a converter cut at senseless rulers are one, without columns", () => {
    const document = read("| 0 | 0 | 0 |\n|---|---|---|\n| 3.危及 | 0 | 0 | 0 |\n|---|---|---|---|\n| 4.保护 | 0 | 0 | 0 |");
    expect(gridsOf(document)).toMatchObject([{ ragged: true, rows: 3 }]);
  });

  test("counts that agree prove nothing when labels were torn from their rows", () => {
    const [grid] = gridsOf(read("| 业 | 构 | | |\n|---|---|---|---|\n| 一、新收 | 32 | 32 | |\n| 三、 | （一）公开 | 9 | 9 |"));
    expect(grid?.ragged).toBe(true);
  });

  test("headings and bold type lose their signs, lines of a cell become lines", () => {
    expect(shownBlocks(read("## 表二：**主动公开**\n| 本年新<br>制作 | 0 |\n|---|---|\n| a\\|b | 1 |"))).toEqual([
      "表二：主动公开",
      "| 本年新\n制作 | 0 |",
      "| a|b | 1 |",
    ]);
    expect(read("## 表二").blocks).toMatchObject([{ kind: "paragraph", text: "表二", level: 2 }]);
  });

  test("a backslash before a sign is markup", () => {
    expect(rowsOf("| 信息内容 | 本年增/减 |\n|---|---|\n| 1\\.许可 | \\-1 |")).toContain("| 1.许可 | -1 |");
  });

  test("lines between the rulers of a drawn table are one row", () => {
    const drawn = ["+------+----+", "| 信息 | 本年", "| 内容 | 件数 |", "+======+====+", "| 规章 | 3  |", "+------+----+"];
    expect(rowsOf(drawn.join("\n").replace("本年\n", "本年 |\n"))).toEqual(["| 信息\n内容 | 本年\n件数 |", "| 规章 | 3 |"]);
  });

  test("rows between the rulers of a drawn table are rows when each has its figures", () => {
    const drawn = ["+------+----+", "| 内容 | 件数 |", "+------+----+", "| 规章 | 3 |", "| 文件 | 4 |", "+------+----+"];
    expect(rowsOf(drawn.join("\n"))).toEqual(["| 内容 | 件数 |", "| 规章 | 3 |", "| 文件 | 4 |"]);
  });

  test("one line with a pipe in it is a sentence", () => {
    expect(gridsOf(read("首页 | 政务公开"))).toEqual([]);
  });
});

describe("pipes that fill up a row", () => {
  test("pipes for merged columns are no cells", () => {
    const document = read(
      "第五项 | |||\n信息内容 | 处理决定数量 | ||\n行政许可 | 412 | ||\n第八项 | |||\n信息内容 | 金额 | ||\n收费 | 0 |",
    );
    expect(gridsOf(document)).toMatchObject([{ ragged: true, rows: 6 }]);
    expect(gridsOf(document)[0]?.blanksDropped).toBeUndefined();
    expect(gridsOf(document).flatMap(shownRows)).toContain("| 行政许可 | 412 |");
  });

  test("a row shorter than its head has lost an empty cell nobody can place", () => {
    const [grid] = gridsOf(read("信息内容 | 制作 | 公开 | 总数 |\n规章 | 0 | 0 | 0 |\n规范性文件 | 3 | 3 | |"));
    expect(grid).toMatchObject({ ragged: true, blanksDropped: true });
  });

  test("cells on lines of their own are rows by the width all rows fill", () => {
    const cells = [
      "第一项 |",
      "||||",
      "信息内容 |",
      "上年 |",
      "增减 |",
      "决定 |",
      "|",
      "许可 |",
      "0 |",
      "|",
      "0 |",
      "|",
      "收费 |",
      "0 |",
      "|",
      "||",
    ];
    expect(rowsOf(cells.join("\n"))).toEqual([
      "| 第一项 |",
      "| 信息内容 | 上年 | 增减 | 决定 |",
      "| 许可 | 0 |  | 0 |",
      "| 收费 | 0 |  |",
    ]);
  });

  test("without a width figures belong to the words before them", () => {
    expect(rowsOf("信息内容 |\n件数 |\n规章 |\n0 |\n1 |\n许可 |\n|\n5 |\n|||\n处罚 |\n3 |")).toEqual([
      "| 信息内容 |",
      "| 件数 |",
      "| 规章 | 0 | 1 |",
      "| 许可 |  | 5 |",
      "| 处罚 | 3 |",
    ]);
  });

  test("a row broken inside a cell is one row", () => {
    const rows = [
      "信息内容 | 本年新",
      "制作数量 | 总数 |",
      "规章 | 0 | 0 |",
      "文件 | 1 | 1 |",
      "许可 | 1 | 1 |",
      "处罚 | 1 | 1 |",
      "强制 | 1 | 1 |",
    ];
    expect(rowsOf(rows.join("\n"))[0]).toBe("| 信息内容 | 本年新\n制作数量 | 总数 |");
  });

  test("a cell of several lines is one cell", () => {
    expect(rowsOf("信息内容 |\n本年新\n制作数量 |\n|\n规章 |\n0 |\n|")).toEqual([
      "| 信息内容 | 本年新\n制作数量 |",
      "| 规章 | 0 |",
    ]);
  });
});
