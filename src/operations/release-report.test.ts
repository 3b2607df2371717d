import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { composedReport } from "../../test/builders/composed-report.js";
import { composedFrom } from "../report/composed-from.js";
import type { ComposedReport } from "../report/composed-report.js";
import { writeDocx } from "../writers/annual-report/write-docx.js";
import { writeJson } from "../writers/annual-report/write-json.js";
import { endChild } from "./child-reader.js";
import { composedFromJson } from "./composed-from-json.js";
import { readReport } from "./read-report.js";
import { RELEASE_FORMATS, readBack, releaseReport } from "./release-report.js";

const CORPUS = join(import.meta.dirname, "..", "..", "test", "corpus");
const seeds = readdirSync(join(CORPUS, "seeds"))
  .filter((file) => file.endsWith(".txt"))
  .map((file) => join("seeds", file));
const twins = ["made/f0.docx", "made/f1.docx", "made/f2.docx"];

afterAll(endChild);

describe("a report that was read is written anew and reads back equal", () => {
  test.each([...seeds, ...twins].flatMap((file) => RELEASE_FORMATS.map((format) => [file, format] as const)))(
    "%s as %s",
    async (file, format) => {
      const { report } = await readReport(join(CORPUS, file));
      const [released] = await releaseReport(composedFrom(report), { formats: [format] });
      expect(released?.name).toMatch(new RegExp(`年度报告\\.${format}$`));
    },
  );
});

test("blank cells stay blank in every form, also whole tables of them", async () => {
  const files = await releaseReport(composedReport({}, () => ({ kind: "blank" })));
  expect(files.map(({ format }) => format)).toEqual(RELEASE_FORMATS);
});

test.each([
  [
    "signs",
    composedReport({ format: "f2019" }, ({ column }, at) => ({ kind: "number", value: column === "change" ? at - 8 : at })),
  ],
  [
    "remarks",
    composedReport({}, ({ table }) => ({ kind: "number", value: 22, ...(table === "proactive" && { note: "其中修订16件" }) })),
  ],
  ["four decimals", composedReport({}, ({ column }) => ({ kind: "number", value: column === "amount_wan" ? 59237.2449 : 1 }))],
  [
    "units",
    composedReport({ format: "f2019" }, ({ column }) => ({
      kind: "number",
      value: 251000,
      ...(column === "amount" && { unit: "元" }),
    })),
  ],
  // Fonts have one glyph for each of these pairs, and readers of pdf take it for a single sign.
  ["signs that fonts join", composedReport({ preface: ["我局——全市唯一的办事机构……主动公开office、find、flow等信息1/2。"] })],
  ["lines after the sign-off", composedReport({ remarks: ["（此件公开发布）"] })],
  ["notes below a table", withNote(composedReport())],
] satisfies [string, ComposedReport][])("%s are read back as they were written", async (_, report) => {
  const files = await releaseReport(report);
  expect(files).toHaveLength(RELEASE_FORMATS.length);
});

function withNote(report: ComposedReport): ComposedReport {
  const sections = report.sections.map((section) =>
    section.id === "review_litigation" ? { ...section, notes: ["注：行政复议、行政诉讼数量含上年度结转数量。"] } : section,
  );
  return { ...report, sections };
}

describe("a file that says something else is found", () => {
  const report = composedReport();
  const changed: readonly [string, ComposedReport, string][] = [
    [
      "a figure",
      { ...report, cells: report.cells.map((cell, at) => (at === 40 ? { ...cell, kind: "number", value: 4711 } : cell)) },
      "三、收到和处理政府信息公开申请情况",
    ],
    [
      "a blank for a zero",
      {
        ...report,
        cells: report.cells.map((cell, at) =>
          at === 0 ? { table: cell.table, row: cell.row, column: cell.column, kind: "blank" } : cell,
        ),
      },
      "规章",
    ],
    ["a paragraph", { ...report, preface: [...report.preface, "另有一段。"] }, "前言"],
    [
      "a heading",
      {
        ...report,
        sections: report.sections.map((section) => (section.id === "other" ? { ...section, heading: "六、其他" } : section)),
      },
      "标题",
    ],
    ["the sign-off", { ...report, signOff: null }, "落款"],
    ["the title", { ...report, title: `${report.title}（草案）` }, "标题"],
  ];
  test.each(changed)("%s", async (_, other, where) => {
    const differences = await readBack(other, "docx", writeDocx(report));
    expect(differences).not.toEqual([]);
    expect(differences.map((difference) => difference.where).join()).toContain(where);
  });
});

test("words in a cell that our readers take for a figure are refused, and nothing is released", async () => {
  const report = composedReport({}, (_, at) => (at === 0 ? { kind: "text", text: "5" } : { kind: "number", value: 1 }));
  await expect(releaseReport(report, { formats: ["json", "docx"] })).rejects.toMatchObject({
    code: "READ_BACK_DIFFERS",
    data: { format: "docx", count: 1, written: "“5”", read: "5" },
  });
});

test("a json file is read as the report it was written from", () => {
  expect(composedFromJson(writeJson(composedReport()))).toEqual(composedReport());
});

test.each([
  ["no json", "{"],
  ["no report", "{}"],
  [
    "a cell the form does not have",
    JSON.stringify({
      ...JSON.parse(new TextDecoder().decode(writeJson(composedReport()))),
      requests: { granted: { 自然人: 1 } },
    }),
  ],
])("%s is refused with what is wrong", (_, json) => {
  expect(() => composedFromJson(new TextEncoder().encode(json))).toThrow(/不符合年度报告的格式/);
});

test("texts that a spreadsheet takes for a formula are kept apart in csv and read back", async () => {
  const report = composedReport({ agency: "=1+1" }, (_, at) =>
    at === 0 ? { kind: "text", text: '-"约五件",\n+2' } : { kind: "blank" },
  );
  const [csv] = await releaseReport(report, { formats: ["csv"] });
  expect(new TextDecoder().decode(csv?.bytes)).toContain(",'=1+1,");
});
