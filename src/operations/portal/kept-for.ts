interface Kept<Value> {
  readonly value: Promise<Value>;
  until: number;
  /** Whether it is what would be found now, as far as is known. */
  isStill?: () => boolean;
}

/** What took long to find is kept this many times as long as it took. */
const WORTH = 20;

/** Values that may be a little old, each asked for once however many ask at the same time. The oldest gives way to the newest. */
export class KeptFor<Value> {
  readonly #milliseconds: number;
  readonly #most: number;
  readonly #kept = new Map<string, Kept<Value>>();

  constructor(milliseconds: number, most: number) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  get(key: string, find: () => Promise<Value>): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > Date.now()) return kept.value;
    const value = find();
    this.#put(key, { value, until: Date.now() + this.#milliseconds });
    // What failed is not kept.
    value.catch(() => this.#kept.delete(key));
    return value;
  }

  /**
   * The same, but only the first waits: later the old value is given while a new one is looked for, and looking never takes more than
   * a twentieth of the time. One of which it is known that it still holds is not looked for again.
   */
  getLate(key: string, find: () => Promise<Value>, { isStill }: { readonly isStill?: () => boolean } = {}): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && (kept.until > Date.now() || kept.isStill?.() === true)) return kept.value;
    const begun = Date.now();
    const value = find();
    const fresh: Kept<Value> = { value, until: Number.POSITIVE_INFINITY, ...(isStill && { isStill }) };
    if (kept === undefined) this.#put(key, fresh);
    else kept.until = Number.POSITIVE_INFINITY; // until the new one is there
    value.then(
      () => {
        fresh.until = Date.now() + Math.max(this.#milliseconds, WORTH * (Date.now() - begun));
        if (kept !== undefined) this.#put(key, fresh);
      },
      () => {
        if (kept === undefined) this.#kept.delete(key);
        else kept.until = Date.now() + this.#milliseconds;
      },
    );
    return kept?.value ?? value;
  }

  #put(key: string, kept: Kept<Value>): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
