import { describe, expect, test } from "vitest";
import { wordDocumentXml, wordFile, zipOf } from "../../../test/builders/office-file.js";
import type { SourceDocument } from "../../document/document.js";
import { readDocx } from "./read-docx.js";

const p = (text: string, properties = ""): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const textsOf = (document: SourceDocument): string[] =>
  document.blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
const read = (body: string): string[] => textsOf(readDocx(wordFile(body)));

describe("paragraphs", () => {
  test("are numbered by what a person sees: empty ones do not count", () => {
    expect(readDocx(wordFile(p("一、总体情况") + p(" ") + p("正文"))).blocks).toEqual([
      { kind: "paragraph", text: "一、总体情况", place: { kind: "paragraph", paragraph: 1 } },
      { kind: "paragraph", text: "正文", place: { kind: "paragraph", paragraph: 2 } },
    ]);
  });

  test.each([
    ["runs are joined", `<w:p>${run("1")}<w:bookmarkStart/>${run("2")}<w:proofErr/>${run("3")}</w:p>`, "123"],
    ["tabs and line breaks are kept", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"],
    [
      "a page break ends a line inside a paragraph only",
      '<w:p><w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="page"/></w:r></w:p>',
      "a",
    ],
    ["hidden text is not seen", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>${run("a")}</w:p>`, "a"],
    ["text whose hiding is switched off is seen", '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>', "a"],
    [
      "text hidden before a change is seen",
      "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
      "a",
    ],
    [
      "insertions, links, content controls and smart tags are looked through",
      `<w:p><w:ins>${run("a")}</w:ins><w:hyperlink>${run("b")}</w:hyperlink><w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${run("c")}</w:sdtContent></w:sdt><w:smartTag>${run("d")}</w:smartTag></w:p>`,
      "abcd",
    ],
    [
      "a field gives its result, not its code",
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      "7",
    ],
    [
      "symbols are characters",
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>',
      "☑-\uf0b7",
    ],
    ["white space that is not to be kept is dropped", "<w:p><w:r><w:t>\n  a\n</w:t></w:r></w:p>", "a"],
    [
      "readings above characters are left out",
      `<w:p><w:ruby><w:rt>${run("dū")}</w:rt><w:rubyBase>${run("都")}</w:rubyBase></w:ruby></w:p>`,
      "都",
    ],
  ])("%s", (_, body, text) => {
    expect(read(body)).toEqual([text]);
  });

  test("a text box follows the paragraph it hangs in, once", () => {
    const box = `<w:txbxContent>${p("框")}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(read(`<w:p>${run("段")}<w:r>${both}</w:r></w:p>`)).toEqual(["段", "框"]);
    expect(read(`<w:p><w:r>${both}</w:r>${run("段")}</w:p>`)).toEqual(["框", "段"]);
  });

  test("a fallback without a choice is what is seen", () => {
    expect(read(`<w:p><mc:AlternateContent><mc:Fallback>${run("a")}</mc:Fallback></mc:AlternateContent></w:p>`)).toEqual(["a"]);
  });

  test("a picture in the text is a block", () => {
    expect(read(`<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>${p("a")}`)).toEqual(["picture", "a"]);
    expect(read("<w:p><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>")).toEqual(["picture"]);
  });

  test("the level of a heading is its outline level, or that of its style", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="小节"/><w:basedOn w:val="1"/></w:style>';
    const body =
      p("甲", '<w:outlineLvl w:val="1"/>') + p("乙", '<w:pStyle w:val="2"/>') + p("丙", '<w:outlineLvl w:val="9"/>') + p("丁");
    const levels = readDocx(wordFile(body, { styles })).blocks.map((block) =>
      block.kind === "paragraph" ? (block.level ?? null) : null,
    );
    expect(levels).toEqual([2, 1, null, null]);
  });
});

test("a table of contents only repeats the headings and is left out", () => {
  const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
  expect(textsOf(readDocx(wordFile(p("一、总体情况\t1", '<w:pStyle w:val="11"/>') + p("一、总体情况"), { styles })))).toEqual([
    "一、总体情况",
  ]);
});

describe("changes are read as accepted", () => {
  test("deleted and moved text is left out, with a note that counts it", () => {
    const body = `<w:p><w:del>${run("旧")}</w:del><w:ins>${run("新")}</w:ins><w:moveFrom>${run("走")}</w:moveFrom></w:p>`;
    const document = readDocx(wordFile(body));
    expect(textsOf(document)).toEqual(["新"]);
    expect(document.notes).toEqual([{ noteId: "deletedTextSkipped", message: "文件带有修订痕迹，已删除的文字未计入（2 处）。" }]);
  });

  test("paragraphs whose mark was deleted are one", () => {
    expect(read(`${p("政府信息", "<w:rPr><w:del/></w:rPr>")}${p("公开")}`)).toEqual(["政府信息公开"]);
  });

  test("a document without changes has no note", () => {
    expect(readDocx(wordFile(p("a"))).notes).toEqual([]);
  });
});

describe("the package", () => {
  test("is read with another main part, strict namespace, UTF-16 or backslashes", () => {
    const strict = wordDocumentXml(p("严")).replace(
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    expect(textsOf(readDocx(zipOf({ "word\\document.xml": strict })))).toEqual(["严"]);
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    expect(textsOf(readDocx(zipOf({ "word/document2.xml": strict, "_rels/.rels": relationships })))).toEqual(["严"]);
  });

  test("says who wrote it and when", () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>年度报告</dc:title><dc:creator>办公室</dc:creator><dcterms:created>2021-01-20T00:00:00Z</dcterms:created></cp:coreProperties>';
    const { metadata } = readDocx(wordFile(p("a"), { parts: { "docProps/core.xml": core, "docProps/app.xml": "<broken" } }));
    expect([...metadata]).toEqual([
      ["title", "年度报告"],
      ["author", "办公室"],
      ["created", "2021-01-20T00:00:00Z"],
    ]);
  });

  test("may be one XML file", () => {
    const flat = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${wordDocumentXml(p("甲", '<w:pStyle w:val="1"/>')).replace(/^<\?.*?\?>/, "")}</pkg:xmlData></pkg:part><pkg:part><pkg:xmlData><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles></pkg:xmlData></pkg:part></pkg:package>`;
    expect(readDocx(new TextEncoder().encode(flat)).blocks).toEqual([
      { kind: "paragraph", text: "甲", level: 1, place: { kind: "paragraph", paragraph: 1 } },
    ]);
  });

  test("of Word 2003 keeps numbers as printed and marks changes as annotations", () => {
    const item =
      '<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>';
    const changed =
      '<w:p><aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新</w:t></w:r></aml:content></aml:annotation></w:p>';
    const table =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect>${item}${changed}${table}</wx:sect></w:body></w:wordDocument>`;
    const document = readDocx(new TextEncoder().encode(`\ufeff${xml}`));
    expect(textsOf(document)).toEqual(["一、总体情况", "新", "grid"]);
    expect(document.blocks[2]?.kind === "grid" && document.blocks[2].cells[0]?.rowSpan).toBe(2);
    expect(document.notes.map(({ noteId }) => noteId)).toEqual(["deletedTextSkipped"]);
  });

  test("that imports a page of another format says that it was not read", () => {
    expect(readDocx(wordFile("<w:altChunk/>")).notes).toEqual([
      { noteId: "unreadPart", message: "文件中有一部分无法读出：嵌入的其他格式文档。" },
    ]);
  });

  test.each([
    ["without a document", zipOf({ "a.txt": "" })],
    ["without a body", zipOf({ "word/document.xml": "<a/>" })],
    ["that is no zip", new TextEncoder().encode("报告")],
  ])("%s is damaged", (_, bytes) => {
    expect(() => readDocx(bytes)).toThrow(expect.objectContaining({ code: "FILE_DAMAGED" }));
  });
});
