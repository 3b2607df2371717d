import { describe, expect, test } from "vitest";
import { wordFile } from "../../../test/builders/office-file.js";
import type { Grid } from "../../document/document.js";
import { readDocx } from "./read-docx.js";

const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith("<") ? text : p(text)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const width = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const goesOn = "<w:vMerge/>";

/** Each cell as "row,column rows×columns text". */
function drawn(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(
    ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text.replaceAll("\n", "/")}`,
  );
}

const blocksOf = (body: string) => readDocx(wordFile(body)).blocks;
const gridsOf = (body: string): Grid[] => blocksOf(body).filter((block) => block.kind === "grid");
const cellsOf = (body: string): string[] => drawn(gridsOf(body)[0]);

describe("cells", () => {
  test("know their place in the document", () => {
    const [first, second] = gridsOf(tbl(tr(tc("a"), tc("b"))) + tbl(tr(tc("c"), tc("d"))));
    expect(first?.cells[1]?.place).toEqual({ kind: "cell", table: 1, row: 1, column: 2 });
    expect(second?.cells[0]?.place).toEqual({ kind: "cell", table: 2, row: 1, column: 1 });
  });

  test("hold their paragraphs as lines", () => {
    expect(cellsOf(tbl(tr(tc(p("本年新") + p("") + p("制作数量")), tc("b"))))).toEqual(["0,0 1×1 本年新/制作数量", "0,1 1×1 b"]);
  });

  test("that are empty are there", () => {
    expect(cellsOf(tbl(tr(tc("a"), tc(""))))).toEqual(["0,0 1×1 a", "0,1 1×1 "]);
  });

  test("are found inside content controls", () => {
    const wrapped = (xml: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    expect(cellsOf(tbl(wrapped(tr(wrapped(tc("a")), tc(wrapped(p("b")))))))).toEqual(["0,0 1×1 a", "0,1 1×1 b"]);
  });
});

describe("merged cells", () => {
  test("span columns and rows", () => {
    const body = tbl(
      tr(tc("申请人", span(2)), tc("总计", restart)),
      tr(tc("自然人"), tc("法人"), tc("", goesOn)),
      tr(tc("1"), tc("2"), tc("3")),
    );
    expect(cellsOf(body)).toEqual([
      "0,0 1×2 申请人",
      "0,2 2×1 总计",
      "1,0 1×1 自然人",
      "1,1 1×1 法人",
      "2,0 1×1 1",
      "2,1 1×1 2",
      "2,2 1×1 3",
    ]);
  });

  test("end where another begins in the same column", () => {
    const body = tbl(tr(tc("a", restart), tc("1")), tr(tc("b", restart), tc("2")), tr(tc("x", goesOn), tc("3")));
    expect(cellsOf(body)).toEqual(["0,0 1×1 a", "0,1 1×1 1", "1,0 2×1 b", "1,1 1×1 2", "2,1 1×1 3"]);
  });

  test("that go on from nothing are cells of their own", () => {
    expect(cellsOf(tbl(tr(tc("a", goesOn), tc("b")), tr(tc("c"), tc("d", goesOn))))).toEqual([
      "0,0 1×1 a",
      "0,1 1×1 b",
      "1,0 1×1 c",
      "1,1 1×1 d",
    ]);
  });

  test("of old files are joined sideways, also over rows", () => {
    const body = tbl(
      tr(tc("a", `<w:hMerge w:val="restart"/>${restart}`), tc("", "<w:hMerge/>"), tc("b")),
      tr(tc("", `<w:hMerge w:val="restart"/>${goesOn}`), tc("", "<w:hMerge/>"), tc("c")),
      tr(tc("1"), tc("2"), tc("3")),
    );
    expect(cellsOf(body)).toEqual(["0,0 2×2 a", "0,2 1×1 b", "1,2 1×1 c", "2,0 1×1 1", "2,1 1×1 2", "2,2 1×1 3"]);
  });

  test("keep the text they had before a change of the merge only if it still stands", () => {
    const changed = `${span(2)}<w:tcPrChange><w:tcPr>${span(5)}</w:tcPr></w:tcPrChange>`;
    expect(cellsOf(tbl(tr(tc("a", changed)), tr(tc("b"), tc("c"))))).toEqual(["0,0 1×2 a", "1,0 1×1 b", "1,1 1×1 c"]);
  });
});

describe("columns", () => {
  test("skipped before a row are skipped", () => {
    const body = tbl(tr(tc("a"), tc("b")), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("c")}</w:tr>`);
    expect(cellsOf(body)).toEqual(["0,0 1×1 a", "0,1 1×1 b", "1,1 1×1 c"]);
  });

  test("in which no cell begins are not there", () => {
    expect(cellsOf(tbl(tr(tc("a", span(3)), tc("b", span(4))), tr(tc("c", span(3)), tc("d", span(4)))))).toEqual([
      "0,0 1×1 a",
      "0,1 1×1 b",
      "1,0 1×1 c",
      "1,1 1×1 d",
    ]);
  });

  test("follow the widths when the spans of the rows do not add up", () => {
    const body = tbl(
      tr(tc("第二十条", width(9000) + span(2_000_000_000))),
      tr(tc("a", width(3020)), tc("b", width(2990)), tc("c", width(2990))),
      tr(tc("d", width(3000)), tc("e", width(6000))),
    );
    expect(cellsOf(body)).toEqual(["0,0 1×3 第二十条", "1,0 1×1 a", "1,1 1×1 b", "1,2 1×1 c", "2,0 1×1 d", "2,1 1×2 e"]);
  });

  test("follow the spans when there are no widths to go by", () => {
    const body = tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), tc("e")));
    expect(cellsOf(body)).toEqual(["0,0 1×1 a", "0,1 1×1 b", "0,2 1×1 c", "1,0 1×1 d", "1,1 1×1 e"]);
  });

  test("beyond all reason end in an error or a small grid, not in a large one", () => {
    const skipping = `<w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>${tc("a")}${tc("b")}</w:tr>`;
    expect(gridsOf(tbl(skipping))[0]?.columns).toBe(2);
    const wide = () => gridsOf(tbl(tr(...Array.from({ length: 257 }, () => tc("x")))));
    expect(wide).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });
});

describe("rows", () => {
  test("that were deleted or are hidden are left out", () => {
    const marked = (mark: string, text: string) => `<w:tr><w:trPr><${mark}/></w:trPr>${tc(text)}${tc(text)}</w:tr>`;
    const document = readDocx(
      wordFile(tbl(tr(tc("a"), tc("b")), marked("w:del", "x"), marked("w:hidden", "y"), marked("w:ins", "c"))),
    );
    const grid = document.blocks.find((block) => block.kind === "grid");
    expect(drawn(grid)).toEqual(["0,0 1×1 a", "0,1 1×1 b", "1,0 1×1 c", "1,1 1×1 c"]);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["deletedTextSkipped"]);
  });

  test("without end are refused", () => {
    expect(() => gridsOf(tbl(...Array.from({ length: 4097 }, () => tr(tc("x"), tc("y")))))).toThrow(
      expect.objectContaining({ code: "FILE_TOO_COMPLEX" }),
    );
  });
});

describe("tables inside tables", () => {
  const inner = tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")));

  test("that only frame them vanish", () => {
    const blocks = blocksOf(tbl(tr(tc(p("附表") + inner + p("说明")))));
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind))).toEqual(["附表", "grid", "说明"]);
  });

  test("nested without end are refused", () => {
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(200)}${p("x")}${"</w:tc></w:tr></w:tbl>".repeat(200)}`;
    expect(() => blocksOf(deep)).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });
});
