import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PDFiumModule } from "@hyzyla/pdfium";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { type Imports, webAssembly } from "./webassembly.js";

/** The functions of PDFium this reader calls, with the names of its C headers (fpdfview.h, fpdf_text.h, fpdf_edit.h). */
export interface PdfiumFunctions {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(pointer: number): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(data: number, bytes: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageBoundingBox(page: number, rect: number): number;
  FPDF_GetMetaText(document: number, tag: number, buffer: number, bytes: number): number;
  FPDFPage_GetRotation(page: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  FPDFPageObj_GetStrokeWidth(object: number, width: number): number;
  FPDFPath_CountSegments(path: number): number;
  FPDFPath_GetPathSegment(path: number, index: number): number;
  FPDFPath_GetDrawMode(path: number, fillMode: number, stroke: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFPathSegment_GetType(segment: number): number;
  FPDFPathSegment_GetClose(segment: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(textPage: number): void;
  FPDFText_CountChars(textPage: number): number;
  FPDFText_GetUnicode(textPage: number, index: number): number;
  FPDFText_IsGenerated(textPage: number, index: number): number;
  FPDFText_HasUnicodeMapError(textPage: number, index: number): number;
  FPDFText_GetTextObject(textPage: number, index: number): number;
  FPDFText_GetFontSize(textPage: number, index: number): number;
  FPDFText_GetMatrix(textPage: number, index: number, matrix: number): number;
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number;
  FPDFText_GetLooseCharBox(textPage: number, index: number, rect: number): number;
  FPDFTextObj_GetTextRenderMode(object: number): number;
}

/** A running PDFium and a piece of its memory for results. */
export interface Pdfium {
  readonly call: PdfiumFunctions;
  /** 64 bytes, aligned to 8, that functions write their results into. */
  readonly scratch: number;
  /** The memory of the engine as it is now; growing replaces the buffer, so a view is never kept. */
  view(): DataView;
}

// The file, its decoded streams and the parsed pages. Growing overshoots by a fifth; the rest of the allowance is Node itself.
const ENGINE_BYTES = (LIMITS.childMegabytes / 2) * 1024 * 1024;
const SCRATCH_BYTES = 64;

const wasmPath = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");

/** Starts an engine of its own memory. What it may grow to is bounded here, because V8's heap limits do not count it. */
export async function startPdfium(): Promise<Pdfium> {
  const compiled = await webAssembly.compile(await readFile(wasmPath));
  let exports: object | undefined;
  await PDFiumModule({
    instantiateWasm: (imports: Imports, ready: (instance: object) => void): object => {
      const instance = new webAssembly.Instance(compiled, boundMemory(imports));
      exports = instance.exports;
      ready(instance);
      return instance.exports;
    },
  });
  if (exports === undefined) throw new Error("PDFium did not start.");
  const call = exports as PdfiumFunctions; // exports of a wasm module carry no types
  call.FPDF_InitLibrary();
  const scratch = call.malloc(SCRATCH_BYTES);
  let view = new DataView(call.memory.buffer);
  return {
    call,
    scratch,
    view: () => {
      if (view.buffer !== call.memory.buffer) view = new DataView(call.memory.buffer);
      return view;
    },
  };
}

function boundMemory(imports: Imports): Imports {
  const grow = imports.env?.emscripten_resize_heap;
  if (typeof grow !== "function") return imports;
  const boundedGrow = (requested: number): unknown => {
    if (requested >>> 0 > ENGINE_BYTES) throw new AppError("READ_OUT_OF_MEMORY", { limit: LIMITS.childMegabytes });
    return grow(requested);
  };
  return { ...imports, env: { ...imports.env, emscripten_resize_heap: boundedGrow } };
}
