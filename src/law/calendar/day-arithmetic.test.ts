import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { addDays, addMonths, dayAt, dayNumber, weekdayOf } from "./day-arithmetic.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

describe("the number of a day", () => {
  test.each([
    ["1970-01-01", 0, 4],
    ["2000-02-29", 11_016, 2],
    ["2026-11-21", 20_778, 6],
    ["0001-01-01", -719_162, 1],
    ["9999-12-31", 2_932_896, 5],
  ])("%s is %i, on weekday %i", (text, number, weekday) => {
    expect(dayNumber(day(text))).toBe(number);
    expect(dayAt(number)).toBe(text);
    expect(weekdayOf(number)).toBe(weekday);
  });

  test("agrees with the platform's calendar over ten thousand years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const text = dayAt(number);
        expect(text).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(text)).toBe(number);
        expect(weekdayOf(number)).toBe(new Date(number * 86_400_000).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  test.each([-719_163, 2_932_897, Number.NaN])("%d has no day that can be written", (number) => {
    expect(() => dayAt(number)).toThrow(RangeError);
  });
});

describe("days and months later", () => {
  test.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2025-01-01", -1, "2024-12-31"],
    ["2024-12-02", 60, "2025-01-31"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
  });

  test.each([
    ["2024-08-31", 6, "2025-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-03-15", 6, "2024-09-15"],
    ["2024-12-01", 12, "2025-12-01"],
    ["2024-11-30", 3, "2025-02-28"],
  ])("%s and %i months is %s, the last day where there is no such one (民法典 第二百零二条)", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("months beyond the year 9999 are refused loudly", () => {
    expect(() => addMonths(day("9999-12-01"), 1)).toThrow(RangeError);
  });
});
