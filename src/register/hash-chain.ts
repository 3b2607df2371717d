/** SHA-256 or the like: text in, hexadecimal text out. An argument, because this layer has no cryptography of its own. */
export type Hash = (text: string) => string;

/** A record with the hash that ties it to everything before it. */
export interface Link {
  readonly record: unknown;
  readonly hash: string;
}

/** What the first record is tied to. */
export const CHAIN_START = "0".repeat(64);

/**
 * A value as JSON that is the same whatever the order its keys were written in (as RFC 8785 has it: keys sorted by code unit, no spaces).
 * Loud about what JSON cannot hold, because two records that differ must never be written alike.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be part of a hashed record.`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`A ${typeof value} cannot be part of a hashed record.`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("Only plain objects can be hashed.");
  const members = Object.entries(value)
    // JSON leaves out what is undefined, so a record read back from a store must hash like the one that was written.
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

/** The hash of a record that follows another; the hash before goes in, so nothing earlier can be changed unseen. */
export function chainOf(previousHash: string, record: unknown, hash: Hash): string {
  return hash(`${previousHash}\n${canonicalJson(record)}`);
}

/** Whether a chain holds; if not, the index of the first link that is broken. */
export type ChainVerdict =
  | { readonly isIntact: true; readonly length: number; readonly lastHash: string }
  | { readonly isIntact: false; readonly brokenAt: number; readonly expected: string; readonly found: string };

/** Follows a chain from its start and stops at the first link that does not fit. */
export function verifyChain(links: Iterable<Link>, hash: Hash, start: string = CHAIN_START): ChainVerdict {
  let previous = start;
  let length = 0;
  for (const { record, hash: found } of links) {
    const expected = chainOf(previous, record, hash);
    if (expected !== found) return { isIntact: false, brokenAt: length, expected, found };
    previous = found;
    length += 1;
  }
  return { isIntact: true, length, lastHash: previous };
}
