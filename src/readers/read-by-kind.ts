import type { FileKind, SourceDocument } from "../document/document.js";
import { AppError } from "../errors.js";
import { fileKindOf } from "./file-kind.js";
import { LIMITS } from "./limits.js";

type Reader = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

/** The reader of each kind of file, loaded when first needed: most runs meet one or two kinds. */
const READERS: Readonly<Record<Exclude<FileKind, "pdf" | "scan">, () => Promise<Reader>>> = {
  docx: async () => (await import("./docx/read-docx.js")).readDocx,
  odt: async () => (await import("./odt/read-odt.js")).readOdt,
  xlsx: async () => (await import("./xlsx/read-xlsx.js")).readXlsx,
  doc: async () => (await import("./doc/read-doc.js")).readDoc,
  html: async () => (await import("./html/read-html.js")).readHtml,
  text: async () => (await import("./text/read-text.js")).readText,
};

const MEGABYTE = 1024 * 1024;

/**
 * The content of a file of any kind we read, recognised by its bytes. Whoever calls says how a pdf is read, because its engine is kept
 * apart in another way in every surrounding. Throws an AppError and nothing else for a bad file.
 */
export async function readByKind(bytes: Uint8Array, readPdf: Reader): Promise<SourceDocument> {
  if (bytes.length > LIMITS.fileMegabytes * MEGABYTE) {
    throw new AppError("FILE_TOO_LARGE", { megabytes: Math.ceil(bytes.length / MEGABYTE), limit: LIMITS.fileMegabytes });
  }
  const kind = fileKindOf(bytes);
  const read = kind === "pdf" || kind === "scan" ? readPdf : await READERS[kind]();
  return read(bytes);
}
