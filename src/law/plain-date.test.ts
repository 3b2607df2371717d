import fc from "fast-check";
import { expect, test } from "vitest";
import { chineseDay, dayOf, daysInMonth, parsePlainDate, yearOf } from "./plain-date.js";

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["1900-02-29", false],
  ["2000-02-29", true],
  ["2023-13-01", false],
  ["2023-04-31", false],
  ["2023-4-3", false],
  ["", false],
])("%s exists: %s", (text, exists) => {
  expect(parsePlainDate(text) !== null).toBe(exists);
});

test("a day is written as Chinese documents write it", () => {
  const day = parsePlainDate("2021-01-27");
  expect(day && chineseDay(day)).toBe("2021年1月27日");
  expect(day && yearOf(day)).toBe(2021);
});

test("every day of the calendar is read back, and later days compare greater", () => {
  const days = fc.record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const first = dayOf(a.year, a.month, a.day);
      const second = dayOf(b.year, b.month, b.day);
      if (first === null || second === null) throw new Error("28 days are in every month.");
      expect(parsePlainDate(first)).toBe(first);
      expect(first < second).toBe(Date.UTC(a.year, a.month - 1, a.day) < Date.UTC(b.year, b.month - 1, b.day));
      expect(daysInMonth(a.year, a.month)).toBe(new Date(Date.UTC(a.year, a.month, 0)).getUTCDate());
    }),
  );
});
