/** What is read in one question at most. */
const MOST_AT_ONCE = 32;
/** Questions on their way at a time: the next is put together while these are answered. */
const ON_THE_WAY = 2;

interface Waiting<Value> {
  readonly resolve: (value: Value | null) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Reads single things of many askers in few questions: whoever asks while the database is answering shares the next question. One
 * asker waits for nobody; the more there are, the less each of them costs.
 */
export class AskedTogether<Value> {
  readonly #readAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  #waiting = new Map<string, Waiting<Value>[]>();
  #onTheWay = 0;

  constructor(readAll: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#readAll = readAll;
  }

  read(id: string): Promise<Value | null> {
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(id);
      if (others !== undefined) others.push({ resolve, reject });
      else this.#waiting.set(id, [{ resolve, reject }]);
      if (this.#onTheWay < ON_THE_WAY) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    const asked = new Map([...this.#waiting].slice(0, MOST_AT_ONCE));
    if (asked.size === 0) return;
    for (const id of asked.keys()) this.#waiting.delete(id);
    this.#onTheWay += 1;
    try {
      const found = await this.#readAll([...asked.keys()]);
      for (const [id, waiting] of asked) for (const { resolve } of waiting) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const waiting of asked.values()) for (const { reject } of waiting) reject(error);
    } finally {
      this.#onTheWay -= 1;
      void this.#ask();
    }
  }
}
