import { describe, expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { knownTotal } from "./known-total.js";

const report = buildReport({
  tables: {
    requests: {
      granted: [258, 12, null, 0, 0, 0, null],
      partial: [3, null, null, 0, 0, 0, null],
      "denied.process": [1, 0, 0, 0, 0, 0, 1],
      other: [5, 0, 0, 0, 0, 0, 5],
      results_total: [267, 12, null, 0, 0, 0, 279],
    },
  },
});

describe("knownTotal", () => {
  test("adds the totals of the rows", () => {
    expect(knownTotal(report, "requests", ["denied.process", "denied.internal"])).toBe(1);
  });

  test("knows a blank total whose blanks the column totals prove to be 0", () => {
    expect(
      knownTotal(
        buildReport({ tables: { requests: { granted: [3, null, 0, 0, 0, 0, null], results_total: [3, 0, 0, 0, 0, 0, 3] } } }),
        "requests",
        ["granted"],
      ),
    ).toBe(3);
  });

  test("knows it where the column total is blank too, when the other columns make the overall total", () => {
    const blanks = { granted: [3, null, 0, 0, 0, 0, null], results_total: [3, null, 0, 0, 0, 0, 3] };
    expect(knownTotal(buildReport({ tables: { requests: blanks } }), "requests", ["granted"])).toBe(3);
  });

  test("does not know a blank total whose blanks may hold something", () => {
    const blanks = { granted: [3, null, 0, 0, 0, 0, null], results_total: [3, 2, 0, 0, 0, 0, 5] };
    expect(knownTotal(buildReport({ tables: { requests: blanks } }), "requests", ["granted"])).toBeNull();
  });

  test("takes the single row of the other edition for its three", () => {
    expect(knownTotal(report, "requests", ["other.no_correction", "other.no_payment", "other.misc"])).toBe(5);
  });

  test("knows nothing of no rows and of a table that is not there", () => {
    expect(knownTotal(report, "requests", [])).toBeNull();
    expect(knownTotal(buildReport({ tables: { requests: null } }), "requests", ["granted"])).toBeNull();
  });
});
