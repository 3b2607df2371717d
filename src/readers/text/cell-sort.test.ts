import { expect, test } from "vitest";
import { cellSort } from "./cell-sort.js";

test.each([
  ["0", "figure"],
  ["１２", "figure"],
  ["+2", "figure"],
  ["347.92 万元", "figure"],
  ["22（其中修订16件）", "figure"],
  ["1,204", "figure"],
  ["\u00a00\u3000", "figure"],
  ["〇", "figure"],
  ["/", "mark"],
  ["——", "mark"],
  ["无", "mark"],
  ["", "empty"],
  ["\u3000", "empty"],
  ["3.其他", "words"],
  ["1.属于国家秘密", "words"],
  ["2024年", "words"],
  ["一、本年新收政府信息公开申请数量", "words"],
  ["无法提供", "words"],
])("takes %j for %s", (text, sort) => {
  expect(cellSort(text)).toBe(sort);
});
