const KEPT_MS = 60_000;
const MOST = 2_000;

/** Lists that were found a moment ago to be longer than is counted: for a minute they are not counted again. */
export class LongLists {
  readonly #until = new Map<string, number>();

  has(list: string): boolean {
    return (this.#until.get(list) ?? 0) > Date.now();
  }

  add(list: string): void {
    this.#until.delete(list);
    this.#until.set(list, Date.now() + KEPT_MS);
    const [oldest] = this.#until.keys();
    if (this.#until.size > MOST && oldest !== undefined) this.#until.delete(oldest);
  }
}
