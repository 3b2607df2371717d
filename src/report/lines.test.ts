import { expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { linesOf, plainWords, printedWords, stretchOf } from "./lines.js";

test("a line is read without white space and full-width signs, and points back into the passage", () => {
  const report = buildReport({ sections: { other: ["　　２０２３ 年，我局 无。", "无"] } });
  const [first, second] = linesOf(report).filter(({ section, part }) => section?.id === "other" && part === "body");
  expect(first?.text).toBe("2023年,我局无。");
  const { start, end } = first ? stretchOf(first, 0, 5) : { start: 0, end: 0 };
  expect(first?.passage.text.slice(start, end)).toBe("２０２３ 年");
  expect(first && printedWords(first)).toBe("２０２３ 年，我局 无。");
  expect(second && stretchOf(second, 0, 1)).toEqual({ start: 0, end: 1 });
  expect(first ? stretchOf(first, 0, 99) : null).toEqual({ start: 2, end: first?.passage.text.length });
});

test("the lines are worked out once a report", () => {
  const report = buildReport();
  expect(linesOf(report)).toBe(linesOf(report));
});

test("a name is compared without white space", () => {
  expect(plainWords("市商务局 ２０２０ 年")).toBe("市商务局2020年");
});
