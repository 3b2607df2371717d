import { expect, test } from "vitest";
import { dayText, minuteText } from "./day-text.js";

test("a moment is told by the clock in China, the day as letters write it", () => {
  expect(minuteText("2026-03-04T16:05:00.000Z")).toBe("2026年3月5日 00:05");
  expect(minuteText("2025-12-31T15:59:59.999Z")).toBe("2025年12月31日 23:59");
});

test("no day is nothing", () => {
  expect(dayText(null)).toBe("");
  expect(dayText("2026-03-05")).toBe("2026年3月5日");
});
