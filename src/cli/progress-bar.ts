const WIDTH = 28;

/** A bar on the standard error of a terminal: 「读取 ████████░░░░ 120/300」. Silent when nobody watches. */
export class ProgressBar {
  readonly #total: number;
  readonly #isShown: boolean;
  #drawn = "";

  constructor(total: number) {
    this.#total = total;
    this.#isShown = process.stderr.isTTY === true && total > 1;
  }

  show(done: number): void {
    if (!this.#isShown) return;
    const filled = Math.round((done / this.#total) * WIDTH);
    const line = `读取 ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${this.#total}`;
    if (line === this.#drawn) return;
    this.#drawn = line;
    process.stderr.write(`\r${line}`);
  }

  /** Takes the bar away, so that what is printed next stands on a clean line. */
  clear(): void {
    if (this.#drawn === "") return;
    process.stderr.write("\r\u001b[2K");
    this.#drawn = "";
  }
}
