import { expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { cellKey } from "./report.js";
import { sureFigureAt } from "./sure-figure.js";

const address = { table: "requests", row: "granted", column: "total" } as const;

test("gives a figure, and nothing for a blank or one the machine doubts", () => {
  const report = buildReport({ tables: { requests: { granted: [3, 0, 0, 0, 0, null, 3] } } });
  expect(sureFigureAt(report, address)).toBe(3);
  expect(sureFigureAt(report, { ...address, column: "other_org" })).toBeNull();

  const { requests } = report.tables;
  const cell = requests?.cells.get(cellKey("granted", "total"));
  if (!requests || !cell) throw new Error("The built report has this cell.");
  const cells = new Map(requests.cells).set(cellKey("granted", "total"), { ...cell, doubt: "低对比度" });
  expect(sureFigureAt({ ...report, tables: { ...report.tables, requests: { ...requests, cells } } }, address)).toBeNull();
});
