import { PDFDocument, PDFName, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, test } from "vitest";
import { filled, pdfFile, shown } from "../../../test/builders/pdf-file.js";
import { placedPage } from "../../readers/pdf/page-glyphs.js";
import { drawPage } from "../../readers/pdf/page-picture.js";
import { endChild } from "../child-reader.js";
import { proveRedaction, sharedStream } from "./prove-redaction.js";
import { redactPages } from "./redact-pages.js";
import { redactPdf } from "./redact-pdf.js";
import { screenFile } from "./screen-file.js";
import { withPdf } from "./with-pdf.js";

afterAll(endChild);

const GROUND = { ground: "denied.third_party" } as const;
const term = (text: string) => ({ kind: "term", term: text, ...GROUND }) as const;

const textOf = (bytes: Uint8Array) =>
  withPdf(bytes, (pdf) =>
    Array.from({ length: pdf.pages }, (_, index) =>
      pdf.onPage(index + 1, (handle) =>
        placedPage(pdf.pdfium, handle, index + 1)
          .glyphs.map(({ text }) => text)
          .join("")
          .replace(/\s/g, ""),
      ),
    ),
  );

describe("a term", () => {
  test("is gone and the rest can still be searched", async () => {
    const original = pdfFile({ pages: [shown("申请人张三，身份证号110105", 60, 700, { size: 16 })] });
    const { bytes, placed } = await redactPages(original, [term("张三")]);
    expect(placed).toHaveLength(1);
    expect(await textOf(bytes)).toEqual(["申请人，身份证号110105"]);
    expect(Buffer.from(bytes).includes("STSong")).toBe(false);
  });

  test("is found over the end of a line, in full width, and on every page", async () => {
    const line = shown("编号１２３", 60, 700) + shown("４５完", 60, 684);
    const { placed, bytes } = await redactPages(pdfFile({ pages: [line, shown("再说12345次", 60, 700)] }), [term("12345")]);
    expect(placed.map(({ page }) => page)).toEqual([1, 1, 2]);
    expect(await textOf(bytes)).toEqual(["编号完", "再说次"]);
  });

  test("that stands nowhere is told, because whoever searched for it believes it gone", async () => {
    const original = pdfFile({ pages: [shown("申请人", 60, 700)] });
    await expect(redactPages(original, [term("李四")])).rejects.toMatchObject({ code: "REDACTION_MARK_NOT_FOUND" });
  });
});

describe("an area", () => {
  const box = { left: 60, top: 130, right: 80, bottom: 150 };

  test("takes letters whole that it covers in part", async () => {
    const original = pdfFile({ pages: [shown("甲乙丙丁", 60, 700, { size: 16 })] });
    const marks = [{ kind: "area", page: 1, box: { left: 58, top: 132, right: 82, bottom: 136 }, ...GROUND }] as const;
    const { bytes, placed } = await redactPages(original, marks);
    expect(await textOf(bytes)).toEqual(["丙丁"]);
    expect(placed[0]?.box.bottom).toBeGreaterThan(142);
  });

  test("says where the same text stands unmarked", async () => {
    const original = pdfFile({ pages: [shown("张三丰", 60, 700, { size: 16 }), shown("又见张三丰", 60, 700)] });
    const { elsewhere } = await redactPages(original, [{ kind: "area", page: 1, box: { ...box, right: 110 }, ...GROUND }]);
    expect(elsewhere).toEqual([{ text: "张三丰", page: 2 }]);
  });

  test("on a page that is turned lies where it is seen", async () => {
    const original = pdfFile({
      pages: [shown("甲乙", 60, 700, { size: 20 }) + shown("丙丁", 60, 100, { size: 20 })],
      rotate: 90,
    });
    const found = await withPdf(original, (pdf) => pdf.onPage(1, (handle) => placedPage(pdf.pdfium, handle, 1)));
    const first = found.glyphs.find(({ text }) => text === "甲")?.box;
    if (!first) throw new Error("甲 is on the page.");
    const { bytes } = await redactPages(original, [{ kind: "area", page: 1, box: first, ...GROUND }]);
    expect((await textOf(bytes))[0]?.split("").sort().join("")).toBe("丁丙乙");
  });

  test("outside the page, or on a page there is not, is refused", async () => {
    const original = pdfFile({ pages: [shown("甲", 60, 700)] });
    for (const mark of [
      { kind: "area", page: 2, box, ...GROUND } as const,
      { kind: "area", page: 1, box: { left: 900, top: 0, right: 950, bottom: 10 }, ...GROUND } as const,
    ]) {
      await expect(redactPages(original, [mark])).rejects.toMatchObject({ code: "REDACTION_MARK_NOT_FOUND" });
    }
  });
});

