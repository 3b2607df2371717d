import { describe, expect, test } from "vitest";
import { odtFile, zipOf } from "../../../test/builders/office-file.js";
import type { Grid, SourceDocument } from "../../document/document.js";
import { readOdt } from "./read-odt.js";

const p = (text: string): string => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = ""): string => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
const covered = "<table:covered-table-cell/>";
const row = (...cells: string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const table = (...rows: string[]): string => `<table:table><table:table-column/>${rows.join("")}</table:table>`;

const textsOf = (document: SourceDocument): string[] =>
  document.blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
const read = (body: string): string[] => textsOf(readOdt(odtFile(body)));

function cellsOf(body: string): string[] {
  const grid = readOdt(odtFile(body)).blocks.find((block): block is Grid => block.kind === "grid");
  return (grid?.cells ?? []).map(
    ({ row: at, column, rowSpan, columnSpan, text }) => `${at},${column} ${rowSpan}×${columnSpan} ${text}`,
  );
}

describe("text", () => {
  test.each([
    ["spans are joined", p("1<text:span>2</text:span><text:bookmark/>3"), "123"],
    ["counted spaces, tabs and line breaks are kept", p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), "a   b\tc\nd"],
    ["white space of the file counts once", p("\n  a\n  <text:span>  b </text:span> c"), "a b c"],
    [
      "notes and comments are not in the text",
      p("a<text:note>1</text:note><office:annotation><text:p>x</text:p></office:annotation>b"),
      "ab",
    ],
    [
      "a table of contents only repeats the headings",
      `<text:table-of-content><text:index-body>${p("一、甲1")}</text:index-body></text:table-of-content>${p("一、甲")}`,
      "一、甲",
    ],
    ["hidden text is not seen", p("a<text:hidden-text>x</text:hidden-text>"), "a"],
    [
      "readings above characters are left out",
      p("<text:ruby><text:ruby-base>都</text:ruby-base><text:ruby-text>dū</text:ruby-text></text:ruby>"),
      "都",
    ],
  ])("%s", (_, body, text) => {
    expect(read(body)).toEqual([text]);
  });

  test("hidden by its style is not seen", () => {
    const automaticStyles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
    expect(textsOf(readOdt(odtFile(p('a<text:span text:style-name="T1">x</text:span>b'), { automaticStyles })))).toEqual(["ab"]);
  });

  test("of headings has a level", () => {
    expect(readOdt(odtFile('<text:section><text:h text:outline-level="2">甲</text:h></text:section>')).blocks).toEqual([
      { kind: "paragraph", text: "甲", level: 2, place: { kind: "paragraph", paragraph: 1 } },
    ]);
  });

  test("in a text box follows its paragraph; pictures are blocks", () => {
    const box = `<draw:frame><draw:text-box>${p("框")}</draw:text-box></draw:frame>`;
    expect(read(p(`段${box}`))).toEqual(["段", "框"]);
    expect(read(p("<draw:frame><draw:object/><draw:image/></draw:frame>图"))).toEqual(["picture", "图"]);
  });

  test("deleted under change tracking is left out, with a note", () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p("旧")}</text:deletion></text:changed-region></text:tracked-changes>`;
    const document = readOdt(odtFile(changes + p("新<text:change/>")));
    expect(textsOf(document)).toEqual(["新"]);
    expect(document.notes).toEqual([{ noteId: "deletedTextSkipped", message: "文件带有修订痕迹，已删除的文字未计入（1 处）。" }]);
  });
});

describe("lists", () => {
  const styles = `<text:list-style style:name="L1">
    <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
    <text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）" text:display-levels="1"/>
  </text:list-style>`;
  const item = (xml: string, attributes = ""): string => `<text:list-item ${attributes}>${xml}</text:list-item>`;
  const list = (items: string, attributes = ""): string => `<text:list text:style-name="L1" ${attributes}>${items}</text:list>`;
  const readList = (body: string): string[] => textsOf(readOdt(odtFile(body, { styles })));

  test("write their numbers before the first paragraph of each item", () => {
    const inner = (items: string) => `<text:list>${items}</text:list>`;
    const body = list(
      item(p("甲") + p("续")) + item(p("乙") + inner(item(p("一")) + item(p("二")))) + item(p("丙") + inner(item(p("三")))),
    );
    expect(readList(body)).toEqual(["一、甲", "续", "二、乙", "（1）一", "（2）二", "三、丙", "（1）三"]);
  });

  test("start anew, or go on where they say so", () => {
    const first = list(item(p("甲")), 'xml:id="a"');
    expect(readList(first + p("段") + list(item(p("乙"))))).toEqual(["一、甲", "段", "一、乙"]);
    expect(readList(first + p("段") + list(item(p("乙")), 'text:continue-numbering="true"'))).toEqual(["一、甲", "段", "二、乙"]);
    expect(readList(first + list(item(p("乙"))) + list(item(p("丙")), 'text:continue-list="a"'))).toEqual([
      "一、甲",
      "一、乙",
      "二、丙",
    ]);
    expect(readList(list(item(p("乙"), 'text:start-value="5"')))).toEqual(["五、乙"]);
  });

  test("number headings by the outline", () => {
    const outline =
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." loext:num-list-format="%1%、"/></text:outline-style>';
    const h = '<text:h text:outline-level="1">甲</text:h>';
    expect(textsOf(readOdt(odtFile(h + h, { styles: outline })))).toEqual(["一、甲", "二、甲"]);
  });
});

describe("tables", () => {
  test("have merged cells once, the covered ones not at all", () => {
    const body = table(
      row(cell("申请人", 'table:number-columns-spanned="2"'), covered, cell("总计", 'table:number-rows-spanned="2"')),
      row(cell("自然人"), cell("法人"), covered),
    );
    expect(cellsOf(body)).toEqual(["0,0 1×2 申请人", "0,2 2×1 总计", "1,0 1×1 自然人", "1,1 1×1 法人"]);
  });

  test("write out repeated cells and rows, but not the empty end of a sheet", () => {
    const repeated = `<table:table-row table:number-rows-repeated="2">${cell("0", 'table:number-columns-repeated="2"')}</table:table-row>`;
    const end =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    expect(cellsOf(table(repeated, end))).toEqual(["0,0 1×1 0", "0,1 1×1 0", "1,0 1×1 0", "1,1 1×1 0"]);
  });

  test("repeated without end are refused", () => {
    const rows = `<table:table-row table:number-rows-repeated="1000000">${cell("0")}${cell("1")}</table:table-row>`;
    const columns = row(cell("0", 'table:number-columns-repeated="1000000"'));
    expect(() => cellsOf(table(rows))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
    expect(() => cellsOf(table(columns))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("leave out rows that are hidden or were deleted as a whole", () => {
    const automaticStyles =
      '<style:style style:name="R1"><style:table-row-properties loext:text-changes-only="false"/></style:style>';
    const changed = (text: string) => `<table:table-row table:style-name="R1">${cell(text)}${cell("0")}</table:table-row>`;
    const hidden = `<table:table-row table:visibility="collapse">${cell("隐")}${cell("0")}</table:table-row>`;
    const document = readOdt(
      odtFile(table(row(cell("甲"), cell("1")), changed("删"), changed("<text:change-start/>增"), hidden), { automaticStyles }),
    );
    const grid = document.blocks.find((block): block is Grid => block.kind === "grid");
    expect(grid?.cells.map(({ text }) => text)).toEqual(["甲", "1", "增", "0"]);
  });

  test("spans reach no farther than the table", () => {
    expect(cellsOf(table(row(cell("a", 'table:number-rows-spanned="65535"'), cell("b")), row(covered, cell("c"))))).toEqual([
      "0,0 2×1 a",
      "0,1 1×1 b",
      "1,1 1×1 c",
    ]);
  });
});

describe("the package", () => {
  test("with a password is told apart from a damaged one", () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const file = zipOf({ "content.xml": "ciphertext", "META-INF/manifest.xml": manifest });
    expect(() => readOdt(file)).toThrow(expect.objectContaining({ code: "FILE_PROTECTED" }));
    expect(() => readOdt(zipOf({ "content.xml": "ciphertext" }))).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });

  test("says what made it", () => {
    const meta =
      '<m xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>报告</dc:title><meta:generator>LibreOffice</meta:generator></m>';
    expect([...readOdt(odtFile(p("a"), { parts: { "meta.xml": meta } })).metadata]).toEqual([
      ["title", "报告"],
      ["application", "LibreOffice"],
    ]);
  });
});
