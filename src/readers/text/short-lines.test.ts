import { describe, expect, test } from "vitest";
import { gridsOf, shownBlocks, shownRows } from "../../../test/builders/shown-blocks.js";
import { readText } from "./read-text.js";

const read = (lines: readonly string[]) => readText(new TextEncoder().encode(lines.join("\n")));
const rowsOf = (lines: readonly string[]) => gridsOf(read(lines)).flatMap(shownRows);

describe("cells as plain lines", () => {
  test("figures belong to the words before them, and no column is claimed", () => {
    const lines = ["信息内容", "制发件数", "有效件数", "规章", "0", "2", "规范性文件", "1", "/"];
    expect(gridsOf(read(lines))).toMatchObject([{ ragged: true, blanksDropped: true }]);
    expect(rowsOf(lines)).toEqual(["| 信息内容 |", "| 制发件数 |", "| 有效件数 |", "| 规章 | 0 | 2 |", "| 规范性文件 | 1 | / |"]);
    expect(rowsOf(lines.flatMap((line) => [line, ""]))).toEqual(rowsOf(lines));
  });

  test("blank lines end rows where cells stand in groups", () => {
    expect(rowsOf(["信息内容", "制发", "有效", "", "规章", "0", "2", "", "规范性文件", "1", "3"])).toEqual([
      "| 信息内容 | 制发 | 有效 |",
      "| 规章 | 0 | 2 |",
      "| 规范性文件 | 1 | 3 |",
    ]);
  });

  test("an empty form is known by heads that return", () => {
    const block = (item: string, row: string) =>
      [item, "信息内容", "上一年项目数量", "本年增/减", row].flatMap((line) => [line, ""]);
    const lines = [...block("第（五）项", "行政许可"), ...block("第（六）项", "行政处罚"), ...block("第（八）项", "收费")];
    expect(gridsOf(read(lines))).toMatchObject([{ rows: 15, columns: 1, blanksDropped: true }]);
  });

  test("numbered rows of a table are told from the heading behind it", () => {
    expect(
      shownBlocks(
        read([
          "三、收到申请情况",
          "自然人",
          "总计",
          "一、新收",
          "3",
          "3",
          "二、结转",
          "三、结果",
          "0",
          "四、结转下年",
          "1",
          "1",
          "四、行政复议情况",
        ]),
      ),
    ).toEqual([
      "三、收到申请情况",
      "| 自然人 |",
      "| 总计 |",
      "| 一、新收 | 3 | 3 |",
      "| 二、结转 |",
      "| 三、结果 | 0 |",
      "| 四、结转下年 | 1 | 1 |",
      "四、行政复议情况",
    ]);
  });
});

test("a heading that counts on from the rows of a table is known by the text below it", () => {
  const lines = ["自然人", "总计", "一、新收", "3", "3", "二、结转", "0", "0", "三、存在的主要问题", "公开不够及时，力度不够。"];
  expect(shownBlocks(read(lines)).slice(-2)).toEqual(lines.slice(-2));
});

describe("rows as plain lines", () => {
  test("figures at the end of a line are cells", () => {
    expect(rowsOf(["第（五）项", "信息内容本年数量", "行政许可 97", "第（六）项", "行政处罚 0", "行政强制 0"])).toContain(
      "| 行政许可 | 97 |",
    );
  });

  test("numbered labels on one line are cells of their own", () => {
    expect(rowsOf(["（三）不予公开 1.属于国家秘密 0 0 1 1", "2.法律禁止公开 0 2 0 2", "（七）总计 0 2 1 3"])).toEqual([
      "| （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 1 | 1 |",
      "| 2.法律禁止公开 | 0 | 2 | 0 | 2 |",
      "| （七）总计 | 0 | 2 | 1 | 3 |",
    ]);
  });

  test("figures without words behind a whole row are a row of their own", () => {
    expect(rowsOf(["1.属于国家秘密 0 0 1 1", "0 2 0 2", "（七）总计 0 2 1 3"])).toHaveLength(3);
  });
});

describe("columns set by spaces", () => {
  test("a label wrapped above and below its figures is one cell", () => {
    expect(
      rowsOf([
        "                                自然人   企业   总计",
        "",
        "一、本年新收                      3      1      4",
        "",
        "          1.申请人无正当理由逾",
        "（六）其他    期不补正、不再处理     0      2      2",
        "处理        申请",
        "",
        "（七）总计                        3      3      6",
      ]),
    ).toEqual([
      "| 自然人 | 企业 | 总计 |",
      "| 一、本年新收 | 3 | 1 | 4 |",
      "| （六）其他\n处理 | 1.申请人无正当理由逾\n期不补正、不再处理\n申请 | 0 | 2 | 2 |",
      "| （七）总计 | 3 | 3 | 6 |",
    ]);
  });

  test("a head close above the first row of figures is no part of its label", () => {
    const rows = rowsOf([
      "                企业     机构     总计",
      "一、新收           3      1       4",
      "",
      "二、结转           0      2       2",
      "",
      "三、总计           3      3       6",
    ]);
    expect(rows).toContain("| 一、新收 | 3 | 1 | 4 |");
  });
});

test.each([
  [
    "a list of steps",
    [
      "一是加强领导，落实责任。",
      "二是完善制度，规范程序。",
      "三是强化监督。",
      "四是加大宣传。",
      "五是提高认识。",
      "六是抓好落实。",
    ],
  ],
  ["a sign-off", ["威海市文登区商务局", "2021年1月27日"]],
  ["the menu of a site", ["首页", "政务公开", "政务服务", "互动交流", "数据开放", "关于我们", "网站地图"]],
  [
    "a list of contents",
    ["一、总体情况", "二、主动公开情况", "三、申请情况", "四、行政复议情况", "五、存在的问题", "六、其他事项"],
  ],
])("%s is no table", (_, lines) => {
  expect(gridsOf(read(lines))).toEqual([]);
});
