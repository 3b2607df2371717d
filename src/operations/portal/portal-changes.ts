import type { PortalMoment } from "../../storage/portal/read-moment.js";
import type { Shown } from "./public-site.js";

/** Items whose last change is remembered; of older changes it is only known that there were some. */
const MOST_REMEMBERED = 20_000;

/**
 * What has changed on the portal, so that what was made of it before is used again for as long as it is still so: not for some
 * seconds, but until the change. Whoever asks is told of everything that was published before the question; all who ask while the
 * database is answering share the next answer, so a busy site asks it hardly more often than a quiet one.
 */
export class PortalChanges {
  readonly #read: (after: number) => Promise<PortalMoment>;
  readonly #changedAt = new Map<string, number>();
  /** When an item of an agency has changed last. */
  readonly #agencyChangedAt = new Map<string, number>();
  #sequence = -1;
  /** When anything may have changed last. */
  #allAt = -1;
  #heardAt = Number.NEGATIVE_INFINITY;
  #running: Promise<number> | null = null;
  #next: Promise<number> | null = null;

  constructor(read: (after: number) => Promise<PortalMoment>) {
    this.#read = read;
  }

  /** The number behind which nothing but single items has changed. */
  get allAt(): number {
    return this.#allAt;
  }

  /** The newest number that was heard. */
  get heard(): number {
    return this.#sequence;
  }

  /** When the question was asked that was answered with it. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** The number of the portal now. */
  now(): Promise<number> {
    if (this.#running === null) return this.#start();
    // The question on its way may have been answered before this one was asked.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  /** Whether nothing has changed since a number; of what is shown, or, for null, of the whole portal. As far as `now` has heard. */
  isSince(sequence: number, shown: Shown | null): boolean {
    if (shown === null) return this.#sequence === sequence;
    const isOld = (changedAt: ReadonlyMap<string, number>) => (id: string) => (changedAt.get(id) ?? -1) <= sequence;
    return (
      this.#allAt <= sequence &&
      shown.itemIds.every(isOld(this.#changedAt)) &&
      shown.agencyIds.every(isOld(this.#agencyChangedAt))
    );
  }

  #start(): Promise<number> {
    this.#next = null;
    const running = this.#ask().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  async #ask(): Promise<number> {
    const askedAt = Date.now();
    const { sequence, items, agencies } = await this.#read(this.#sequence);
    this.#heardAt = askedAt;
    if (sequence === this.#sequence) return sequence;
    if (items === null || this.#changedAt.size + items.length > MOST_REMEMBERED) {
      this.#changedAt.clear();
      this.#agencyChangedAt.clear();
      this.#allAt = sequence;
    } else {
      for (const id of items) this.#changedAt.set(id, sequence);
      for (const id of agencies) this.#agencyChangedAt.set(id, sequence);
    }
    this.#sequence = sequence;
    return sequence;
  }
}
