import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles } from "../src/operations/check-files.js";

const REFUSE = join(import.meta.dirname, "corpus", "refuse");

/** What becomes of each hostile or damaged file. What is odd but readable is read. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "adopt.html": "FILE_TOO_COMPLEX",
  "backslash-names.docx": "read",
  "badutf8.docx": "FILE_DAMAGED",
  "badxml.docx": "FILE_DAMAGED",
  "bomb-text.pdf": "READ_OUT_OF_MEMORY",
  "colspan.html": "NOT_A_REPORT",
  "count-lie.pdf": "NOT_A_REPORT",
  "crc.docx": "FILE_DAMAGED",
  "ctrl.docx": "FILE_DAMAGED",
  "dashes.txt": "NOT_A_REPORT",
  "deep-p.docx": "FILE_TOO_COMPLEX",
  "deep-tbl.docx": "FILE_TOO_COMPLEX",
  "docx-as-doc.doc": "read",
  "empty.docx": "FILE_EMPTY",
  "f0-password.docx": "FILE_PROTECTED",
  "f0-truncated.pdf": "FILE_DAMAGED",
  "f0-userpw.pdf": "FILE_PROTECTED",
  "f0.rtf": "FILE_KIND_UNSUPPORTED",
  "farcell.xlsx": "read",
  "fatloop.doc": "read",
  "form-loop.pdf": "READ_OUT_OF_MEMORY",
  "grid-750x500.pdf": "NOT_A_REPORT",
  "gridbefore.docx": "read",
  "gridspan.docx": "read",
  "html-as-doc.doc": "NOT_A_REPORT",
  "laughs.docx": "FILE_FORBIDDEN_MARKUP",
  "manyrowspan.html": "NOT_A_REPORT",
  "merge-all.xlsx": "read",
  "onlyPK.docx": "FILE_DAMAGED",
  "pagetree-loop.pdf": "FILE_DAMAGED",
  "prefix.docx": "read",
  "proto.docx": "read",
  "proto.xlsx": "read",
  "rtf-as-doc.doc": "FILE_KIND_UNSUPPORTED",
  "strict.docx": "read",
  "truncated.doc": "FILE_DAMAGED",
  "truncated.docx": "FILE_DAMAGED",
  "utf16.docx": "read",
  "xxe.docx": "FILE_FORBIDDEN_MARKUP",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yangguang-refuse-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The outcome of each file, through the worker threads and limits of a real run. */
async function outcomesOf(paths: readonly string[]): Promise<string[]> {
  const inputs = paths.map((path) => ({ kind: "file" as const, name: path, path }));
  const outcomes: string[] = [];
  for await (const checked of checkFiles({ inputs, previous: [], decisions: [], wantsPages: false })) {
    outcomes.push(checked.status === "read" ? "read" : checked.code);
  }
  return outcomes;
}

test("every hostile or damaged file is read or ends in its coded error, and none stops the others", {
  timeout: 240_000,
}, async () => {
  const names = readdirSync(REFUSE).sort();
  const outcomes = await outcomesOf(names.map((name) => join(REFUSE, name)));
  expect(Object.fromEntries(names.map((name, index) => [name, outcomes[index]]))).toEqual(OUTCOMES);
});

/** Bytes that mean nothing, the same on every run. */
function garbage(bytes: number): Uint8Array {
  const filled = new Uint8Array(bytes);
  let state = 1;
  for (let index = 0; index < bytes; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    filled[index] = state >>> 24;
  }
  return filled;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

function workbook(sheetXml: string): Uint8Array {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(sheetXml),
  });
}

test.each<[string, string, () => Uint8Array, readonly string[]]>([
  ["100 MB of garbage", "garbage.docx", () => garbage(100 * 1024 * 1024), ["FILE_TOO_LARGE"]],
  ["60 MB of garbage called text", "garbage.txt", () => garbage(60 * 1024 * 1024), ["FILE_KIND_UNKNOWN", "FILE_TOO_LARGE"]],
  [
    "a document part of 200 MB that packs into little",
    "bomb.docx",
    () =>
      zipSync(
        { "[Content_Types].xml": strToU8(CONTENT_TYPES), "word/document.xml": new Uint8Array(200 * 1024 * 1024).fill(0x20) },
        { level: 1 },
      ),
    ["FILE_EXPANDS_TOO_MUCH"],
  ],
  [
    "a workbook of a million empty rows",
    "rows.xlsx",
    () =>
      workbook(
        `<worksheet xmlns="${MAIN}"><sheetData>${Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 1}"/>`).join("")}</sheetData></worksheet>`,
      ),
    ["NOT_A_REPORT"],
  ],
  [
    "nested tables 400 deep",
    "nested.docx",
    () =>
      zipSync({
        "[Content_Types].xml": strToU8(CONTENT_TYPES),
        "word/document.xml": strToU8(
          `<w:document xmlns:w="${WORD}"><w:body>${"<w:tbl><w:tr><w:tc>".repeat(400)}${"</w:tc></w:tr></w:tbl>".repeat(400)}</w:body></w:document>`,
        ),
      }),
    ["FILE_TOO_COMPLEX"],
  ],
  ["2 MB of opening signs", "signs.html", () => new Uint8Array(2 * 1024 * 1024).fill(0x3c), ["NOT_A_REPORT", "FILE_TOO_COMPLEX"]],
])("%s ends in a coded error", { timeout: 120_000 }, async (_name, file, bytes, allowed) => {
  const path = join(folder, file);
  writeFileSync(path, bytes());
  const [outcome] = await outcomesOf([path]);
  expect(allowed).toContain(outcome);
});
