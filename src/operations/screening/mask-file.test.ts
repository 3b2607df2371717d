import fc from "fast-check";
import { expect, test } from "vitest";
import { odtFile, wordDocumentXml, wordFile, workbookFile, zipOf } from "../../../test/builders/office-file.js";
import { readDocument } from "../read-document.js";
import { maskFile } from "./mask-file.js";
import { screenFile } from "./screen-file.js";

const ID = "11010519491231002X";
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join("")}</w:p>`;

const hitsOf = async (bytes: Uint8Array) =>
  (await screenFile({ attachmentId: "a", bytes })).hits.map(({ kind, place }) => `${kind} ${place.part}`);

/** Masks every hit of a file and gives the text that is then read of it. */
async function masked(name: string, bytes: Uint8Array) {
  const { hits } = await screenFile({ attachmentId: "a", bytes });
  const result = await maskFile({ attachmentId: "a", name, bytes, hitIds: hits.map(({ id }) => id), remove: [] });
  const { blocks } = await readDocument(result.bytes);
  const text = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.kind === "grid" ? block.cells.map((cell) => cell.text) : [],
  );
  return { ...result, text: text.join("|") };
}

test("a number split over runs is found and masked, the rest of the paragraph stays", async () => {
  const file = wordFile(paragraph(run("身份证号110105"), run("1949"), run("1231002X，男"), run("。")));
  expect(await hitsOf(file)).toEqual(["id-card 正文第1段"]);
  const { text, left } = await masked("名单.docx", file);
  expect(text).toBe("身份证号11*************02X，男。");
  expect(left.hits).toEqual([]);
});

test("one digit a cell, as forms have boxes for them", async () => {
  const cells = [...ID].map((digit) => `<w:tc>${paragraph(run(digit))}</w:tc>`).join("");
  const file = wordFile(`<w:tbl><w:tblGrid/><w:tr><w:tc>${paragraph(run("身份证号"))}</w:tc>${cells}</w:tr></w:tbl>`);
  expect((await hitsOf(file)).map((hit) => hit.split(" ")[0])).toEqual(["id-card"]);
  expect((await masked("表.docx", file)).text.replaceAll("|", "")).not.toMatch(/\d{4}/);
});

test("what is not on the page of a Word file is found where it is, and gone when it is taken out", async () => {
  const file = wordFile(
    paragraph(
      run("正文"),
      `<w:del w:author="李四"><w:r><w:delText>旧电话13812345678</w:delText></w:r></w:del>`,
      `<w:ins w:author="李四">${run("新增")}</w:ins>`,
      run(`隐藏${ID}`, "<w:vanish/>"),
      '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    ),
    {
      parts: {
        "word/comments.xml": `<w:comments ${W}><w:comment w:id="0" w:author="王五">${paragraph(run("张三的电话是13912345678"))}</w:comment></w:comments>`,
        "word/header1.xml": `<w:hdr ${W}>${paragraph(run("联系人13712345678"))}</w:hdr>`,
        "word/footnotes.xml": `<w:footnotes ${W}><w:footnote>${paragraph(run("邮箱a@qq.com"))}</w:footnote></w:footnotes>`,
        "docProps/core.xml":
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>赵六</dc:creator></cp:coreProperties>',
        "word/embeddings/oleObject1.bin": "x",
        "word/media/image1.png": "x",
      },
    },
  );
  const found = await hitsOf(file);
  for (const wanted of [
    "tracked-change 正文第1段",
    "mobile 正文第1段",
    "hidden-content 正文第1段",
    "id-card 正文第1段",
    "comment 批注第1段",
    "mobile 页眉1第1段",
    "email 脚注第1段",
    "file-property 文件属性“作者”",
    "embedded-file 嵌入的文件",
    "unreadable 未读的内容",
  ]) {
    expect(found).toContain(wanted);
  }
  const { bytes, left, text } = await masked("通知.docx", file);
  expect(text).toBe("正文新增");
  expect(left.hits.map(({ kind }) => kind)).toEqual(["unreadable"]);
  expect((await screenFile({ attachmentId: "a", bytes })).hits.map(({ kind }) => kind)).toEqual(["unreadable"]);
});

test("what is hidden in one place is hidden wherever it stands", async () => {
  const file = wordFile(paragraph(run("电话13812345678")) + paragraph(run("再拨138-1234-5678")));
  const { hits } = await screenFile({ attachmentId: "a", bytes: file });
  const { bytes } = await maskFile({ attachmentId: "a", name: "a.docx", bytes: file, hitIds: [hits[0]?.id ?? ""], remove: [] });
  expect(await hitsOf(bytes)).toEqual([]);
});

test("what was not chosen stays", async () => {
  const file = wordFile(paragraph(run("电话13812345678")) + paragraph(run("邮箱a@qq.com")));
  const { hits } = await screenFile({ attachmentId: "a", bytes: file });
  const { left } = await maskFile({ attachmentId: "a", name: "a.docx", bytes: file, hitIds: [hits[0]?.id ?? ""], remove: [] });
  expect(left.hits.map(({ id }) => id)).toEqual([hits[1]?.id]);
});

test("a workbook: cells, numbers, formulas, hidden sheets and columns, and texts that no cell shows", async () => {
  const strings = `<si><t>张三${ID}</t></si><si><r><t>138</t></r><r><t>12345678</t></r></si><si><t>没有人用的13612345678</t></si>`;
  const file = workbookFile(
    [
      {
        name: "名单",
        xml: '<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><v>13512345678</v></c><c r="C1"><v>5</v></c><c r="D1" t="str"><f>"电话"&amp;"13412345678"</f><v>电话13412345678</v></c></row></sheetData>',
      },
      { name: "底稿", state: "hidden", xml: '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>' },
    ],
    { strings },
  );
  expect(await hitsOf(file)).toEqual([
    "id-card 工作表“名单”A1",
    "mobile 工作表“名单”B1",
    "hidden-content 工作表“名单”的隐藏列",
    "mobile 工作表“名单”D1",
    "mobile 工作表“名单”D1的公式",
    "hidden-content 工作表“底稿”（隐藏）",
    "mobile 工作表“底稿”（隐藏）A1",
    "hidden-content 已不在任何单元格里的文字",
    "mobile 未显示的文字",
  ]);
  const { text, left } = await masked("名单.xlsx", file);
  expect(text).toBe("张三11*************02X|135****5678|电话134****5678");
  expect(left.hits).toEqual([]);
});

test("OpenDocument and plain text", async () => {
  const odt = odtFile(`<text:p>电话<text:span>138</text:span>12345678</text:p>`);
  expect((await masked("a.odt", odt)).text).toBe("电话138****5678");
  const gb18030 = Uint8Array.from([0xb5, 0xe7, 0xbb, 0xb0, ...Buffer.from("13812345678\r\n")]);
  expect((await masked("a.txt", gb18030)).text).toBe("电话138****5678");
});

test("a file that cannot be rewritten is refused with what to do", async () => {
  const html = new TextEncoder().encode("<html><body><p>电话13812345678</p></body></html>");
  await expect(masked("a.html", html)).rejects.toMatchObject({ code: "MASK_UNSUPPORTED" });
});

test("data kept in a part that is not understood keep the file from being given out", async () => {
  const file = zipOf({
    "word/document.xml": wordDocumentXml(paragraph(run("电话13812345678"))),
    "word/printerSettings1.bin": "…13812345678…",
  });
  await expect(masked("a.docx", file)).rejects.toMatchObject({ code: "MASK_NOT_PROVED" });
});

test("a hit that is not in the file is told", async () => {
  const file = wordFile(paragraph(run("电话13812345678")));
  const order = { attachmentId: "a", name: "a.docx", bytes: file, hitIds: ["hit-00000000-00000"], remove: [] };
  await expect(maskFile(order)).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
});

test("however a number is cut into runs and whatever stands around it, the masked file does not hold it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(18), { maxLength: 5 }),
      fc.constantFrom("", "&amp;", "：", "\u200b", "张三，"),
      fc.constantFrom("", "。", "&lt;", "）"),
      fc.constantFrom(ID, "13812345678", "6222021234567890128"),
      async (cuts, before, after, number) => {
        const places = [0, ...cuts.filter((cut) => cut < number.length).toSorted((a, b) => a - b), number.length];
        const runs = places.slice(1).map((to, index) => run(number.slice(places[index], to)));
        const file = wordFile(paragraph(run(before), ...runs, run(after)));
        const { bytes, text } = await masked("a.docx", file);
        expect(text.replace(/\s/g, "")).not.toContain(number);
        expect(await hitsOf(bytes)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
