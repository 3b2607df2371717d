import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildAgency } from "../../test/builders/agency.js";
import { dayIn } from "../../test/builders/case-file.js";
import { addDays } from "../law/calendar/day-arithmetic.js";
import { type Agency, onDay } from "./agency.js";
import { type AgencyChange, mergeAgencies, renameAgency, splitAgency } from "./agency-changes.js";
import { openingReportersOf, reporterOf, reportingName, reportsFor, sourcesOf, withSuccessorNames } from "./reporting-agency.js";

const changed = (change: AgencyChange): readonly Agency[] => {
  if (!change.done) throw new Error(change.refusal.message);
  return change.agencies;
};

describe("an agency that was merged away in 2024", () => {
  const agencies = changed(
    mergeAgencies([buildAgency({ id: "a" }), buildAgency({ id: "b" })], { merged: ["b"], into: "a", on: dayIn("2024-06-01") }),
  );

  test.each([
    [2023, "b", ["a"], ["b"]],
    [2024, "a", ["a", "b"], []],
    [2025, "a", ["a", "b"], []],
  ])("is reported in %i by %s", (year, reporter, ofA, ofB) => {
    expect(reporterOf(agencies, "b", year)).toBe(reporter);
    expect(sourcesOf(agencies, "a", year)).toEqual(ofA);
    expect(sourcesOf(agencies, "b", year)).toEqual(ofB);
  });

  test("leaves its open cases to the successor's books", () => {
    expect(openingReportersOf(agencies, "a", 2024)).toEqual(["a", "b"]);
    expect(openingReportersOf(agencies, "a", 2025)).toEqual(["a"]);
  });

  test("publishes no report for the year in which it ended", () => {
    expect(reportsFor(agencies, 2023)).toEqual(["a", "b"]);
    expect(reportsFor(agencies, 2024)).toEqual(["a"]);
  });
});

test("an agency that ends with the year still reports that year", () => {
  const agencies = changed(
    mergeAgencies([buildAgency({ id: "a" }), buildAgency({ id: "b" })], { merged: ["b"], into: "a", on: dayIn("2025-01-01") }),
  );
  expect(reporterOf(agencies, "b", 2024)).toBe("b");
  expect(reporterOf(agencies, "b", 2025)).toBe("a");
});

test("an agency that ends on the last day of a year is no longer there to report it", () => {
  const agencies = changed(
    mergeAgencies([buildAgency({ id: "a" }), buildAgency({ id: "b" })], { merged: ["b"], into: "a", on: dayIn("2024-12-31") }),
  );
  expect(reporterOf(agencies, "b", 2024)).toBe("a");
  expect(reportsFor(agencies, 2024)).toEqual(["a"]);
});

test("a report bears the name of the last day of its year", () => {
  const [agency] = changed(
    renameAgency([buildAgency({ id: "a", name: "旧局" })], { agencyId: "a", name: "新局", on: dayIn("2024-12-31") }),
  );
  if (!agency) throw new Error("There is one agency.");
  expect([2014, 2023, 2024].map((year) => reportingName(agency, year))).toEqual([null, "旧局", "新局"]);
});

test("a part that was born in the year opens with empty books", () => {
  const parts = [{ id: "c", kind: "local-department", level: "county", name: "丙局" }] as const;
  const agencies = changed(
    splitAgency([buildAgency({ id: "a" })], { agencyId: "a", parts, successorId: null, on: dayIn("2024-06-01") }),
  );
  expect(openingReportersOf(agencies, "c", 2024)).toEqual([]);
  expect(openingReportersOf(agencies, "a", 2024)).toEqual(["a"]);
  expect(sourcesOf(agencies, "c", 2024)).toEqual(["c"]);
});

test("a circle of successors is no endless walk", () => {
  const one = { ...buildAgency({ id: "a" }), successor: { agencyId: "b", from: dayIn("2020-01-01") } };
  const other = { ...buildAgency({ id: "b" }), successor: { agencyId: "a", from: dayIn("2020-01-01") } };
  expect(["a", "b"]).toContain(reporterOf([one, other], "a", 2024));
});

