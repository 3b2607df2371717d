import { describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR } from "../calendar/work-calendar.js";
import type { PlainDate } from "../plain-date.js";
import { ARTICLE_20, disclosureItemsFor } from "./disclosure-items.js";
import { genreOf, genreOfTitle } from "./genres.js";
import { guidelineHolder, INDEX_PATTERNS, indexSchemeFault, numberInSeries, seriesOf } from "./index-scheme.js";
import { interpretationDue, publicationDue, reassessmentDue } from "./publication-clock.js";
import { THEMES, themeCode, themeName } from "./themes.js";
import { validityMark } from "./validity.js";

const day = (text: string) => text as PlainDate; // days that exist

describe("last days", () => {
  test("twenty working days from the day it was made, which is not counted; the holidays are told with their notice", () => {
    const { due, spans, isSettled } = publicationDue(day("2025-04-25"), STATE_COUNCIL_CALENDAR);
    expect(due).toBe("2025-05-27");
    expect(isSettled).toBe(true);
    expect(spans.some(({ why, kind }) => kind === "day-off" && why === "劳动节")).toBe(true);
    expect(spans.some(({ why, basis }) => why === "公开期限" && basis === "《政府信息公开条例》第二十六条")).toBe(true);
  });

  test("three for an interpretation, another term where a law sets one, a year for looking again", () => {
    expect(interpretationDue(day("2025-03-07"), STATE_COUNCIL_CALENDAR)).toMatchObject({ due: "2025-03-12", certainty: "B" });
    expect(publicationDue(day("2025-03-07"), STATE_COUNCIL_CALENDAR, 7).due).toBe("2025-03-18");
    expect(reassessmentDue(day("2024-02-29"))).toMatchObject({ due: "2025-02-28", certainty: "C" });
  });
});

test("what must be public depends on what the agency is", () => {
  expect(ARTICLE_20).toHaveLength(15);
  expect(disclosureItemsFor({ kind: "local-department", level: "county" })).toHaveLength(22);
  expect(disclosureItemsFor({ kind: "local-government", level: "town" })).toHaveLength(23);
  expect(disclosureItemsFor({ kind: "dispatched-authority", level: "town" })).toHaveLength(15);
  expect(disclosureItemsFor({ kind: "provincial-government", level: "province" })).toHaveLength(15);
});

test("there are 22 classes with 121 below them, found by code, name or both", () => {
  expect(THEMES).toHaveLength(22);
  expect(THEMES.flatMap(({ children }) => children)).toHaveLength(121);
  expect(themeName("0201")).toBe("综合政务\\政务公开");
  expect(["0201", "政务公开", "综合政务\\政务公开", "综合政务 > 政务公开", "民政、乡村振兴、救灾"].map(themeCode)).toEqual([
    ...["0201", "0201", "0201", "0201", "17"],
  ]);
  expect(["其他", "没有的分类", ""].map(themeCode)).toEqual(["22", null, null]);
});

test.each([
  ["关于……的通知（试行）", "通知"],
  ["某某市人民政府令", "命令（令）"],
  ["会议纪要", "纪要"],
  ["工作方案", null],
])("%s is a %s", (title, genre) => {
  expect(genreOfTitle(title)).toBe(genre);
});

test("names of another system are understood", () => {
  expect(genreOf("政府令")).toBe("命令（令）");
  expect(validityMark("现行有效")?.id).toBe("valid");
  expect(validityMark("以后再说")).toBeNull();
});

describe("index numbers", () => {
  const on = { on: day("2025-03-01"), theme: "0201" };
  test("by the guideline have twenty characters and begin with the organization code", () => {
    const holder = guidelineHolder("11370100004188999X") ?? "";
    const text = numberInSeries(seriesOf({ pattern: INDEX_PATTERNS.guideline, holder }, on), 7);
    expect(text).toBe("004188999/2025-00007");
    expect(text).toHaveLength(20);
  });

  test("by other patterns; a serial that outgrows its digits is written in full", () => {
    expect(numberInSeries(seriesOf({ pattern: INDEX_PATTERNS.themed, holder: "A1" }, on), 123_456)).toBe("A1-0201-2025-123456");
    expect(numberInSeries(seriesOf({ pattern: INDEX_PATTERNS.dated, holder: "A1" }, on), 1)).toBe("A1/20250301-00001");
  });

  test.each([
    ["{holder}/{year}", "流水号"],
    ["{holder}-{serial:5}", "年份"],
    ["{holder}/{year}-{serial:5}-{town}", "认不出"],
  ])("%s is no scheme", (pattern, why) => {
    expect(indexSchemeFault({ pattern, holder: "A1" })).toContain(why);
  });
});
