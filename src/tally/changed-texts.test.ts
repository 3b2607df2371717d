import { describe, expect, test } from "vitest";
import type { ComposedReport } from "../report/composed-report.js";
import { changedTexts } from "./changed-texts.js";

const REPORT: ComposedReport = {
  ...{ format: "f2021", agency: "演练市民政局", reportYear: 2025, title: "演练市民政局2025年政府信息公开工作年度报告" },
  preface: ["前言。"],
  sections: [{ id: "overview", heading: "一、总体情况", paragraphs: ["收到申请 3 件。", "举办培训 1 次。"], notes: [] }],
  ...{ cells: [], signOff: { agency: "演练市民政局", on: null }, remarks: [] },
};

describe("the words a correction changes", () => {
  test("are none where the report is the same", () => {
    expect(changedTexts(REPORT, REPORT)).toEqual([]);
  });

  test("are told part by part, with the paragraphs that go and those that come", () => {
    const sections = REPORT.sections.map((section) => ({
      ...section,
      paragraphs: ["收到申请 4 件。", "举办培训 1 次。"],
      notes: ["注：含上年结转。"],
    }));
    expect(changedTexts(REPORT, { ...REPORT, sections, remarks: ["（此件公开发布）"] })).toEqual([
      { heading: "一、总体情况", before: ["收到申请 3 件。"], after: ["收到申请 4 件。", "注：含上年结转。"] },
      { heading: "附注", before: [], after: ["（此件公开发布）"] },
    ]);
  });

  test("name a part whose paragraphs only changed their order", () => {
    const sections = REPORT.sections.map((section) => ({ ...section, paragraphs: section.paragraphs.toReversed() }));
    expect(changedTexts(REPORT, { ...REPORT, sections })).toEqual([{ heading: "一、总体情况", before: [], after: [] }]);
  });
});
