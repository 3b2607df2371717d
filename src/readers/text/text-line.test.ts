import { describe, expect, test } from "vitest";
import { displayWidth, isPageNumber, isRuler, textLines } from "./text-line.js";

describe("textLines", () => {
  test("numbers lines as an editor does and counts the blank ones", () => {
    expect(textLines("甲\r\n\r\n\u3000\r\n乙\r丙")).toEqual([
      { text: "甲", number: 1, blanksBefore: 0 },
      { text: "乙", number: 4, blanksBefore: 2 },
      { text: "丙", number: 5, blanksBefore: 0 },
    ]);
  });

  test("takes a form feed for a break of its own that counts as no line", () => {
    expect(textLines("甲\n\f乙").map(({ text, number, blanksBefore }) => [text, number, blanksBefore])).toEqual([
      ["甲", 1, 0],
      ["乙", 2, 1],
    ]);
  });

  test("reads the cell mark of Word as a tab and keeps an empty cell", () => {
    expect(textLines("\u0007规章\n\u0007").map(({ text }) => text)).toEqual(["\t规章", "\t"]);
  });
});

test.each([
  ["------------------\t-------", true],
  ["|---|:--:|", true],
  ["+-----+-----+", true],
  ["-1", false],
  ["——", false],
  ["| 0 | --- |", false],
])("knows whether %j only draws", (text, drawing) => {
  expect(isRuler(text)).toBe(drawing);
});

test.each([
  ["1625", true],
  ["  - 3 -", true],
  ["—12—", true],
  ["第 3 页 共 9 页", true],
  ["-1", false],
  ["12件", false],
  ["20231", false],
])("knows whether %j is the number of a page", (text, number) => {
  expect(isPageNumber(text)).toBe(number);
});

test("counts a Chinese character as two columns", () => {
  expect(displayWidth("2024 年")).toBe(7);
});
