import { AppError } from "../../errors.js";
import { bundledEngine } from "./bundled-engine.js";
import type { OcrEngine } from "./machine-reading.js";
import { nativeEngine } from "./native-engine.js";

let current: Promise<OcrEngine> | null = null;

async function findEngine(): Promise<OcrEngine> {
  const engine = (await bundledEngine()) ?? (await nativeEngine());
  if (!engine) throw new AppError("OCR_ENGINE_MISSING", {});
  return engine;
}

/**
 * The engine of this process, made once and used again: the npm package, else the tesseract program of the system.
 * The package comes first because its data is known: on the samples it read every cell where Debian's data left rows unread.
 */
export function ocrEngine(): Promise<OcrEngine> {
  current ??= findEngine().catch((error: unknown) => {
    current = null;
    throw error;
  });
  return current;
}

/** Ends the engine, if there is one; the next scan starts a new one. */
export async function closeOcrEngine(): Promise<void> {
  const open = current;
  current = null;
  if (open) await (await open).close();
}
