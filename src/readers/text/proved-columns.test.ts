import { describe, expect, test } from "vitest";
import { provedColumns } from "./proved-columns.js";

const HEAD = ["", "自然人", "商业企业", "总计"];

describe("provedColumns", () => {
  test.each([
    ["each column of figures has its head", [HEAD, ["新收", "1", "", "1"], ["结转", "", "2", "2"]], true],
    ["a row has lost a cell", [HEAD, ["新收", "1", "1"]], false],
    ["a row was packed to the left beside words", [HEAD, ["新收", "1", "", "1"], ["三", "予以公开", "1", "1"]], false],
    [
      "figures stand under no head",
      [
        ["信息内容", "件数", "", ""],
        ["规章", "1", "2", "3"],
      ],
      false,
    ],
    [
      "the head comes after the figures",
      [
        ["规章", "1"],
        ["信息内容", "件数"],
      ],
      false,
    ],
    [
      "there are no figures",
      [
        ["信息内容", "件数"],
        ["规章", ""],
      ],
      false,
    ],
    ["there is one column", [["件数"], ["1"]], false],
  ])("when %s: %#", (_, rows, proved) => {
    expect(provedColumns(rows)).toBe(proved);
  });
});
