import { describe, expect, test } from "vitest";
import type { Grid } from "../../document/document.js";
import { readHtml } from "./read-html.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (page: string) => readHtml(bytesOf(page));
const texts = (page: string): string[] =>
  read(page).blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
const grid = (page: string): Grid | undefined => read(page).blocks.find((block) => block.kind === "grid");
/** Cells as "row,column rows×columns text". */
const cells = (page: string): string[] =>
  (grid(page)?.cells ?? []).map(
    ({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
  );

describe("text", () => {
  test.each([
    ["blocks and line breaks end a paragraph", "<div>甲<p>乙<br>丙</p>丁</div>", ["甲", "乙", "丙", "丁"]],
    [
      "a span for each character is one word",
      "<p><span>2</span><span>0</span><span>2</span><span>3</span><b>年</b></p>",
      ["2023年"],
    ],
    [
      "the marks of footnotes and the notes themselves are not text",
      '<p>440<sup><a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></sup>件<span class=MsoFootnoteReference>[1]</span></p><div id="sdfootnote1"><p>注</p></div><div style="mso-element:footnote-list"><p>注</p></div>',
      ["440件"],
    ],
    ["white space collapses, no-break and ideographic spaces stay", "<p>\n  &nbsp;　甲  \t 1 </p>", ["\u00a0　甲 1"]],
    ["a line of the source wrapped inside Chinese is not a space", "<p>政府\n信息 公开\n2023\n年</p>", ["政府信息 公开 2023 年"]],
    [
      "scripts, styles, comments and forms are not text",
      "<style>p{}</style><script>'<td>'</script><!-- 略 --><p>文<noscript>不</noscript><button>印</button></p>",
      ["文"],
    ],
    [
      "what is hidden is not shown",
      "<p hidden>一</p><p style='color:red; DISPLAY : none'>二</p><div style='display:block'>三</div>",
      ["三"],
    ],
    ["list items stand alone", "<ul><li><a>首页</a><li><a>政务公开</a></ul><p>正文</p>", ["首页", "政务公开", "正文"]],
    [
      "navigation is not glued to the report",
      "<nav><a>首页</a></nav>一、总体情况<footer>主办</footer>",
      ["首页", "一、总体情况", "主办"],
    ],
    ["ordered lists are numbered as printed", "<ol start=3><li>甲<li value=7>乙<li>丙</ol>", ["3. 甲", "7. 乙", "8. 丙"]],
    [
      "Chinese numbers of an editor",
      "<ol class='custom_cn list-paddingleft-1'><li><p>总体情况</p></li><li><p>主动公开</p></li></ol>",
      ["一、总体情况", "二、主动公开"],
    ],
    ["menus in ordered lists are not numbered", "<ol><li><a>首页</a></li><li><a>公开</a></li></ol>", ["首页", "公开"]],
    ["glosses above characters are not text", "<p><ruby>數<rp>(</rp><rt>shù</rt><rp>)</rp></ruby>據</p>", ["數據"]],
    ["lines of a <pre> are paragraphs", "<pre>一、总体情况\n  共 12 件\n</pre>", ["一、总体情况", "  共 12 件"]],
    ["unclosed tags", "<div><p>甲<p>乙<font color=red>丙<p>丁", ["甲", "乙丙", "丁"]],
  ])("%s", (_, page, expected) => {
    expect(texts(page)).toEqual(expected);
  });

  test("headings have their level", () => {
    expect(
      read("<h1>题</h1><h3><span>节</span></h3><p>文</p>").blocks.map((block) => block.kind === "paragraph" && block.level),
    ).toEqual([1, 3, undefined]);
  });

  test("deleted text is left out and counted", () => {
    const document = read("<p>共收到<del>19</del><span class=msoDel>20</span>26件</p>");
    expect(document.blocks[0]).toMatchObject({ text: "共收到26件" });
    expect(document.notes.map(({ noteId, message }) => [noteId, message.includes("2 处")])).toEqual([
      ["deletedTextSkipped", true],
    ]);
  });

  test("pictures are told, ornaments are not", () => {
    expect(
      texts(
        "<p>表<img src='/a/1.png'><img src=icon_pdf.gif><img src=x.png width=16 height=16><img src='y.jpg' style='width:600.5px;height:800px'></p>",
      ),
    ).toEqual(["表", "picture", "picture"]);
  });
});

describe("tables", () => {
  test("merged cells are one cell", () => {
    const page = `<table><tr><td rowspan=2>三、办理结果<td colspan=2>自然人</tr><tr><td>1<td>2</table>`;
    expect(cells(page)).toEqual(["0,0 2×1 三、办理结果", "0,1 1×2 自然人", "1,1 1×1 1", "1,2 1×1 2"]);
    expect(grid(page)).toMatchObject({
      rows: 2,
      columns: 3,
      ragged: false,
      place: { kind: "cell", table: 1, row: 1, column: 1 },
    });
  });

  test("tags left open are closed as browsers do", () => {
    expect(cells("<table><tr><td>规章<td>3<tr><td>规范性文件<td>18")).toEqual([
      "0,0 1×1 规章",
      "0,1 1×1 3",
      "1,0 1×1 规范性文件",
      "1,1 1×1 18",
    ]);
  });

  test("spans written too large change nothing", () => {
    expect(cells("<table><tr><td colspan=100%>第二十条</td></tr><tr><td rowspan=99>规章</td><td>3</td></tr></table>")).toEqual([
      "0,0 1×2 第二十条",
      "1,0 1×1 规章",
      "1,1 1×1 3",
    ]);
  });

  test("a span of 0 reaches to the end of its group, and none reaches out of it", () => {
    const page = "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody></table>";
    expect(cells(page)).toEqual(["0,0 2×1 甲", "0,1 1×1 1", "1,1 1×1 2", "2,0 1×1 乙", "2,1 1×1 3"]);
  });

  test("rows without cells, hidden cells and Word's last row are not seen", () => {
    const page =
      "<table><tr><td>甲<td style='display:none'>藏<td>1</tr><tr></tr><tr height=0><td width=9></td><td></td></tr></table>";
    expect(cells(page)).toEqual(["0,0 1×1 甲", "0,1 1×1 1"]);
  });

  test("a cell keeps its lines, and the figure of a form field", () => {
    expect(
      cells(
        "<table><tr><td><p>本年新</p><p>制作数量</p></td><td>商业<br/>企业<td><input value=12><input type=hidden value=9></table>",
      ),
    ).toEqual(["0,0 1×1 本年新\n制作数量", "0,1 1×1 商业\n企业", "0,2 1×1 12"]);
  });

  test("layout tables vanish, tables of figures inside them stay", () => {
    const page =
      "<table width=100%><tr><td>菜单<td><h2>年度报告</h2><table><tr><td>表1</table><table><tr><td>规章<td>3</table></table>";
    expect(texts(page)).toEqual(["菜单", "年度报告", "表1", "grid"]);
    expect(cells(page)).toEqual(["0,0 1×1 规章", "0,1 1×1 3"]);
  });

  test("text misplaced in a table stands before it; a caption too", () => {
    expect(texts("<table>单位：件<caption>表一</caption><tr><td>规章<td>3</table>")).toEqual(["单位：件", "表一", "grid"]);
  });

  test("huge spans cost neither time nor memory", () => {
    const rows = "<tr><td rowspan=65534 colspan=1000>1</td></tr>".repeat(2000);
    const document = read(`<table>${rows}</table><table><tr><td>甲</td><td>1</td></tr></table>`);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["unreadPart"]);
    expect(document.blocks.at(-1)).toMatchObject({ kind: "grid", rows: 1, columns: 2 });
  });
});

describe("what a page says of itself", () => {
  test("title and meta tags, under their own names", () => {
    const page = `<head><title> 某局2023年
      年度报告 </title><meta name="ArticleTitle" content="年度报告"><meta name=PubDate content="2024-01-17 09:00"><meta name=PubDate content=x></head>`;
    expect([...read(page).metadata]).toEqual([
      ["title", "某局2023年 年度报告"],
      ["ArticleTitle", "年度报告"],
      ["PubDate", "2024-01-17 09:00"],
    ]);
  });

  test("the information block, as a table or as a line", () => {
    const page = `<table><tr><td>索 引 号：<td>0143/2024-00002<td>发布机构<td>某局</tr><tr><td>文号<td><td>关键词<td>公开</table>
      <p>发布日期：2024-01-17　来源：某市政府 浏览次数：12</p>`;
    expect([...read(page).metadata]).toEqual([
      ["索引号", "0143/2024-00002"],
      ["发布机构", "某局"],
      ["关键词", "公开"],
      ["发布日期", "2024-01-17"],
      ["来源", "某市政府"],
      ["浏览次数", "12"],
    ]);
    expect(texts(page)).toHaveLength(2);
  });

  test("names of the page become no properties of ours", () => {
    const page = "<meta name=__proto__ content=1><meta name=constructor content=2>";
    expect([...read(page).metadata.keys()]).toEqual(["__proto__", "constructor"]);
  });
});

describe("encodings", () => {
  const GB18030 = Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae);
  const page = (label: string, body: Uint8Array) => Uint8Array.of(...bytesOf(`<meta charset="${label}"><p>`), ...body);

  test.each([
    ["gb2312", GB18030, "gb18030", []],
    ["utf-8", GB18030, "gb18030", ["encodingGuessed"]],
    ["gb2312", bytesOf("政府"), "utf-8", ["encodingGuessed"]],
    ["utf-8", bytesOf("政府"), "utf-8", []],
  ])("labelled %s", (label, body, encoding, notes) => {
    const document = readHtml(page(label, body));
    expect(document.blocks[0]).toMatchObject({ text: "政府" });
    expect(document.encoding).toBe(encoding);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(notes);
  });
});

describe("pages that want too much", () => {
  test.each([
    ["depth", "<div>".repeat(5000), "FILE_TOO_COMPLEX"],
    ["tables in tables", "<table><tr><td>".repeat(2000), "FILE_TOO_COMPLEX"],
    ["elements", "<br>".repeat(400_000), "FILE_TOO_COMPLEX"],
    ["rows", `<table>${"<tr><td>1".repeat(5000)}`, "FILE_TOO_COMPLEX"],
    ["bytes", " ".repeat(17 * 2 ** 20), "FILE_TOO_LARGE"],
  ])("%s", (_, page, code) => {
    expect(() => read(page)).toThrow(expect.objectContaining({ code }));
  });

  test("tables nested deeper than any site nests them are read", () => {
    expect(texts(`${"<table><tr><td>".repeat(240)}底`)).toEqual(["底"]);
  });
});
