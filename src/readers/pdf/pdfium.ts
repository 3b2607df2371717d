import { PDFiumModule } from "@hyzyla/pdfium";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { installFont } from "./install-font.js";
import type { PdfiumFunctions } from "./pdfium-functions.js";
import { type Imports, webAssembly } from "./webassembly.js";

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

/** Gives PDFium's WebAssembly module, compiled: where its file lies, every surrounding knows for itself. */
export type PdfiumSource = () => Promise<object>;

/**
 * Starts an engine of its own memory. What it may grow to is bounded here, because V8's heap limits do not count it. With a font it can
 * draw Chinese text whose font is not in the file, as in most documents offices print to pdf themselves; reading needs none.
 */
export async function startPdfium(source: PdfiumSource, font?: Uint8Array): Promise<Pdfium> {
  const compiled = await source();
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
