import type { ItemFilter } from "../../register/portal/public-item.js";

/** What a filter can ask for, as it stands in the row of an item. */
interface Filterable {
  readonly agencyId: string;
  readonly disclosureItem: string | null;
  readonly theme: string | null;
  readonly genre: string | null;
  readonly validity: string | null;
  readonly publishedAt: string;
}

/** China has had one time zone without summer time since 1992. */
const CHINA_MS = 8 * 3_600_000;

/**
 * What an item is filtered by, as tokens beside its words: the index then answers words and filters together. No word of a text
 * begins with this sign. Migration 0032 makes the same ones.
 */
export function filterTokens(item: Filterable): string[] {
  const month = monthOf(Date.parse(item.publishedAt));
  const marks: readonly (readonly [string, string | null])[] = [
    ["a", item.agencyId],
    ["d", item.disclosureItem],
    ["t", item.theme],
    ["g", item.genre],
    ["v", item.validity],
    ["y", month.slice(0, 4)],
    ["m", month],
  ];
  return marks.flatMap(([kind, value]) => (value === null ? [] : [`#${kind}:${value}`]));
}

/** Groups of tokens; of each group one must be there. */
export function tokensOfFilter({ agencyIds = [], disclosureItem, theme, genre, validity, year }: ItemFilter): string[][] {
  const groups: string[][] = agencyIds.length === 0 ? [] : [agencyIds.map((id) => `#a:${id}`)];
  for (const [kind, value] of Object.entries({ d: disclosureItem, t: theme, g: genre, v: validity, y: year })) {
    if (value !== undefined && value !== "") groups.push([`#${kind}:${value}`]);
  }
  return groups;
}

/** Spans of time from the newest on, each as tokens of which one must be there, each beginning where the last one ends. */
export function spansBack(now: number): string[][] {
  const months = Array.from({ length: 12 }, (_, back) => `#m:${monthBefore(now, back)}`);
  const year = Number(monthOf(now).slice(0, 4));
  return [months.slice(0, 2), months, Array.from({ length: 5 }, (_, back) => `#y:${year - back}`)];
}

function monthOf(instant: number): string {
  return new Date(instant + CHINA_MS).toISOString().slice(0, 7).replace("-", "");
}

function monthBefore(now: number, back: number): string {
  const day = new Date(now + CHINA_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1)).toISOString().slice(0, 7).replace("-", "");
}
