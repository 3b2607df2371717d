import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { webAssembly } from "../readers/pdf/webassembly.js";

const wasmPath = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");

/** PDFium's module from the file in its package. */
export async function nodePdfium(): Promise<object> {
  return webAssembly.compile(await readFile(wasmPath));
}
