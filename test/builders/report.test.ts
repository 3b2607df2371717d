import { describe, expect, test } from "vitest";
import { CHECKS } from "../../src/checks/index.js";
import { annualReport2019 } from "../../src/report/formats/annual-report-2019.js";
import { cellAt } from "../../src/report/report.js";
import { buildReport } from "./report.js";

describe("buildReport", () => {
  test.each([
    ["2021 format", buildReport()],
    ["2019 format", buildReport({ format: annualReport2019 })],
  ])("gives a report that every check accepts: %s", (_name, report) => {
    const findings = CHECKS.flatMap((check) => [...check.run(report, { previous: null })]);
    expect(findings.map(({ checkId, message }) => `${checkId} ${message}`)).toEqual([]);
  });

  test("fills the rows it is given and leaves the rest 0", () => {
    const report = buildReport({ tables: { requests: { new_received: [3, null, "x", undefined, 0, 0, 3] } } });
    const kindAt = (column: string) => cellAt(report, { table: "requests", row: "new_received", column })?.kind;
    expect(["natural", "business", "research", "welfare"].map(kindAt)).toEqual(["number", "blank", "unread", undefined]);
    expect(cellAt(report, { table: "requests", row: "granted", column: "total" })).toMatchObject({ kind: "number", value: 0 });
  });

  test("a stand-in row takes the place of the rows it stands for", () => {
    const report = buildReport({ tables: { requests: { other: [1, 0, 0, 0, 0, 0, 1] } } });
    expect(cellAt(report, { table: "requests", row: "other", column: "total" })).toMatchObject({ value: 1 });
    expect(cellAt(report, { table: "requests", row: "other.misc", column: "total" })).toBeUndefined();
  });
});
