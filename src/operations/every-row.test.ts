import { expect, test } from "vitest";
import { everyRow } from "./every-row.js";

/** Pages of two of the numbers below some end. */
const pagesTo = (end: number) => async (after: number | null) => {
  const from = after ?? 0;
  const rows = [from, from + 1].filter((row) => row < end);
  return { rows, next: from + 2 < end ? from + 2 : null };
};

test("all rows of all pages, in order", async () => {
  expect(await everyRow(pagesTo(5))).toEqual([0, 1, 2, 3, 4]);
  expect(await everyRow(pagesTo(0))).toEqual([]);
});

test("a list of just the length that is allowed is whole, a longer one is refused and not cut", async () => {
  expect(await everyRow(pagesTo(4), 4)).toEqual([0, 1, 2, 3]);
  await expect(everyRow(pagesTo(5), 4)).rejects.toMatchObject({ code: "LIST_TOO_LONG" });
  await expect(everyRow(pagesTo(6), 4)).rejects.toMatchObject({ code: "LIST_TOO_LONG" });
});
