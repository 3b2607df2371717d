import type { GrayImage } from "./gray-image.js";

/** How lines are to be read: figures with the Latin data, words with the Chinese. */
export interface OcrTask {
  readonly language: "eng" | "chi_sim";
  /** The only characters that may come out; all when absent. */
  readonly characters?: string;
}

/** What was read, and how sure the machine is of it, 0 to 1. */
export interface MachineReading {
  readonly text: string;
  readonly confidence: number;
}

/** A program that turns pictures of single lines into text. It never touches the network. */
export interface OcrEngine {
  /** One reading for each line, in the same order; an empty text where nothing was made out. */
  readLines(lines: readonly GrayImage[], task: OcrTask): Promise<MachineReading[]>;
  /** Ends threads and programs, so that the process can exit. */
  close(): Promise<void>;
}
