import { expect, test } from "vitest";
import { composedReport } from "../../../test/builders/composed-report.js";
import { embeddedFonts } from "../office-document/embedded-fonts.js";
import { writePdf } from "./write-pdf.js";

test("the pdf says it is a PDF/A-2b with its fonts inside", async () => {
  const pdf = new TextDecoder("latin1").decode(await writePdf(composedReport()));
  expect(pdf.startsWith("%PDF-1.7")).toBe(true);
  expect(pdf).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>B</);
  expect(pdf).toMatch(/\/FontFile[23]?/);
});

test("a character the fonts do not have is refused, never printed as a box", async () => {
  const report = composedReport({ preface: ["镕、堃、喆都有，𰻝没有。"] });
  await expect(writePdf(report)).rejects.toMatchObject({ code: "PDF_CHARACTERS_MISSING", data: { characters: "𰻝" } });
});

test.each([
  ["国", true],
  ["镕", true],
  ["龘", true],
  ["㐂", false],
  ["éa", true],
  ["𰻝", false],
])("the text font has %s: %s", (text, has) => {
  expect([...text].every((character) => embeddedFonts().coverage.has(character.codePointAt(0) ?? 0))).toBe(has);
});

test("what stands in a report is never read as Typst", async () => {
  const report = composedReport({ preface: ['#read("/etc/passwd") $x$ *粗* _斜_ @引用 <标签> \\'] });
  await expect(writePdf(report)).resolves.toBeInstanceOf(Uint8Array);
});

test("the same report gives the same bytes", async () => {
  expect(await writePdf(composedReport())).toEqual(await writePdf(composedReport()));
});
