import { expect, test } from "vitest";
import { daySpans } from "./day-spans.js";

test("every answer is in one span, and the twentieth day is still within the first term", () => {
  const days = [0, 1, 5, 6, 20, 21, 40, 41, 200].map((one) => ({ days: one, count: 1, late: one > 40 ? 1 : 0 }));
  const spans = daySpans(days);
  expect(spans.map(({ label, count }) => `${label}：${count}`)).toEqual([
    "当日：1",
    "1–5：2",
    "6–10：1",
    "11–15：0",
    "16–20：1",
    "21–30：1",
    "31–40：1",
    "40 以上：2",
  ]);
  expect(spans.at(-1)?.late).toBe(2);
  expect(daySpans([])).toEqual([]);
});
