import { expect, test } from "vitest";
import type { NamedPage } from "../../register/portal/public-search.js";
import { keyedPages, namedPages } from "./named-pages.js";

const report = (agencyId: string, name: string, year: number): NamedPage => ({
  kind: "report",
  title: `${name}${year}年政府信息公开工作年度报告`,
  agencyId,
  year,
});
const PAGES = keyedPages([
  { kind: "agency", title: "青阳市民政局", agencyId: "mz", year: null },
  { kind: "agency", title: "青阳市教育局", agencyId: "jy", year: null },
  ...[2025, 2024, 2023, 2022].map((year) => report("mz", "青阳市民政局", year)),
  report("jy", "青阳市教育局", 2025),
  { kind: "guide", title: "青阳市民政局政府信息公开指南", agencyId: "mz", year: null },
  { kind: "rule", title: "政府信息公开保密审查办法", agencyId: "mz", year: null },
]);
const titles = (text: string, agencyId: string | null = null) =>
  namedPages(PAGES, text, agencyId).map(({ kind, pages, count }) => [kind, count, ...pages.map(({ title }) => title)]);

test("the exact title of a report leads to it", () => {
  expect(titles("青阳市教育局2025年政府信息公开工作年度报告")).toEqual([
    ["report", 1, "青阳市教育局2025年政府信息公开工作年度报告"],
  ]);
});

test("an agency is found by its name, and by a part of it with what it has", () => {
  expect(titles("青阳市教育局")).toEqual([
    ["agency", 1, "青阳市教育局"],
    ["report", 1, "青阳市教育局2025年政府信息公开工作年度报告"],
  ]);
  expect(titles("民政局").map(([kind]) => kind)).toEqual(["agency", "guide"]);
});

test("a report is found by what people call it, in parts, with the year", () => {
  expect(titles("教育局 年报")).toEqual([["report", 1, "青阳市教育局2025年政府信息公开工作年度报告"]]);
  expect(titles("年报")).toEqual([["report", 5, ...PAGES.slice(2, 5).map(({ page }) => page.title)]]);
  expect(titles("年度报告", "jy")).toEqual([["report", 1, "青阳市教育局2025年政府信息公开工作年度报告"]]);
});

test("guides and rules are found; what is in every name finds none of the many", () => {
  expect(titles("保密审查")).toEqual([["rule", 1, "政府信息公开保密审查办法"]]);
  expect(titles("政府信息公开指南").map(([kind]) => kind)).toEqual(["guide"]);
  expect(titles("政府信息公开").map(([kind]) => kind)).toEqual(["guide", "rule"]);
  for (const text of ["", "局", " ", "不存在的东西"]) expect(titles(text)).toEqual([]);
});
