import { expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { dayBeside, typedDay, weekdayName } from "./typed-day.js";

test.each([
  ["2025-11-03", "2025-11-03"],
  ["20251103", "2025-11-03"],
  ["2025-11-3", "2025-11-03"],
  ["2025/11/3", "2025-11-03"],
  ["2025.11.03", "2025-11-03"],
  ["2025年11月3日", "2025-11-03"],
  [" 2025 年 11 月 3 日 ", "2025-11-03"],
  ["２０２５１１０３", "2025-11-03"],
])("%j is a day", (text, day) => {
  expect(typedDay(text)).toBe(day);
});

test.each(["", "2025", "2025-11", "2025-02-29", "20251301", "2025113", "11-03", "三月三日", "2025-11/03"])(
  "%j is none: nothing is guessed",
  (text) => {
    expect(typedDay(text)).toBeNull();
  },
);

test("the arrow keys go over the ends of months and years", () => {
  expect(dayBeside("20251231", 1)).toBe("2026-01-01");
  expect(dayBeside("2025-03-01", -1)).toBe("2025-02-28");
  expect(dayBeside("2025-03", 1)).toBeNull();
});

test.each([
  ["2025-11-02", "周日"],
  ["2025-11-03", "周一"],
  ["2025-11-08", "周六"],
])("%s is a %s", (day, name) => {
  expect(weekdayName(dayIn(day))).toBe(name);
});
