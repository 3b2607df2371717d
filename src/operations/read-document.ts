import type { FileKind, SourceDocument } from "../document/document.js";
import { AppError } from "../errors.js";
import { fileKindOf } from "../readers/file-kind.js";
import { LIMITS } from "../readers/limits.js";
import { readInChild } from "./child-reader.js";

/** The reader of each kind of file, loaded when first needed: most runs meet one or two kinds. */
const READERS: Readonly<Record<FileKind, () => Promise<(bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>>>> = {
  docx: async () => (await import("../readers/docx/read-docx.js")).readDocx,
  odt: async () => (await import("../readers/odt/read-odt.js")).readOdt,
  xlsx: async () => (await import("../readers/xlsx/read-xlsx.js")).readXlsx,
  doc: async () => (await import("../readers/doc/read-doc.js")).readDoc,
  html: async () => (await import("../readers/html/read-html.js")).readHtml,
  text: async () => (await import("../readers/text/read-text.js")).readText,
  // A pdf may take pdfium's memory with it: it is read in a process of its own, which also tells a scan.
  pdf: async () => readInChild,
  scan: async () => readInChild,
};

const MEGABYTE = 1024 * 1024;

/** The content of a file of any kind we read, recognised by its bytes. Throws an AppError and nothing else for a bad file. */
export async function readDocument(bytes: Uint8Array): Promise<SourceDocument> {
  if (bytes.length > LIMITS.fileMegabytes * MEGABYTE) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / MEGABYTE), limit: LIMITS.fileMegabytes });
  }
  const read = await READERS[fileKindOf(bytes)]();
  return read(bytes);
}
