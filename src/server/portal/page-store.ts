import type { PublicSite, Shown } from "../../operations/portal/public-site.js";

const MOST_BYTES = 16 * 1024 * 1024;
/** A string, a map entry and the headers come on top. */
const ENTRY_BYTES = 1_500;

export interface KeptPage {
  readonly code: number;
  readonly tag: string;
  /** As it travels: packed, unless it is so small that it travels as it is. */
  readonly body: Buffer;
  readonly isPacked: boolean;
  /** Names and values by turns: those of the answer it was made for, but for what belonged to that answer alone. */
  readonly headers: readonly string[];
  /** The number of the portal before it was made, and what it was made of; null for a page that may show anything. */
  readonly since: number;
  readonly shown: Shown | null;
  readonly madeAt: number;
  readonly until: number;
}

/** The pages that are kept, by address; the least recently used go first when there are too many. */
export class PageStore {
  readonly #site: Pick<PublicSite, "isSince">;
  readonly #pages = new Map<string, KeptPage>();
  #bytes = 0;

  constructor(site: Pick<PublicSite, "isSince">) {
    this.#site = site;
  }

  has(key: string): boolean {
    return this.#pages.has(key);
  }

  /** A page that is still as it was when somebody asked; null where there is none. */
  right(key: string, askedFirst: number): KeptPage | null {
    const page = this.#pages.get(key);
    if (page === undefined || page.until < Date.now()) return null;
    // One that was begun after somebody asked tells them all there was to tell, whatever has changed since.
    if (page.since < askedFirst && !this.#site.isSince(page.since, page.shown)) return null;
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  keep(key: string, page: KeptPage): void {
    const earlier = this.#pages.get(key);
    if (earlier !== undefined) this.#drop(key, earlier);
    this.#pages.set(key, page);
    this.#bytes += page.body.length + ENTRY_BYTES;
    for (const [oldKey, old] of this.#pages) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#drop(oldKey, old);
    }
  }

  #drop(key: string, page: KeptPage): void {
    this.#pages.delete(key);
    this.#bytes -= page.body.length + ENTRY_BYTES;
  }
}
