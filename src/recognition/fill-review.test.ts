import { describe, expect, test } from "vitest";
import { buildDocument, buildGrid, formRows } from "../../test/builders/source-document.js";
import type { Block } from "../document/document.js";
import { annualReport2021 } from "../report/formats/annual-report-2021.js";
import { recogniseReport } from "./recognise-report.js";

const HEADS = formRows(annualReport2021, "review_litigation", () => "").slice(0, 3);
const COUNTS = Array.from({ length: 15 }, (_, at) => String(at + 1));

function read(...grids: readonly Block[]) {
  const report = recogniseReport(buildDocument(["四、政府信息公开行政复议、行政诉讼情况", ...grids]), "a.docx");
  const cells = [...(report?.tables.review_litigation?.cells.values() ?? [])];
  const texts = cells.map((cell) => (cell.kind === "number" ? cell.value : cell.kind));
  return { texts, notes: report?.notes.map(({ noteId }) => noteId), surplus: report?.tables.review_litigation?.surplus.length };
}

const INORDER = COUNTS.map(Number);

describe("the table on reconsideration and litigation", () => {
  test("is one row of fifteen figures", () => {
    expect(read(buildGrid([...HEADS, COUNTS]))).toEqual({ texts: INORDER, notes: [], surplus: 0 });
  });

  test("keeps five blanks in front of ten zeros where they stand", () => {
    const row = [...Array.from({ length: 5 }, () => ""), ...Array.from({ length: 10 }, () => "0")];
    const expected = row.map((text) => (text === "" ? "blank" : 0));
    expect(read(buildGrid([...HEADS, row])).texts).toEqual(expected);
    expect(read(buildGrid([...HEADS, row], { ragged: true })).texts).toEqual(expected);
  });

  test("a sixteenth zero belongs to no column", () => {
    const zeros = Array.from({ length: 16 }, () => "0");
    expect(read(buildGrid([...HEADS, zeros], { ragged: true }))).toEqual({
      texts: zeros.slice(1).map(Number),
      notes: ["surplusNumbers"],
      surplus: 1,
    });
  });

  test("fewer figures without column lines prove nothing", () => {
    const { texts, notes } = read(buildGrid([...HEADS, COUNTS.slice(3)], { ragged: true }));
    expect(new Set(texts)).toEqual(new Set(["unread"]));
    expect(notes).toEqual(["notPlaced"]);
  });

  test("two halves in two grids are one row", () => {
    const first = buildGrid([[{ text: "行政复议", right: 5 }], HEADS[2]?.slice(0, 5) ?? [], COUNTS.slice(0, 5)]);
    const second = buildGrid([
      [{ text: "行政诉讼", right: 10 }],
      [
        { text: "未经复议直接起诉", right: 5 },
        { text: "复议后起诉", right: 5 },
      ],
      HEADS[2] ?? [],
      COUNTS.slice(5),
    ]);
    expect(read(first, second).texts).toEqual(INORDER);
  });

  test("a row for each block is read by its label", () => {
    const heads = ["", "结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const rows = [
      ["行政复议", ...COUNTS.slice(0, 5)],
      ["未经复议直接起诉", ...COUNTS.slice(5, 10)],
      ["复议后起诉", ...COUNTS.slice(10)],
    ];
    expect(read(buildGrid([heads, ...rows])).texts).toEqual(INORDER);
  });
});
