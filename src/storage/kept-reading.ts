/** How often this process has written to a table, and committed. */
const commits = new Map<string, number>();

/** Tells that something was written to these tables and is there for everybody: what is kept of them is read anew. */
export function noteWritten(tables: Iterable<string>): void {
  for (const table of tables) commits.set(table, (commits.get(table) ?? 0) + 1);
}

interface Kept<Value> {
  readonly value: Value;
  readonly mark: number;
  readonly until: number;
}

const MOST_KEPT = 5_000;

/**
 * What was read a moment ago, for as long as this process has written nothing to the tables it comes from, and for some seconds at most:
 * another process may write too. For what every request asks for and nearly none changes.
 */
export class KeptReading<Value> {
  readonly #tables: readonly string[];
  readonly #seconds: number;
  readonly #kept = new WeakMap<object, Map<string, Kept<Value>>>();

  constructor(tables: readonly string[], seconds: number) {
    this.#tables = tables;
    this.#seconds = seconds;
  }

  /** What `read` gives, or gave a moment ago, of a database under a key. Undefined is not kept. */
  async of(db: object, key: string, read: () => Promise<Value>): Promise<Value> {
    const own = this.#kept.get(db) ?? new Map<string, Kept<Value>>();
    this.#kept.set(db, own);
    const mark = this.#mark();
    const known = own.get(key);
    if (known !== undefined && known.mark === mark && known.until > performance.now()) return known.value;
    const value = await read();
    // What was read while somebody wrote may be what was there before; its mark is that of before, so it is not given again.
    if (value !== undefined) {
      if (own.size >= MOST_KEPT) own.clear();
      own.set(key, { value, mark, until: performance.now() + this.#seconds * 1000 });
    }
    return value;
  }

  #mark(): number {
    return this.#tables.reduce((sum, table) => sum + (commits.get(table) ?? 0), 0);
  }
}
