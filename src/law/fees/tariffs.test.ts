import { expect, test } from "vitest";
import { parsePlainDate } from "../plain-date.js";
import { DEFAULT_FEE_SETTINGS, mayChargeByPage, TARIFFS, tariffOn } from "./tariffs.js";

test.each([
  ["2020-12-31", null],
  ["2021-01-01", TARIFFS.item],
])("on %s the national tariff is in force or not", (text, tariff) => {
  expect(tariffOn(parsePlainDate(text) ?? expect.fail(text), "item")).toBe(tariff);
});

test("a place that names no first day has the tariff always", () => {
  const day = parsePlainDate("2019-06-01") ?? expect.fail();
  expect(tariffOn(day, "page", { ...DEFAULT_FEE_SETTINGS, inForceFrom: null })).toBe(TARIFFS.page);
});

test.each([
  ["paper", true],
  ["email", true],
  ["data-copy", true],
  ["inspection", false],
  ["published", false],
  ["other", false],
] as const)("information handed over as %s may be charged by page: %s", (form, may) => {
  expect(mayChargeByPage(form)).toBe(may);
});

test("whether published information is charged by page is a setting", () => {
  expect(mayChargeByPage("published", { ...DEFAULT_FEE_SETTINGS, chargesPublishedByPage: true })).toBe(true);
});

test("the slices of each tariff follow one another from 1", () => {
  for (const { slices } of Object.values(TARIFFS)) {
    slices.forEach(({ from }, index) => {
      expect(from).toBe(index === 0 ? 1 : (slices[index - 1]?.to ?? 0) + 1);
    });
  }
});
