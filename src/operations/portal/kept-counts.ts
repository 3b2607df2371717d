import type { CappedCount } from "../../register/portal/public-item.js";
import type { PortalChanges } from "./portal-changes.js";

const MOST = 2_000;
/** A list that is longer than is counted is taken for so long to be so still. */
const LONG_MS = 60_000;
/** Whoever has not heard for so long whether something has changed does not rely on it. */
const HEARD_MS = 1_000;

interface KeptCount {
  readonly total: CappedCount;
  readonly agencyIds: readonly string[];
  /** The number of the portal before it was counted. */
  readonly since: number;
  readonly at: number;
}

/** How long lists are, for as long as no item of their agencies has changed, or of any where they are of all. */
export class KeptCounts {
  readonly #changes: Pick<PortalChanges, "heardAt" | "isSince">;
  readonly #now: () => number;
  readonly #counts = new Map<string, KeptCount>();

  constructor(changes: Pick<PortalChanges, "heardAt" | "isSince">, now: () => number = Date.now) {
    this.#changes = changes;
    this.#now = now;
  }

  /** As it was counted, where that still holds; null where it must be counted. */
  of(list: string): CappedCount | null {
    const kept = this.#counts.get(list);
    if (kept === undefined) return null;
    const { total, agencyIds, since, at } = kept;
    if (total.isMore && this.#now() < at + LONG_MS) return total;
    if (this.#now() > this.#changes.heardAt + HEARD_MS) return null;
    return this.#changes.isSince(since, agencyIds.length === 0 ? null : { itemIds: [], agencyIds }) ? total : null;
  }

  /** Counts and keeps; `since` is what was heard before. */
  keep(list: string, count: Omit<KeptCount, "at">): void {
    this.#counts.delete(list);
    this.#counts.set(list, { ...count, at: this.#now() });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST && oldest !== undefined) this.#counts.delete(oldest);
  }
}
