import { AppError } from "../../errors.js";
import { bundledEngine } from "./bundled-engine.js";
import type { OcrEngine } from "./machine-reading.js";
import { nativeEngine } from "./native-engine.js";

let current: Promise<OcrEngine> | null = null;

async function findEngine(): Promise<OcrEngine> {
  const engine = (await nativeEngine()) ?? (await bundledEngine());
  if (!engine) throw new AppError("OCR_ENGINE_MISSING", {});
  return engine;
}

/** The engine of this process: the installed tesseract program, else the npm package; made once and used again. */
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
