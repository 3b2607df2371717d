import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pdfFile, shown } from "../../test/builders/pdf-file.js";
import { endChild, readInChild } from "./child-reader.js";

const CORPUS = join(import.meta.dirname, "../../test/corpus");
const corpus = (file: string): Uint8Array => readFileSync(join(CORPUS, file));

afterAll(endChild);

describe("a pdf is read in a process of its own", () => {
  test("the document comes back whole, with its metadata", async () => {
    const document = await readInChild(corpus("made/f1.lo.pdf"));
    expect(document.kind).toBe("pdf");
    expect(document.metadata.get("Producer")).toBe("LibreOffice 7.4");
    expect(document.blocks.flatMap((block) => (block.kind === "grid" ? [`${block.rows}×${block.columns}`] : []))).toEqual([
      "18×4",
      "26×10",
      "4×15",
    ]);
  });

  test("an error comes back with its code and its data", async () => {
    await expect(readInChild(corpus("refuse/f0-userpw.pdf"))).rejects.toMatchObject({
      name: "AppError",
      code: "FILE_PROTECTED",
      status: 422,
    });
    await expect(readInChild(corpus("refuse/f0-truncated.pdf"))).rejects.toMatchObject({
      code: "FILE_DAMAGED",
      data: { detail: expect.any(String) },
    });
  });

  test("files asked for together are all read", async () => {
    const files = Array.from({ length: 5 }, (_, index) => pdfFile({ pages: [shown(`第${index}份文件`, 100, 700)] }));
    const documents = await Promise.all(files.map(readInChild));
    expect(documents.map(({ blocks }) => blocks.map((block) => (block.kind === "paragraph" ? block.text : "")))).toEqual(
      files.map((_, index) => [`第${index}份文件`]),
    );
  });

  test("a file that uses up the memory fails alone", async () => {
    const [bad, good] = await Promise.allSettled([
      readInChild(corpus("refuse/form-loop.pdf")),
      readInChild(corpus("made/f1.lo.pdf")),
    ]);
    expect(bad).toMatchObject({ status: "rejected", reason: { code: "READ_OUT_OF_MEMORY" } });
    expect(good).toMatchObject({ status: "fulfilled", value: { kind: "pdf" } });
  });

  test("a content bomb ends in a coded error", async () => {
    await expect(readInChild(corpus("refuse/bomb-text.pdf"))).rejects.toMatchObject({
      code: expect.stringMatching(/^(READ_TIMED_OUT|READ_OUT_OF_MEMORY|READER_CRASHED|FILE_TOO_COMPLEX)$/),
    });
  });

  test("ending the child fails what it was reading, and the next file starts another", async () => {
    const cancelled = readInChild(corpus("made/f1.lo.pdf"));
    const failing = expect(cancelled).rejects.toMatchObject({ code: "READER_CRASHED" });
    endChild();
    await failing;
    expect((await readInChild(corpus("made/f1.lo.pdf"))).kind).toBe("pdf");
  });
});
