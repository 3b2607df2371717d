import { describe, expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { CHECKS } from "../checks/index.js";
import { composedFrom } from "../report/composed-from.js";
import type { ComposedReport } from "../report/composed-report.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { figureAt } from "../report/report.js";
import { reportOf } from "./report-of.js";

const composed = (changes: Partial<ComposedReport> = {}): ComposedReport => ({ ...composedFrom(buildReport()), ...changes });

describe("a composed report as it would be read", () => {
  test("says what was composed, section by section and cell by cell", () => {
    const whole = composed({ remarks: ["（此件公开发布）"] });
    expect(composedFrom(reportOf(whole))).toEqual(whole);
  });

  test("says so in the edition of 2019 too, with units and changes", () => {
    const built = buildReport({
      format: annualReport2019,
      tables: {
        proactive: {
          "art20_9.central_procurement": [2, { value: 347.92, unit: "万元" }],
          "art20_5.licensing": [3, -1, null],
        },
      },
    });
    expect(composedFrom(reportOf(composedFrom(built)))).toEqual(composedFrom(built));
  });

  test("finds agency, year, period and day as in a file", () => {
    const report = reportOf(composed());
    expect(report.agency.title?.value).toBe("威海市文登区商务局");
    expect(report.agency.signOff?.value).toBe("威海市文登区商务局");
    expect(report.reportYear?.value).toBe(2023);
    expect(report.period?.value).toEqual({ from: "2023-01-01", to: "2023-12-31" });
    expect(report.signedOn?.value).toBe("2024-01-20");
  });

  test("draws no finding where the report it says the same as draws none", () => {
    const report = reportOf(composed());
    expect(CHECKS.flatMap((check) => [...check.run(report, { previous: null })]).map(({ message }) => message)).toEqual([]);
  });

  test("marks the headings inside a section", () => {
    const overview = reportOf(composed()).sections.find(({ id }) => id === "overview");
    expect(overview?.paragraphs.map(({ heading }) => heading?.printed ?? null)).toEqual([
      null,
      "（一）",
      "（二）",
      "（三）",
      "（四）",
      "（五）",
    ]);
  });

  test("a cell that is not composed is not on the page, a blank one is blank, a text unread", () => {
    const [first, second, third, ...others] = composed().cells;
    if (!first || !second || !third) throw new Error("The composed report has no cells.");
    const report = reportOf(
      composed({ cells: [{ ...second, kind: "blank" }, { ...third, kind: "text", text: "若干" }, ...others] }),
    );
    expect(figureAt(report, first)).toBeNull();
    expect(report.tables.proactive?.cells.get(`${first.row}|${first.column}`)).toBeUndefined();
    expect(report.tables.proactive?.cells.get(`${second.row}|${second.column}`)?.kind).toBe("blank");
    expect(report.tables.proactive?.cells.get(`${third.row}|${third.column}`)).toMatchObject({ kind: "unread", raw: "若干" });
  });

  test("a table of which nothing is composed is not on the page", () => {
    const cells = composed().cells.filter(({ table }) => table !== "requests");
    expect(Object.keys(reportOf(composed({ cells })).tables)).toEqual(["proactive", "review_litigation"]);
  });

  test("without sign-off nobody signs", () => {
    const report = reportOf(composed({ signOff: null }));
    expect([report.agency.signOff, report.signedOn, report.closing]).toEqual([null, null, []]);
  });
});
