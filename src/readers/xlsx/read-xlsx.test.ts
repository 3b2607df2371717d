import { describe, expect, test } from "vitest";
import { type SheetSpec, workbookFile, zipOf } from "../../../test/builders/office-file.js";
import type { Grid } from "../../document/document.js";
import { readXlsx } from "./read-xlsx.js";

const text = (at: string, value: string, style = 0): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: string, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (at: number, ...cells: string[]): string => `<row r="${at}">${cells.join("")}</row>`;
const sheet = (rows: string, merges: readonly string[] = []): SheetSpec => ({
  name: "表一",
  xml: `<sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
});

/** Styles: 1 has a border, 2 a date, 3 a percentage, 4 the unit 万元. */
const STYLES = `<numFmts><numFmt numFmtId="200" formatCode="0.00&quot;万元&quot;"/></numFmts>
  <borders><border><left/></border><border><left style="thin"/></border></borders>
  <cellStyleXfs><xf borderId="1"/></cellStyleXfs>
  <cellXfs><xf/><xf borderId="1"/><xf numFmtId="31"/><xf numFmtId="10"/><xf numFmtId="200"/></cellXfs>`;

const blocksOf = (spec: SheetSpec) => readXlsx(workbookFile([spec], { styles: STYLES })).blocks;
const shown = (spec: SheetSpec): string[] =>
  blocksOf(spec).map((block) => {
    if (block.kind === "paragraph") return block.text;
    if (block.kind === "picture") return "picture";
    return block.cells
      .map(({ row: at, column, rowSpan, columnSpan, text: value }) => `${at},${column} ${rowSpan}×${columnSpan} ${value}`)
      .join(" | ");
  });

describe("values", () => {
  test.each([
    ["a number as it was typed, not as it is stored", number("A1", "59237.244899999998"), "59237.2449"],
    ["a whole number", number("A1", "347"), "347"],
    ["the unit of a format", number("A1", "347.92", 4), "347.92万元"],
    ["a date only where the style says so", number("A1", "44216", 2), "2021年1月20日"],
    ["a percentage", number("A1", "0.0108", 3), "1.08%"],
    ["a text", text("A1", "总计"), "总计"],
    ["the value a formula had", '<c r="A1"><f>SUM(B1:B9)</f><v>21</v></c>', "21"],
    ["the text a formula had", '<c r="A1" t="str"><f>B1</f><v>合计</v></c>', "合计"],
    ["yes and no", '<c r="A1" t="b"><v>1</v></c>', "TRUE"],
    ["an error as it is shown", '<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"],
    ["escaped characters", text("A1", "a_x000A_b"), "a\nb"],
  ])("%s", (_, cell, value) => {
    const [block] = blocksOf(sheet(row(1, cell, text("B1", "x"))));
    expect(block?.kind === "grid" && block.cells[0]?.text).toBe(value);
  });

  test("shared texts are joined from their runs, without readings", () => {
    const strings = "<si><r><t>政府</t></r><r><t>信息</t></r><rPh><t>xìn</t></rPh></si><si><t>公开</t></si>";
    const cells = row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>');
    const [block] = readXlsx(workbookFile([sheet(cells)], { strings })).blocks;
    expect(block?.kind === "grid" && block.cells.map((cell) => cell.text)).toEqual(["政府信息", "公开"]);
    const missing = workbookFile([sheet(row(1, '<c r="A1" t="s"><v>7</v></c>'))], { strings });
    expect(() => readXlsx(missing)).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });

  test("dates of the calendar of 1904", () => {
    const bytes = workbookFile([sheet(row(1, number("A1", "0", 2), text("B1", "x")))], {
      styles: STYLES,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    const [block] = readXlsx(bytes).blocks;
    expect(block?.kind === "grid" && block.cells[0]?.text).toBe("1904年1月1日");
  });
});

describe("grids", () => {
  test("know their place in the sheet", () => {
    const [block] = blocksOf(sheet(row(3, text("B3", "规章"), number("D3", "1"))));
    expect(block).toEqual({
      kind: "grid",
      rows: 1,
      columns: 2,
      cells: [
        {
          row: 0,
          column: 0,
          rowSpan: 1,
          columnSpan: 1,
          text: "规章",
          place: { kind: "sheet", sheet: "表一", row: 3, column: 2 },
        },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: "1", place: { kind: "sheet", sheet: "表一", row: 3, column: 4 } },
      ],
      ragged: false,
      place: { kind: "sheet", sheet: "表一", row: 3, column: 2 },
    });
  });

  test("have merged cells once and empty cells too", () => {
    const rows =
      row(1, text("A1", "项目"), text("B1", "数量"), text("C1", "备注")) +
      row(2, text("A2", "规章"), number("B2", "3")) +
      row(3, text("B3", "4"), text("C3", "x"));
    expect(shown(sheet(rows, ["A2:A3"]))).toEqual([
      "0,0 1×1 项目 | 0,1 1×1 数量 | 0,2 1×1 备注 | 1,0 2×1 规章 | 1,1 1×1 3 | 1,2 1×1  | 2,1 1×1 4 | 2,2 1×1 x",
    ]);
  });

  test("keep a drawn row that nobody filled", () => {
    const empty = row(2, '<c r="A2" s="1"/>', '<c r="B2" s="1"/>');
    expect(shown(sheet(row(1, text("A1", "结果维持"), text("B1", "总计")) + empty))).toEqual([
      "0,0 1×1 结果维持 | 0,1 1×1 总计 | 1,0 1×1  | 1,1 1×1 ",
    ]);
  });

  test("do not grow with the distance of their cells", () => {
    const [block] = blocksOf(
      sheet(row(1, text("A1", "a"), text("B1", "b")) + row(1_048_576, text("A1048576", "c"), text("XFD1048576", "d"))),
    );
    expect(block?.kind === "grid" && [block.rows, block.columns]).toEqual([2, 3]);
  });

  test("are as large as merges over the whole sheet let them be", () => {
    const all = Array.from({ length: 50 }, () => "A1:XFD1048576");
    expect(shown(sheet(row(1, text("A1", "a"), text("B1", "b")) + row(2, text("A2", "c"), text("B2", "d")), all))).toEqual([
      "0,0 2×2 a",
    ]);
  });

  test("have no end of rows or columns but the limit", () => {
    const rows = Array.from({ length: 4097 }, (_, index) =>
      row(index + 1, number(`A${index + 1}`, "1"), number(`B${index + 1}`, "2")),
    ).join("");
    const columns = row(1, ...Array.from({ length: 257 }, () => "<c><v>1</v></c>"));
    expect(() => blocksOf(sheet(rows))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
    expect(() => blocksOf(sheet(columns))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("cost nothing for a hundred thousand empty rows", () => {
    const rows =
      row(1, text("A1", "a"), text("B1", "b")) +
      Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 2}" s="1"><c s="1"/></row>`).join("");
    const [block] = blocksOf(sheet(rows));
    expect(block?.kind === "grid" && block.rows).toBeLessThan(6);
  });
});

