import { AppError } from "../../errors.js";
import { bundledEngine } from "./bundled-engine.js";
import type { GrayImage, PixelBox } from "./gray-image.js";
import { nativeEngine } from "./native-engine.js";

/** How a picture is to be read: figures with the digits of the Latin data, words with the Chinese. */
export interface OcrTask {
  readonly language: "eng" | "chi_sim";
  /** A block of lines one below the other, or a single line. */
  readonly layout: "block" | "line";
  /** The only characters that may come out; all when absent. */
  readonly characters?: string;
}

/** A word the engine found: its text, where it stands in the picture, and how sure the engine is, 0 to 1. */
export interface OcrWord {
  readonly text: string;
  readonly box: PixelBox;
  readonly confidence: number;
  /** Words of one line have the same number; lines count from the top. */
  readonly line: number;
}

/** A program that turns pictures into words. It never touches the network. */
export interface OcrEngine {
  read(image: GrayImage, task: OcrTask): Promise<OcrWord[]>;
  /** Ends threads and programs, so that the process can exit. */
  close(): Promise<void>;
}

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