describe("what the eye does not see does not come back as text", () => {
  test.each([
    ["under a black bar that somebody drew before", shown("密码", 60, 700, { size: 16 }) + filled(55, 690, 60, 30)],
    ["drawn without ink", shown("密码", 60, 700, { size: 16, mode: 3 })],
    ["white on white", `1 g ${shown("密码", 60, 700, { size: 16 })} 0 g `],
    ["outside the page", shown("密码", 700, 700, { size: 16 })],
  ])("text %s", async (_, content) => {
    const original = pdfFile({ pages: [content + shown("可见张三", 60, 500, { size: 16 })] });
    const { bytes } = await redactPages(original, [term("张三")]);
    expect(await textOf(bytes)).toEqual(["可见"]);
  });

  test("properties, notes, files inside and bookmarks are not in the result", async () => {
    const pdf = await PDFDocument.create();
    pdf.setAuthor("Zhang San");
    pdf.setTitle("Secret title");
    const page = pdf.addPage([300, 300]);
    page.drawText("Visible John", { x: 20, y: 200, size: 20, font: pdf.embedStandardFont(StandardFonts.Helvetica) });
    await pdf.attach(new TextEncoder().encode("secret file"), "secret.txt", { mimeType: "text/plain" });
    const note = pdf.context.register(
      pdf.context.obj({ Type: "Annot", Subtype: "Text", Rect: [10, 10, 30, 30], Contents: pdf.context.obj("x") }),
    );
    page.node.set(PDFName.of("Annots"), pdf.context.obj([note]));
    const original = await pdf.save({ useObjectStreams: false });
    const { bytes } = await redactPages(original, [term("John")]);
    expect(await textOf(bytes)).toEqual(["Visible"]);
    const screened = await screenFile({ attachmentId: "a", bytes });
    expect(screened.hits.map(({ kind }) => kind)).toEqual(["unreadable"]); // only the pictures
    expect(Buffer.from(bytes).includes("Secret")).toBe(false);
  });
});

test("the proof fails when anything is left", async () => {
  const original = pdfFile({ pages: [shown("申请人张三", 60, 700, { size: 16 })] });
  const mark = { page: 1, box: { left: 50, top: 120, right: 90, bottom: 150 }, ...GROUND };
  const proof = { original, dpi: 200, letters: [5] };
  const undone = { ...proof, result: original };
  await expect(proveRedaction({ ...undone, placed: [{ ...mark, term: "张三" }] })).rejects.toMatchObject({
    code: "REDACTION_NOT_PROVED",
  });
  await expect(proveRedaction({ ...undone, placed: [{ ...mark, term: null }] })).rejects.toMatchObject({
    code: "REDACTION_NOT_PROVED",
  });
  const blank = pdfFile({ pages: ["0 g"] });
  await expect(proveRedaction({ ...proof, result: blank, placed: [{ ...mark, term: null }] })).rejects.toMatchObject({
    code: "REDACTION_NOT_PROVED",
  });
  const stream = `stream${Array.from({ length: 200 }, (_, at) => String.fromCharCode(33 + ((at * 7) % 90))).join("")}endstream`;
  expect(sharedStream(Buffer.from(stream), Buffer.from(`other ${stream}`))).toBe(true);
  expect(sharedStream(Buffer.from(stream), Buffer.from("other"))).toBe(false);
});

test("in the child process, with the numbers of the grounds and a page that says what they mean", async () => {
  const original = pdfFile({ pages: [shown("申请人张三丰和李四", 60, 700, { size: 30 })] });
  const marks = [term("张三丰"), { kind: "term", term: "李四", ground: "denied.state_secret" } as const];
  const { bytes, pages } = await redactPdf(original, marks, { hasLegend: true });
  const [page = "", legend = ""] = await textOf(bytes);
  expect(pages).toBe(1);
  expect(page.replace(/\[\d\]/g, "")).toBe("申请人和");
  expect(page.match(/\[\d\]/g)?.toSorted()).toEqual(["[1]", "[2]"]);
  expect(legend).toContain("[1]属于国家秘密《政府信息公开条例》第十四条");
  expect(legend).toContain("[2]保护第三方合法权益《政府信息公开条例》第十五条");
});

test("a page is drawn with our font where the file only names one", async () => {
  const picture = await withPdf(pdfFile({ pages: [shown("申请人", 60, 700, { size: 20 })] }), (pdf) =>
    pdf.onPage(1, (handle) => drawPage(pdf.pdfium, handle, 72)),
  );
  expect(picture.rgb.some((light) => light < 100)).toBe(true);
});
