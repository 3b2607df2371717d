import { expect, test } from "vitest";
import { hasListMark, topNumber } from "./line-marks.js";

test.each([
  ["一、总体情况", 1],
  ["十、其他", 10],
  ["十二、其他", 11],
  ["一是加强领导", null],
  ["（一）予以公开", null],
])("reads the top number of %j", (text, number) => {
  expect(topNumber(text)).toBe(number);
});

test.each([
  ["（一）主动公开", true],
  ["(2) 助力落实", true],
  ["3.其他", true],
  ["①目录", true],
  ["31 日，市科委", false],
  ["1.05%", false],
  ["一是加强领导", false],
])("knows whether %j begins an item", (text, mark) => {
  expect(hasListMark(text)).toBe(mark);
});