test("a year that cannot be written is loud", () => {
  expect(() => reportsFor([], Number.NaN)).toThrow(RangeError);
});

const FIRST = dayIn("2020-01-01");
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom("merge", "split", "branch", "rename"),
    who: fc.nat(),
    other: fc.nat(),
    days: fc.nat({ max: 300 }),
  }),
  { maxLength: 8 },
);

function history(list: readonly { kind: string; who: number; other: number; days: number }[]): readonly Agency[] {
  let agencies: readonly Agency[] = ["a", "b", "c", "d"].map((id) => buildAgency({ id }));
  let on = FIRST;
  for (const { kind, who, other, days } of list) {
    on = addDays(on, days);
    const there = agencies.filter(({ names }) => onDay(names, on) !== null).map(({ id }) => id);
    const agencyId = there[who % there.length] ?? "a";
    const into = there[other % there.length] ?? "a";
    const part = { id: `n${agencies.length}`, kind: "local-department", level: "county", name: "新局" } as const;
    const change =
      kind === "merge"
        ? mergeAgencies(agencies, { merged: [agencyId], into, on })
        : kind === "rename"
          ? renameAgency(agencies, { agencyId, name: `改名${days}`, on })
          : splitAgency(agencies, { agencyId, parts: [part], successorId: kind === "split" ? part.id : null, on });
    if (change.done) agencies = change.agencies;
  }
  return agencies;
}

test("whatever is merged and split, every record of a year is in exactly one report, and every open case is carried into exactly one", () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 2019, max: 2028 }), (list, year) => {
      const agencies = history(list);
      const reporters = reportsFor(agencies, year);
      const sources = reporters.flatMap((id) => sourcesOf(agencies, id, year));
      expect([...sources].sort()).toEqual(
        agencies
          .map(({ id }) => id)
          .filter((id) => reporters.includes(reporterOf(agencies, id, year)))
          .sort(),
      );
      expect(new Set(sources).size).toBe(sources.length);
      // Whoever existed at some time up to the end of the year has somebody who reports for it.
      const end = dayIn(`${year}-12-31`);
      for (const { id, names } of agencies) if (names.some(({ from }) => from <= end)) expect(sources).toContain(id);
      const opened = reporters.flatMap((id) => openingReportersOf(agencies, id, year));
      expect([...opened].sort()).toEqual([...reportsFor(agencies, year - 1)].sort());
    }),
    { numRuns: 300 },
  );
});

test("what was merged away bears the names of those who carried it on, each from its day", () => {
  const merged = changed(
    mergeAgencies([buildAgency({ id: "a" }), buildAgency({ id: "b" }), buildAgency({ id: "c" })], {
      ...{ merged: ["a"], into: "b", on: dayIn("2024-06-01") },
    }),
  );
  const renamed = changed(renameAgency(merged, { agencyId: "b", name: "乙委", on: dayIn("2025-01-01") }));
  const again = changed(mergeAgencies(renamed, { merged: ["b"], into: "c", on: dayIn("2026-01-01") }));
  const [first, second] = again;
  if (first === undefined || second === undefined) throw new Error("There are three.");
  const carried = withSuccessorNames(again, first);
  const nameOn = (day: string) => onDay(carried.names, dayIn(day));
  expect(["2024-05-31", "2024-06-01", "2025-01-01", "2026-01-01"].map(nameOn)).toEqual(["a局", "b局", "乙委", "c局"]);
  const [living] = renamed.filter(({ id }) => id === "b");
  expect(living === undefined ? null : withSuccessorNames(renamed, living)).toBe(living);
});

test("a successor that is not on record leaves the names as they are", () => {
  const lost = { ...buildAgency({ id: "a" }), successor: { agencyId: "nowhere", from: dayIn("2024-06-01") } };
  expect(withSuccessorNames([lost], lost)).toBe(lost);
});
