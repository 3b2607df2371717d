import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  AGENCY_ID,
  AS_OF,
  aDay,
  buildReport2024,
  monthlyFigures,
  simpleCase,
  tallyOf2025,
} from "../../test/builders/register-year.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { composeDraft } from "./compose-draft.js";
import {
  type CheckResult,
  type Edition,
  type FreezeQuestion,
  type FreezeRefusalId,
  freezeReport,
  isUnchanged,
} from "./freeze-report.js";
import { openBooks } from "./open-books.js";
import { type ReportDraft, toWriteIn, writtenAt } from "./report-draft.js";
import type { TallyResult } from "./tally-result.js";
import type { TallyQuestion } from "./tally-year.js";

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const REQUESTS = [simpleCase("r1", "2025-03-03", "2025-03-20"), simpleCase("r2", "2025-12-20", null)];
const FIGURES = monthlyFigures(annualReport2021, 2025);

const tallied = (question: Partial<TallyQuestion> = {}, requests = REQUESTS): TallyResult =>
  tallyOf2025({ requests, figures: FIGURES }, question);

function draftOf(tally: TallyResult): ReportDraft {
  const draft = composeDraft({
    agency: "威海市文登区商务局",
    isGovernment: false,
    format: annualReport2021,
    tally,
    facts: {
      requests: { letters: 2, byChannel: [], meanWorkingDays: 13, extended: 0 },
      fees: { notices: 0, paid: 0, paidYuan: 0, lapsed: 0 },
      published: null,
      channels: null,
      trainings: null,
      proposals: null,
    },
    signedOn: aDay("2026-01-20"),
  });
  return toWriteIn(draft).reduce((soFar, { id }) => writtenAt(soFar, id, ["已写明。"]), draft);
}

const questionOf = (changes: Partial<FreezeQuestion> = {}): FreezeQuestion => {
  const tally = changes.tally ?? tallied();
  return { draft: draftOf(tally), tally, checks: [], reasons: [], hash, ...changes };
};

const refusalsOf = (changes: Partial<FreezeQuestion>): FreezeRefusalId[] => {
  const result = freezeReport(questionOf(changes));
  return result.frozen ? [] : result.refusals.map(({ refusalId }) => refusalId);
};

const editionOf = (changes: Partial<FreezeQuestion> = {}): Edition => {
  const result = freezeReport(questionOf(changes));
  if (!result.frozen) throw new Error(result.refusals.map(({ message }) => message).join("\n"));
  return result.edition;
};

const check = (checkId: string, severity: CheckResult["severity"], fingerprint = "f1"): CheckResult => ({
  fingerprint,
  checkId,
  severity,
  message: "某处有问题。",
});

describe("a first edition", () => {
  test("holds the report, the tables with their records, the results of the checks and the reasons", () => {
    const checks = [check("plausibility/jump", "warning"), check("plausibility/counts", "question", "f2")];
    const reasons = [
      { fingerprint: "f1", reason: "情况属实。", by: "乙" },
      { fingerprint: "gone", reason: "不再有的问题。", by: "乙" },
    ];
    const edition = editionOf({ checks, reasons });
    expect(edition).toMatchObject({ agencyId: AGENCY_ID, year: 2025, edition: 1, asOf: AS_OF, reason: null });
    expect(edition.body).toMatchObject({ checks, reasons: reasons.slice(0, 1), correction: null });
    expect(edition.body.tally.cells.find(({ row, column }) => row === "carried_out" && column === "total")?.records).toEqual([
      "r2",
    ]);
  });

  test("has the hash of its content, whatever the order of keys, and another one for any change", () => {
    const edition = editionOf();
    expect(isUnchanged(edition, hash)).toBe(true);
    expect(isUnchanged({ ...edition, body: JSON.parse(JSON.stringify(edition.body)) as Edition["body"] }, hash)).toBe(true); // as a store gives it back
    const { report } = edition.body;
    expect(isUnchanged({ ...edition, body: { ...edition.body, report: { ...report, title: `${report.title} ` } } }, hash)).toBe(
      false,
    );
    expect(editionOf().contentHash).toBe(edition.contentHash);
  });
});

