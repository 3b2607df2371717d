import { describe, expect, test } from "vitest";
import { periodsBefore } from "./handover-periods.js";

describe("periodsBefore", () => {
  test("gives the quarters that are over, the latest first", () => {
    expect(periodsBefore("2025-05-20", 3).slice(0, 3)).toEqual([
      { from: "2025-01-01", to: "2025-03-31" },
      { from: "2024-10-01", to: "2024-12-31" },
      { from: "2024-07-01", to: "2024-09-30" },
    ]);
  });
  test("does not give a period on its last day: something may still be published", () => {
    expect(periodsBefore("2025-03-31", 3)[0]).toEqual({ from: "2024-10-01", to: "2024-12-31" });
  });
  test("ends the last period of a year with the year", () => {
    expect(periodsBefore("2025-01-02", 5)[0]).toEqual({ from: "2024-11-01", to: "2024-12-31" });
  });
  test("knows the 29th of February", () => {
    expect(periodsBefore("2024-03-01", 1)[0]).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  });
});
