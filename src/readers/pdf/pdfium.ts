import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PDFiumModule } from "@hyzyla/pdfium";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { installFont } from "./install-font.js";
import { type Imports, webAssembly } from "./webassembly.js";

/** The functions of PDFium this reader calls, with the names of its C headers (fpdfview.h, fpdf_text.h, fpdf_edit.h). */
export interface PdfiumFunctions {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(pointer: number): void;
  FPDF_InitLibrary(): void;
  FPDF_InitLibraryWithConfig(config: number): void;
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
  FPDFText_GetCharBox(textPage: number, index: number, left: number, right: number, bottom: number, top: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, color: number): number;
  FPDFBitmap_Destroy(bitmap: number): void;
  FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  FPDFPage_RemoveObject(page: number, object: number): number;
  FPDFPageObj_Destroy(object: number): void;
  FPDFPage_GetAnnotCount(page: number): number;
  FPDFPage_GetAnnot(page: number, index: number): number;
  FPDFPage_CloseAnnot(annotation: number): void;
  FPDFAnnot_GetSubtype(annotation: number): number;
  FPDFAnnot_GetStringValue(annotation: number, key: number, buffer: number, bytes: number): number;
  FPDFDoc_GetAttachmentCount(document: number): number;
  FPDFDoc_GetAttachment(document: number, index: number): number;
  FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, needed: number): number;
  FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  FPDFBookmark_GetTitle(bookmark: number, buffer: number, bytes: number): number;
  FPDFDoc_GetJavaScriptActionCount(document: number): number;
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

/**
 * Starts an engine of its own memory. What it may grow to is bounded here, because V8's heap limits do not count it. With a font it can
 * draw Chinese text whose font is not in the file, as in most documents offices print to pdf themselves; reading needs none.
 */
export async function startPdfium(font?: Uint8Array): Promise<Pdfium> {
  const compiled = await webAssembly.compile(await readFile(wasmPath));
  let exports: object | undefined;
  let system: Imports = {};
  await PDFiumModule({
    instantiateWasm: (imports: Imports, ready: (instance: object) => void): Record<string, never> => {
      system = boundMemory(imports);
      const instance = new webAssembly.Instance(compiled, system);
      exports = instance.exports;
      ready(instance);
      return instance.exports as Record<string, never>; // nobody reads them from there; some type libraries ask for a record
    },
  });
  if (exports === undefined) throw new Error("PDFium did not start.");
  const call = exports as PdfiumFunctions; // exports of a wasm module carry no types
  if (font === undefined) call.FPDF_InitLibrary();
  else installFont(call, system, font);
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
