import type { Pdfium } from "./pdfium.js";

const TAGS = ["Title", "Author", "Subject", "Creator", "Producer", "CreationDate"] as const; // ISO 32000-1, 14.3.3, table 317
const MAX_BYTES = 4096;

/** The information dictionary of a document. */
export function metadataOf(pdfium: Pdfium, document: number): ReadonlyMap<string, string> {
  const { call } = pdfium;
  const found = new Map<string, string>();
  const buffer = call.malloc(MAX_BYTES);
  for (const tag of TAGS) {
    const name = call.malloc(tag.length + 1);
    new Uint8Array(call.memory.buffer).set(new TextEncoder().encode(`${tag}\0`), name);
    const bytes = call.FPDF_GetMetaText(document, name, buffer, MAX_BYTES);
    call.free(name);
    if (bytes <= 2 || bytes > MAX_BYTES) continue;
    const text = new TextDecoder("utf-16le").decode(new Uint8Array(call.memory.buffer, buffer, bytes - 2)).trim();
    if (text !== "") found.set(tag, text);
  }
  call.free(buffer);
  return found;
}