describe("lone texts", () => {
  const pair = (at: number): string => row(at, text(`A${at}`, "规章"), number(`B${at}`, "1"));
  const kinds = (spec: SheetSpec): string[] =>
    blocksOf(spec).map((block) => (block.kind === "paragraph" ? block.text : block.kind));

  test("above, below and apart from a table are paragraphs, each line one", () => {
    expect(kinds(sheet(row(1, text("A1", "一、总体情况\n正文")) + pair(2) + row(4, text("A4", "附注")) + pair(6) + row(7, text("A7", "某局"))))).toEqual([
      "一、总体情况", "正文", "grid", "附注", "grid", "某局",
    ]); // biome-ignore format: one line reads better
  });

  test("between two rows of a table are bands of it, unless they are headings or sentences", () => {
    expect(kinds(sheet(pair(1) + row(2, text("A2", "第二十条第（五）项")) + pair(3)))).toEqual(["grid"]);
    expect(kinds(sheet(pair(1) + row(2, text("A2", "规章")) + row(3, text("A3", "第二十条第（五）项")) + pair(4)))).toEqual([
      "grid",
    ]);
    expect(kinds(sheet(pair(1) + row(2, text("A2", "三、收到和处理情况")) + pair(3)))).toEqual([
      "grid",
      "三、收到和处理情况",
      "grid",
    ]);
    expect(kinds(sheet(pair(1) + row(2, text("A2", "长".repeat(60))) + pair(3)))).toEqual(["grid", "长".repeat(60), "grid"]);
  });

  test("merged like the bands below are the first band of the table", () => {
    const rows =
      row(1, text("A1", "标题")) + row(2, text("A2", "第（一）项")) + pair(3) + row(4, text("A4", "第（五）项")) + pair(5);
    expect(kinds(sheet(rows, ["A1:F1", "A2:B2", "A4:B4"]))).toEqual(["标题", "grid"]);
  });

  test("with drawn cells beside them, or under a tall merged cell, are rows of the table", () => {
    expect(kinds(sheet(pair(1) + row(2, text("A2", "四、结转下年度"), '<c r="B2" s="1"/>')))).toEqual(["grid"]);
    expect(
      kinds(
        sheet(row(1, text("A1", "三、办理结果"), text("B1", "1.")) + row(2, text("B2", "2.")) + row(3, text("B3", "3.")), [
          "A1:A3",
        ]),
      ),
    ).toEqual(["grid"]);
  });
});

describe("sheets", () => {
  test("that are hidden are left out with a note", () => {
    const hidden: SheetSpec = { name: "底稿", xml: `<sheetData>${row(1, text("A1", "x"))}</sheetData>`, state: "veryHidden" };
    const document = readXlsx(workbookFile([hidden, sheet(row(1, text("A1", "a")))]));
    expect(document.blocks.map((block) => block.kind === "paragraph" && block.text)).toEqual(["a"]);
    expect(document.notes).toEqual([{ noteId: "unreadPart", message: "文件中有一部分无法读出：隐藏的工作表“底稿”。" }]);
  });

  test("with hidden rows and columns show the others, with a note", () => {
    const rows = `${row(1, text("A1", "规章"), number("B1", "7"), number("C1", "1"))}<row r="2" hidden="1">${number("A2", "9")}</row>${row(3, text("A3", "行政许可"), number("B3", "7"), number("C3", "2"))}`;
    const spec = { name: "表一", xml: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rows}</sheetData>` };
    expect(shown(spec)).toEqual(["0,0 1×1 规章 | 0,1 1×1 1 | 1,0 1×1 行政许可 | 1,1 1×1 2"]);
    expect(readXlsx(workbookFile([spec])).notes.map(({ message }) => message)).toEqual([
      "文件中有一部分无法读出：工作表“表一”中隐藏的行或列（3 格）。",
    ]);
  });

  test("are read in their order, each with its name", () => {
    const document = readXlsx(
      workbookFile([
        { ...sheet(row(1, text("A1", "a"))), name: "__proto__" },
        { ...sheet(row(1, text("A1", "b"))), name: "表二" },
      ]),
    );
    expect(document.blocks.map((block) => (block as Grid).place)).toEqual([
      // every block has a place
      { kind: "sheet", sheet: "__proto__", row: 1, column: 1 },
      { kind: "sheet", sheet: "表二", row: 1, column: 1 },
    ]);
  });

  test("that are missing make the file a damaged one", () => {
    expect(() => readXlsx(zipOf({ "a.txt": "" }))).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });
});
