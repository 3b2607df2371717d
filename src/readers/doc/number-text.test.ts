import { expect, test } from "vitest";
import { isBullet, numberText } from "./number-text.js";

test.each([
  [3, 0, "3"],
  [14, 1, "XIV"],
  [4, 2, "iv"],
  [28, 3, "BB"],
  [3, 4, "c"],
  [1, 37, "一"],
  [10, 37, "十"],
  [11, 39, "十一"],
  [20, 11, "二十"],
  [105, 39, "一百〇五"],
  [110, 39, "一百一十"],
  [1000, 39, "一千"],
  [21, 38, "贰拾壹"],
  [12, 10, "一二"],
  [12, 14, "１２"],
  [7, 18, "⑦"],
  [21, 18, "㉑"],
  [3, 27, "⑶"],
  [3, 26, "⒊"],
  [2, 30, "乙"],
  [11, 30, "11"],
  [5, 22, "05"],
  [-1, 37, "-1"],
  [1_000_000, 37, "1000000"],
  [3, 250, "3"],
])("writes %i in system %i as %s", (value, system, text) => {
  expect(numberText(value, system)).toBe(text);
});

test("signs in place of numbers are bullets", () => {
  expect([23, 255, 0, 37].map(isBullet)).toEqual([true, true, false, false]);
});
