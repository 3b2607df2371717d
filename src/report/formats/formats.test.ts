import { describe, expect, test } from "vitest";
import { addressesOf, columnLabel, rowLabel, SECTION_IDS, TABLE_IDS } from "../format.js";
import { annualReport2019 } from "./annual-report-2019.js";
import { annualReport2021 } from "./annual-report-2021.js";
import { FORMATS, formatForYear } from "./index.js";

describe("the statutory formats", () => {
  test.each([
    [annualReport2019, { proactive: 22, requests: 161, review_litigation: 15 }],
    [annualReport2021, { proactive: 10, requests: 175, review_litigation: 15 }],
  ])("have as many cells as the printed form", (format, cells) => {
    const counted = Object.fromEntries(
      TABLE_IDS.map((id) => [id, [...addressesOf(format)].filter(({ table }) => table === id).length]),
    );
    expect(counted).toEqual(cells);
  });

  test("print the rows of table three in the order of the form", () => {
    const ids = annualReport2021.tables.requests.rows.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["new_received", "carried_in", "granted"]);
    expect(ids.slice(-5)).toEqual(["other.no_correction", "other.no_payment", "other.misc", "results_total", "carried_out"]);
    expect(annualReport2019.tables.requests.rows.map(({ id }) => id).slice(-3)).toEqual([
      "other",
      "results_total",
      "carried_out",
    ]);
  });

  test("add up every result row, once, to （七）总计", () => {
    for (const { tables } of FORMATS) {
      const results = tables.requests.rows
        .map(({ id }) => id)
        .filter((id) => !["new_received", "carried_in", "results_total", "carried_out"].includes(id));
      expect(tables.requests.footings).toEqual([{ total: "results_total", parts: results }]);
    }
  });

  test("name the six sections in the order of the Regulations, Article 50", () => {
    for (const { sections } of FORMATS) {
      expect(sections.map(({ id }) => id)).toEqual(SECTION_IDS);
      expect(sections.map(({ number }) => number).join("")).toBe("一二三四五六");
    }
  });

  test.each([
    [2018, null],
    [2019, "f2019"],
    [2020, "f2019"],
    [2021, "f2021"],
    [2030, "f2021"],
  ])("the report year %i has the format %s", (year, id) => {
    expect(formatForYear(year)?.id ?? null).toBe(id);
  });

  test("say a cell in words", () => {
    const { requests } = annualReport2021.tables;
    expect(`${rowLabel(requests, "denied.state_secret")} ${columnLabel(requests, "natural")}`).toBe(
      "（三）不予公开·1.属于国家秘密 自然人",
    );
    expect(rowLabel(requests, "other")).toBe("（六）其他处理");
  });
});
