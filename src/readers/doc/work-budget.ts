import { AppError } from "../../errors.js";

/**
 * Bounds the bytes of modifiers that may be applied. Runs and paragraphs share their lists, so a small file can ask for the
 * same long list a million times; an honest one stays below ten times its length.
 */
export class WorkBudget {
  #left: number;

  constructor(streamBytes: number) {
    this.#left = 16 * streamBytes + 4 * 2 ** 20;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new AppError("FILE_TOO_COMPLEX", { detail: "Word 格式重复过多" });
  }
}
