import type { SourceDocument } from "../document/document.js";
import { readByKind } from "../readers/read-by-kind.js";
import { readInChild } from "./child-reader.js";
import "./native-machine.js";

/** The content of a file of any kind we read. A pdf may take pdfium's memory with it: it is read in a process of its own, which also tells a scan. */
export function readDocument(bytes: Uint8Array): Promise<SourceDocument> {
  return readByKind(bytes, readInChild);
}
