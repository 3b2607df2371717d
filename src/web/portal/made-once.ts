const KEPT_EACH = 20;

/** Keeps what is made of a thing that many pages share for as long as the thing is there, under a key for each way to make it. */
export class MadeOnce<Thing extends object, Made> {
  readonly #made = new WeakMap<Thing, Map<string, Made>>();

  of(thing: Thing, key: string, make: () => Made): Made {
    const kept = this.#made.get(thing) ?? new Map<string, Made>();
    this.#made.set(thing, kept);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size < KEPT_EACH) kept.set(key, made);
    return made;
  }
}
