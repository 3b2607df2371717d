import type { Recorded } from "./case-event.js";

/** A person found that two requests belong together. It changes no figure; it is what a repeat is proved with. */
export interface RequestLink extends Recorded {
  /** The later request. */
  readonly requestId: string;
  /** The earlier one. */
  readonly earlierId: string;
  /** 重复申请 (第三十六条第六项), 多人申请同一信息 (第四十四条), or only related. */
  readonly kind: "repeat" | "same-information" | "related";
  /** Set when the link was found to be wrong. */
  readonly isRemoved?: true;
}

/** The links that hold: of several records about the same two requests the last. */
export function standingLinks(links: readonly RequestLink[]): RequestLink[] {
  const last = new Map<string, RequestLink>();
  for (const link of links) {
    const key = JSON.stringify([link.requestId, link.earlierId].sort());
    const known = last.get(key);
    if (!known || known.sequence < link.sequence) last.set(key, link);
  }
  return [...last.values()].filter(({ isRemoved }) => isRemoved !== true);
}

/** Every request that hangs together with one, however far the links go; the request itself is left out. */
export function linkedRequests(links: readonly RequestLink[], requestId: string): string[] {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string) => neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  for (const { requestId: later, earlierId } of standingLinks(links)) {
    join(later, earlierId);
    join(earlierId, later);
  }
  const found = new Set([requestId]);
  // A set that grows while it is walked: each request is looked at once.
  for (const id of found) for (const other of neighbours.get(id) ?? []) found.add(other);
  found.delete(requestId);
  return [...found].sort();
}