describe("freezing is refused", () => {
  test.each([
    ["a wrong sum", { checks: [check("footing/column-totals", "error")] }, ["arithmetic"]],
    [
      "a wrong sum even with a reason",
      { checks: [check("roll-forward/requests", "error")], reasons: [{ fingerprint: "f1", reason: "无妨", by: "乙" }] },
      ["arithmetic"],
    ],
    ["a warning without a reason", { checks: [check("plausibility/jump", "warning")] }, ["noReason"]],
    [
      "a warning with an empty reason",
      { checks: [check("plausibility/jump", "warning")], reasons: [{ fingerprint: "f1", reason: "　", by: "乙" }] },
      ["noReason"],
    ],
    ["another error without a reason", { checks: [check("tie-out/outcomes", "error")] }, ["noReason"]],
  ] satisfies [string, Partial<FreezeQuestion>, FreezeRefusalId[]][])("for %s", (_name, changes, refusals) => {
    expect(refusalsOf(changes)).toEqual(refusals);
  });

  test("not for a question", () => {
    expect(refusalsOf({ checks: [check("plausibility/counts", "question")] })).toEqual([]);
  });

  test("before the year is over", () => {
    expect(refusalsOf({ tally: tallied({ until: aDay("2025-06-30") }) })).toContain("notOver");
    expect(refusalsOf({ tally: tallied({ asOf: "2025-12-31T15:59:59.999Z" }) })).toContain("notOver");
    expect(refusalsOf({ tally: tallied({ asOf: "2025-12-31T16:00:00.000Z" }) })).toEqual([]);
  });

  test("while a place is not written, but not for one that may stay empty", () => {
    const draft = draftOf(tallied());
    const hole = (isRequired: boolean): ReportDraft => ({
      ...draft,
      sections: draft.sections.map((section) =>
        section.id === "problems"
          ? { ...section, paragraphs: [{ kind: "to-write", id: "x", hint: "写明问题。", isRequired }, ...section.paragraphs] }
          : section,
      ),
    });
    expect(refusalsOf({ draft: hole(true) })).toEqual(["toWrite"]);
    expect(refusalsOf({ draft: hole(false) })).toEqual([]);
  });

  test("when a cell is not what the register says", () => {
    const draft = draftOf(tallied());
    const cells = draft.cells.map((cell) =>
      cell.row === "granted" && cell.kind === "number" ? { ...cell, value: cell.value + 1 } : cell,
    );
    const result = freezeReport(questionOf({ draft: { ...draft, cells } }));
    expect(result.frozen ? [] : result.refusals.map(({ message }) => message)[0]).toBe(
      "表格中“（一）予以公开·自然人”与台账统计的数字不一致，不能定稿。",
    );
  });

  test("while a difference to last year's report is not explained", () => {
    const opening = openBooks(buildReport2024({ carriedOut: 1, valid: 0 }), { agencyId: AGENCY_ID });
    const openings = opening === null ? [] : [opening];
    expect(refusalsOf({ tally: tallied({ openings }) })).toEqual(["unexplained"]);
    const explanations = [
      {
        table: "requests" as const,
        row: "carried_in",
        column: "natural",
        agencyId: AGENCY_ID,
        reason: "上年报告误填，实际已全部办结。",
      },
    ];
    expect(refusalsOf({ tally: tallied({ openings, explanations }) })).toEqual([]);
  });
});

describe("a correction", () => {
  const first = editionOf();
  const later = tallied({ asOf: "2026-03-01T00:00:00.000Z" }, [
    ...REQUESTS,
    simpleCase("r3", "2025-05-06", "2025-05-20", "business"),
  ]);

  test("is the next edition, with its reason and every cell that changed", () => {
    const edition = editionOf({ tally: later, correction: { previous: first, reason: "漏登一件。" } });
    expect(edition).toMatchObject({ edition: 2, reason: "漏登一件。" });
    expect(edition.body.correction?.ofHash).toBe(first.contentHash);
    const changed = edition.body.correction?.differences ?? [];
    expect(changed.map(({ row, column }) => `${row} ${column}`)).toEqual([
      "new_received business",
      "new_received total",
      "granted business",
      "granted total",
      "results_total business",
      "results_total total",
    ]);
    expect(changed[0]).toEqual({
      table: "requests",
      row: "new_received",
      column: "business",
      before: { kind: "number", value: 0 },
      after: { kind: "number", value: 1 },
      added: ["r3"],
      removed: [],
    });
    expect(first.edition).toBe(1);
  });

  test("needs a reason and something that changed", () => {
    expect(refusalsOf({ tally: later, correction: { previous: first, reason: " " } })).toEqual(["noCorrectionReason"]);
    expect(refusalsOf({ correction: { previous: first, reason: "更正" } })).toEqual(["nothingChanged"]);
  });

  test("of the text alone has no changed cell", () => {
    const draft = { ...draftOf(tallied()), remarks: ["（此件公开发布）"] };
    const edition = editionOf({ draft, correction: { previous: first, reason: "补充说明。" } });
    expect(edition.body.correction?.differences).toEqual([]);
  });
});
