import { expect, test } from "vitest";
import { csvRows, sheetRows } from "./sheet-rows.js";

const lines = (rows: number) => Array.from({ length: rows }, (_, row) => `${row},行`).join("\n");

test("a sheet of just the length that is allowed is read whole", () => {
  expect(csvRows(lines(20_000))).toHaveLength(20_000);
});

test("a longer or wider sheet is refused, never cut: a row left out would be missed by nobody", async () => {
  const csv = new TextEncoder().encode(lines(20_001));
  await expect(sheetRows(csv, "台账.csv")).rejects.toMatchObject({ code: "SHEET_TOO_LARGE" });
  expect(() => csvRows(Array.from({ length: 201 }, () => "1").join(","))).toThrow("超过 20000 行或者 200 列");
});
