import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { compoundFile } from "../../test/builders/compound-file.js";
import { isAppError } from "../errors.js";
import { fileKindOf } from "./file-kind.js";

const CORPUS = join(import.meta.dirname, "../../test/corpus");
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const archive = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])));
const compound = (...names: string[]): Uint8Array =>
  compoundFile(Object.fromEntries(names.map((name) => [name, new Uint8Array(1)])));

describe("what can be read", () => {
  test.each([
    ["docx", archive({ "[Content_Types].xml": "", "word/document.xml": "" })],
    ["docx", archive({ "word\\document.xml": "" })],
    ["docx", archive({ "[Content_Types].xml": "", "word/document2.xml": "" })],
    ["docx", bytesOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x"><w:p/>')],
    ["docx", bytesOf('<?xml version="1.0"?><pkg:package xmlns:pkg="x"><pkg:part pkg:name="/word/document.xml">')],
    ["xlsx", archive({ "xl/workbook.xml": "" })],
    ["odt", archive({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "" })],
    ["doc", compound("WordDocument", "1Table")],
    ["doc", compound("worddocument")],
    ["pdf", bytesOf("%PDF-1.7\n")],
    ["pdf", bytesOf(`${" ".repeat(900)}%PDF-1.4\n`)],
    ["html", bytesOf("<!DOCTYPE html><title>报告</title>")],
    ["html", bytesOf(`\ufeff${"\r\n".repeat(3000)}<html><body>报告`)],
    ["html", bytesOf("<!-- 说明 --><p style='color:red'>报告</p>")],
    ["html", bytesOf('<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">')],
    ["html", bytesOf('<html xmlns:w="urn:schemas-microsoft-com:office:word"><xml><w:WordDocument/></xml>')],
    ["text", bytesOf("一、总体情况\n\n\t规章\n\t3\n")],
    ["text", bytesOf("# 年度报告\n\n| 规章 | 3 |\n<br>")],
    ["text", bytesOf("<附件> 年度报告")],
    ["text", Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae, 0x0a)],
  ])("%s", (kind, bytes) => {
    expect(fileKindOf(bytes)).toBe(kind);
  });
});

describe("what cannot", () => {
  test.each([
    ["FILE_EMPTY", "nothing", new Uint8Array(0)],
    ["FILE_EMPTY", "blank lines", bytesOf(" \n\n")],
    ["FILE_PROTECTED", "an encrypted docx", compound("EncryptionInfo", "EncryptedPackage")],
    ["FILE_DAMAGED", "half an archive", archive({ "word/document.xml": "x".repeat(100) }).subarray(0, 60)],
    ["FILE_DAMAGED", "half a compound file", compound("WordDocument").subarray(0, 700)],
    ["FILE_KIND_UNKNOWN", "bytes of no meaning", Uint8Array.from({ length: 4000 }, (_, index) => (index * 89) % 251)],
    ["FILE_KIND_UNKNOWN", "a compound file of nobody's", compound("Something")],
  ])("%s: %s", (code, _, bytes) => {
    expect(() => fileKindOf(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ["RTF", bytesOf("{\\rtf1 报告}")],
    ["xls", compound("Workbook")],
    ["Microsoft Works", compound("CONTENTS")],
    ["OFD", archive({ "OFD.xml": "" })],
    ["ods", archive({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "" })],
    ["pptx", archive({ "[Content_Types].xml": "", "ppt/presentation.xml": "" })],
    ["ZIP 压缩", archive({ "报告.txt": "" })],
    ["PNG 图片", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ["JPEG 图片", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ["单文件 XML 包", bytesOf('<?xml version="1.0"?><pkg:package xmlns:pkg="x"><pkg:part pkg:name="/ppt/presentation.xml">')],
    ["网页归档（mht）", bytesOf("From: <由 WPS 保存>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n")],
    ["XML", bytesOf('<?xml version="1.0"?><reports/>')],
  ])("names %s", (kind, bytes) => {
    expect(() => fileKindOf(bytes)).toThrow(expect.objectContaining({ code: "FILE_KIND_UNSUPPORTED", data: { kind } }));
  });
});

const SUFFIX_KINDS = new Map([
  ["docx", "docx"],
  ["doc", "doc"],
  ["wps", "doc"],
  ["odt", "odt"],
  ["pdf", "pdf"],
  ["html", "html"],
  ["txt", "text"],
  ["md", "text"],
  ["xlsx", "xlsx"],
]);

test.each(["seeds", "real", "made"])("every report in %s is what its name says", (folder) => {
  const names = readdirSync(join(CORPUS, folder)).filter((name) => !name.endsWith(".expected.json"));
  for (const name of names) {
    const kind = fileKindOf(new Uint8Array(readFileSync(join(CORPUS, folder, name))));
    expect([name, kind]).toEqual([name, SUFFIX_KINDS.get(name.split(".").at(-1) ?? "")]);
  }
});

test("every file to be refused has a kind or a coded error", () => {
  for (const name of readdirSync(join(CORPUS, "refuse"))) {
    let failure: unknown = null;
    try {
      fileKindOf(new Uint8Array(readFileSync(join(CORPUS, "refuse", name))));
    } catch (error) {
      failure = error;
    }
    expect([name, failure === null || isAppError(failure)]).toEqual([name, true]);
  }
});
