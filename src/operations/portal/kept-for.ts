/** Values that may be a little old, each asked for once however many ask at the same time. The oldest gives way to the newest. */
export class KeptFor<Value> {
  readonly #milliseconds: number;
  readonly #most: number;
  readonly #kept = new Map<string, { readonly until: number; readonly value: Promise<Value> }>();

  constructor(milliseconds: number, most: number) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  get(key: string, find: () => Promise<Value>): Promise<Value> {
    const now = Date.now();
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.until > now) return kept.value;
    const value = find();
    this.#kept.delete(key);
    this.#kept.set(key, { until: now + this.#milliseconds, value });
    // What failed is not kept.
    value.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
