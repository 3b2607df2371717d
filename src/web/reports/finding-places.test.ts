import { describe, expect, test } from "vitest";
import { type Finding, findingsByPlace, placeKey, shownAt, wayTo, wayToFinding } from "./finding-places.js";

const TOTAL = { kind: "cell", table: "requests", row: "new_received", column: "total" } as const;
const PART = { ...TOTAL, column: "natural" } as const;
const SENTENCE = { kind: "section", section: "overview", place: "overview.requests" } as const;

const finding = (own: Partial<Finding>): Finding => ({
  ...{ fingerprint: "f1", checkId: "footing/column-totals", severity: "error", message: "合计不对。", at: TOTAL },
  ...{ related: [], where: "表三", excerpt: "", basis: [], freezing: "never", reason: null, ...own },
});

describe("where a finding is shown", () => {
  test("a sum stands at its total, not at each of its parts", () => {
    expect(shownAt(finding({ related: [PART] }))).toEqual([TOTAL]);
  });

  test("a sentence that contradicts a cell stands at both", () => {
    expect(shownAt(finding({ at: SENTENCE, related: [TOTAL, TOTAL] }))).toEqual([SENTENCE, TOTAL]);
  });

  test("what is said of the whole report stands nowhere in it", () => {
    expect(shownAt(finding({ at: { kind: "report" } }))).toEqual([]);
    expect(wayTo({ kind: "report" }, "f1")).toBeNull();
  });

  test("at one place the gravest comes first, and one with a reason steps back", () => {
    const reason = { text: "属实", by: "王主任", at: "2026-01-20T00:00:00Z" };
    const answered = finding({ fingerprint: "a", reason });
    const question = finding({ fingerprint: "q", severity: "question" });
    const error = finding({ fingerprint: "e" });
    const there = findingsByPlace([answered, question, error]).get(placeKey(TOTAL));
    expect(there?.map(({ fingerprint }) => fingerprint)).toEqual(["e", "q", "a"]);
  });

  test("the way to a place names its tab, the finding and the place; the way back names the finding", () => {
    expect(Object.fromEntries(new URLSearchParams(wayTo(TOTAL, "f1") ?? ""))).toEqual({
      ...{ tab: "tables", finding: "f1", at: "cell/requests/new_received/total" },
    });
    expect(new URLSearchParams(wayTo(SENTENCE, "f1") ?? "").get("at")).toBe("section/overview/overview.requests");
    expect(new URLSearchParams(wayTo({ kind: "frame", part: "sign-off" }, "f1") ?? "").get("tab")).toBe("narrative");
    expect(wayToFinding("f1")).toBe("?tab=findings&finding=f1");
  });
});
