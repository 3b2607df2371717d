import type { PdfiumFunctions } from "./pdfium-functions.js";
import type { Imports } from "./webassembly.js";

const CURRENT_DIRECTORY = -100; // AT_FDCWD
const WRITE_AND_CREATE = 0o101;
const FONT_FOLDER = "/tmp"; // of the engine's own file system in memory; it has no other folder that is empty
const CONFIG_VERSION = 2; // FPDF_LIBRARY_CONFIG in fpdfview.h

type OpenAt = (directory: number, path: number, flags: number, mode: number) => number;
type FdWrite = (file: number, vectors: number, count: number, written: number) => number;
type FdClose = (file: number) => number;

/** Starts the library with a font in the file system it sees, which is memory and nothing of the machine's. */
export function installFont(call: PdfiumFunctions, system: Imports, font: Uint8Array): void {
  writeFile(call, system, `${FONT_FOLDER}/font.ttf`, font);
  const folder = text(call, FONT_FOLDER);
  const folders = words(call, [folder, 0]);
  call.FPDF_InitLibraryWithConfig(words(call, [CONFIG_VERSION, folders, 0, 0, 0]));
}

function writeFile(
  call: PdfiumFunctions,
  { env, wasi_snapshot_preview1: wasi }: Imports,
  path: string,
  content: Uint8Array,
): void {
  const open = env?.__syscall_openat as OpenAt | undefined; // imports of a wasm module carry no types
  const write = wasi?.fd_write as FdWrite | undefined; // the same
  const close = wasi?.fd_close as FdClose | undefined; // the same
  if (open === undefined || write === undefined || close === undefined) return;
  const data = call.malloc(content.length);
  new Uint8Array(call.memory.buffer).set(content, data);
  const file = open(CURRENT_DIRECTORY, text(call, path), WRITE_AND_CREATE, words(call, [0o644]));
  if (file < 0) throw new Error(`The font could not be given to the engine (${file}).`);
  write(file, words(call, [data, content.length]), 1, words(call, [0]));
  close(file);
  call.free(data);
}

function text(call: PdfiumFunctions, characters: string): number {
  const bytes = new TextEncoder().encode(`${characters}\0`);
  const at = call.malloc(bytes.length);
  new Uint8Array(call.memory.buffer).set(bytes, at);
  return at;
}

function words(call: PdfiumFunctions, values: readonly number[]): number {
  const at = call.malloc(values.length * 4);
  const view = new DataView(call.memory.buffer);
  for (const [index, value] of values.entries()) view.setInt32(at + 4 * index, value, true);
  return at;
}
