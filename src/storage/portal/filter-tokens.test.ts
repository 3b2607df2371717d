import { expect, test } from "vitest";
import { filterTokens, spansBack, tokensOfFilter } from "./filter-tokens.js";

const item = { agencyId: "A1", disclosureItem: "20-1", theme: null, genre: "通知", validity: "valid" };

test("an item bears what it is filtered by, and the month of publishing in China", () => {
  expect(filterTokens({ ...item, publishedAt: "2026-10-31T16:00:00.000Z" })).toEqual([
    ...["#a:A1", "#d:20-1", "#g:通知", "#v:valid", "#y:2026", "#m:202611"],
  ]);
});

test("a filter asks for one of each group, and what is not given does not matter", () => {
  expect(tokensOfFilter({ agencyIds: ["A1", "A2"], theme: "", year: 2026 })).toEqual([["#a:A1", "#a:A2"], ["#y:2026"]]);
  expect(tokensOfFilter({ agencyIds: [] })).toEqual([]);
});

test.each([
  ["2026-11-21T00:00:00Z", ["#m:202611", "#m:202610"]],
  ["2025-12-31T16:00:00Z", ["#m:202601", "#m:202512"]],
])("the first span back from %s is two months in China", (now, months) => {
  const [first, year, years] = spansBack(Date.parse(now));
  expect(first).toEqual(months);
  expect(year).toHaveLength(12);
  expect(years).toHaveLength(5);
});
