import { PDFDocument, PDFHexString, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, expect, test } from "vitest";
import { wordFile, zipOf } from "../../../test/builders/office-file.js";
import { pdfFile, shown } from "../../../test/builders/pdf-file.js";
import { endChild } from "../child-reader.js";
import { screenFile } from "./screen-file.js";

afterAll(endChild);

const screened = async (bytes: Uint8Array) => (await screenFile({ attachmentId: "a", bytes })).hits;
const told = async (bytes: Uint8Array) => (await screened(bytes)).map(({ kind, place }) => `${kind} ${place.part}`);

test("a pdf: its pages with what lies beside and under them, and where on the page", async () => {
  const content =
    shown("联系人13812345678", 60, 700) + shown("张三13912345678", 700, 700) + shown("底13712345678", 60, 600, { mode: 3 });
  const hits = await screened(pdfFile({ pages: [shown("封面", 60, 700), content] }));
  expect(hits.map(({ kind, place }) => `${kind} ${place.part}`)).toEqual([
    "mobile 第2页",
    "mobile 第2页（不可见的文字层）",
    "hidden-content 第2页之外的文字",
    "mobile 第2页（页面之外）",
  ]);
  const [first] = hits;
  expect(first?.place).toMatchObject({ in: "attachment", attachmentId: "a", page: 2, offset: 3, length: 11 });
  expect(first?.boxes).toHaveLength(1);
  expect(first?.boxes[0]?.left).toBeCloseTo(90, 0);
});

test("a pdf: properties, notes, fields, titles, files inside", async () => {
  const pdf = await PDFDocument.create();
  pdf.setAuthor("Zhang San");
  pdf.setSubject("13612345678");
  const page = pdf.addPage([300, 300]);
  page.drawText("Hello", { x: 20, y: 200, font: pdf.embedStandardFont(StandardFonts.Helvetica) });
  const note = pdf.context.obj({ Type: "Annot", Subtype: "Text", Rect: [10, 10, 30, 30] });
  note.set(PDFName.of("Contents"), PDFHexString.fromText("请核对13812345678"));
  note.set(PDFName.of("T"), PDFHexString.fromText("王五"));
  page.node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(note)]));
  const field = pdf.getForm().createTextField("name");
  field.setText("13512345678");
  field.addToPage(page, { x: 10, y: 100, width: 100, height: 20 });
  await pdf.attach(new TextEncoder().encode("x"), "list.txt", { mimeType: "text/plain" });
  const found = await told(await pdf.save());
  for (const wanted of [
    "file-property 文件属性“作者”",
    "mobile 文件属性“Subject”",
    "comment 第1页的注释",
    "mobile 第1页的注释",
    "file-property 第1页的注释作者",
    "mobile 文件内部数据（V）",
    "embedded-file 嵌入的文件",
  ]) {
    expect(found).toContain(wanted);
  }
});

test("the id of a hit is the same when the file is screened again, and in a masked version of it", async () => {
  const file = wordFile("<w:p><w:r><w:t>电话13812345678</w:t></w:r></w:p>");
  const [one] = await screened(file);
  const [other] = (await screenFile({ attachmentId: "b", bytes: file })).hits;
  expect(one?.id).toBe(other?.id);
});

test("page files of the OFD standard are read as what they are", async () => {
  const ofd = zipOf({
    "OFD.xml": "<OFD/>",
    "Doc_0/Pages/Page_0/Content.xml": "<Page><TextObject><TextCode>电话13812345678</TextCode></TextObject></Page>",
  });
  expect(await told(ofd)).toEqual(["mobile 版面第1段"]);
});

test("a picture is told as unread, so that a person looks at it", async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0);
  const { hits, notes } = await screenFile({ attachmentId: "a", bytes: png });
  expect(hits.map(({ kind }) => kind)).toEqual(["unreadable"]);
  expect(notes).toEqual(["没有读其中的文字，请打开查看：整个文件。"]);
});

test("an entry that is no XML is told, and the rest is read", async () => {
  const file = wordFile("<w:p><w:r><w:t>电话13812345678</w:t></w:r></w:p>", { parts: { "word/header1.xml": "<w:hdr><w:p>" } });
  expect(await told(file)).toEqual(["mobile 正文第1段", "unreadable 未读的内容"]);
});

test("an entry that could be expanded is not", async () => {
  const file = zipOf({ "word/document.xml": '<!DOCTYPE a [<!ENTITY b "13812345678">]><a>&b;</a>' });
  expect(await told(file)).toEqual(["unreadable 未读的内容"]);
});
