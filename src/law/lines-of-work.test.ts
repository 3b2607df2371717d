import { describe, expect, test } from "vitest";
import { LINE_WORDS, lineOfWord, linesOfAgency } from "./lines-of-work.js";

describe("lines of work", () => {
  test.each([
    ["威海市文登区商务局", ["商务"]],
    ["经济技术开发区社会事业局", []],
    ["同江市工业信息化科技局", ["工信", "科技"]],
    ["两城镇人民政府", []],
    ["得荣县卫生健康局", ["卫健"]],
  ])("%s has %j", (agency, lines) => {
    expect(linesOfAgency(agency)).toEqual(lines);
  });

  test("every word stands for a line", () => {
    expect(LINE_WORDS.filter((word) => lineOfWord(word) === null)).toEqual([]);
    expect(lineOfWord("人社")).toBe("人社");
    expect(lineOfWord("体操")).toBeNull();
  });
});
