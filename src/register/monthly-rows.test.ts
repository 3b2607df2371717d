import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthlyRows } from "./monthly-rows.js";

const messages = (grid: readonly (readonly string[])[]) =>
  monthlyRows(grid).faults.map(({ row, column, message }) => `${row}:${column} ${message}`);

test("reads what a sheet of months says, of both editions of the form", () => {
  const { entries, faults } = monthlyRows([
    ["月份", "行政许可", "行政处罚 处理决定数量", "行政事业性收费（万元）", "其他对外管理服务事项", "行政许可 本年增/减"],
    ["2025-01", "12", "１,２３４", "3.5", "0", "-2"],
    ["2025年2月", "", "7", "0.0001", "", ""],
    ["", "", "", "", "", ""],
    ["合计", "12", "1241", "3.5001", "0", "-2"],
  ]);
  expect(faults).toEqual([]);
  expect(entries).toEqual([
    { row: "art20_5.licensing", column: "decisions", month: "2025-01", value: 12 },
    { row: "art20_6.penalty", column: "decisions", month: "2025-01", value: 1234 },
    { row: "art20_8.fees", column: "amount_wan", month: "2025-01", value: 3.5 },
    { row: "art20_5.other_services", column: "decisions", month: "2025-01", value: 0 },
    { row: "art20_5.licensing", column: "change", month: "2025-01", value: -2 },
    { row: "art20_6.penalty", column: "decisions", month: "2025-02", value: 7 },
    { row: "art20_8.fees", column: "amount_wan", month: "2025-02", value: 0.0001 },
  ]);
});

test("yuan become 万元, to the fen", () => {
  const { entries } = monthlyRows([
    ["年月", "收费金额(元)"],
    ["2025/3", "1,234,567.89"],
  ]);
  expect(entries).toEqual([{ row: "art20_8.fees", column: "amount_wan", month: "2025-03", value: 123.456789 }]);
});

describe("what cannot be read is told with its place", () => {
  test.each<[string, readonly (readonly string[])[], readonly string[]]>([
    ["no rows", [], ["1:1 表中没有内容。"]],
    ["no months", [["行政许可"], ["3"]], ["1:1 第一行没有“月份”一列。"]],
    ["a strange head", [["月份", "行政奖励"]], ["1:2 认不出表头“行政奖励”，这一列没有读入。"]],
    [
      "money without unit",
      [["月份", "行政事业性收费"]],
      ["1:2 表头“行政事业性收费”没有写明单位，应写“（元）”或者“（万元）”，这一列没有读入。"],
    ],
    ["a head twice", [["月份", "行政许可", "行政许可（件）"]], ["1:3 “行政许可(件)”与前面的列重复，这一列没有读入。"]],
    [
      "a month that is none",
      [
        ["月份", "行政许可"],
        ["2025-13", "3"],
        ["一月", "4"],
      ],
      [
        "2:1 “2025-13”不是月份，应写如“2025-03”或者“2025年3月”，这一行没有读入。",
        "3:1 “一月”不是月份，应写如“2025-03”或者“2025年3月”，这一行没有读入。",
      ],
    ],
    [
      "a month twice",
      [
        ["月份", "行政许可"],
        ["2025-01", "3"],
        ["2025.1", "4"],
      ],
      ["3:1 2025-01 在前面已经出现，这一行没有读入。"],
    ],
    [
      "a word",
      [
        ["月份", "行政许可"],
        ["2025-01", "无"],
      ],
      ["2:2 “无”不是数字，没有读入。"],
    ],
    [
      "a badly grouped figure",
      [
        ["月份", "行政许可"],
        ["2025-01", "1,2"],
      ],
      ["2:2 “1,2”不是数字，没有读入。"],
    ],
    [
      "half a decision",
      [
        ["月份", "行政许可"],
        ["2025-01", "1.5"],
      ],
      ["2:2 “1.5”应为整数，没有读入。"],
    ],
    [
      "less than nothing",
      [
        ["月份", "行政许可"],
        ["2025-01", "-1"],
      ],
      ["2:2 “-1”小于 0，没有读入。"],
    ],
    [
      "a wrong total",
      [
        ["月份", "行政许可"],
        ["2025-01", "3"],
        ["合计", "4"],
      ],
      ["3:2 合计填报 4，各月之和为 3，请核对。"],
    ],
  ])("%s", (_what, grid, expected) => {
    expect(messages(grid)).toEqual(expected);
  });

  test("a total that is no number", () => {
    expect(
      messages([
        ["月份", "行政许可"],
        ["2025-01", "3"],
        ["合计", "三"],
      ]),
    ).toEqual(["3:2 “三”不是数字，没有读入。"]);
  });

  test("too many rows", () => {
    const rows = Array.from({ length: 2001 }, (_, index) => [`${2000 + Math.floor(index / 12)}-${(index % 12) + 1}`, "1"]);
    const { entries, faults } = monthlyRows([["月份", "行政许可"], ...rows]);
    expect(entries).toHaveLength(2000);
    expect(faults).toEqual([{ row: 2002, column: 1, message: "行数超过 2000 行，其余没有读入。" }]);
  });
});

test("short rows have blanks at their end, and a blank is no zero", () => {
  expect(monthlyRows([["月份", "行政许可"], ["2025-01"]])).toEqual({ entries: [], faults: [] });
  expect(monthlyRows([["行政许可", "月份"], ["3"]]).faults).toHaveLength(1);
  expect(monthlyRows([["月份", "行政许可"], ["2025-01", "3"], ["合计"]]).faults).toEqual([]);
});

test("every cell of figures is either read or told, whatever is typed", () => {
  const cell = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const grid = [["月份", "行政许可"], ...cells.map((text, index) => [`2025-${index + 1}`, text])];
      const { entries, faults } = monthlyRows(grid);
      const blanks = cells.filter((text) => text.normalize("NFKC").replace(/\s/g, "") === "").length;
      expect(entries.length + faults.length + blanks).toBe(cells.length);
    }),
  );
});
