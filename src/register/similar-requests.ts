import type { InfoRequest } from "./info-request.js";

/** A request that may ask for the same as another. */
export interface Similar {
  readonly request: InfoRequest;
  /** 0 to 1: how much of the two descriptions is the same. */
  readonly likeness: number;
  /** The same person asks again (第三十六条第六项), or somebody else asks for the same (第四十四条). */
  readonly relation: "same-requester" | "other-requester";
}

/** From here on two descriptions are much alike. */
export const LEAST_LIKENESS = 0.6;
const MOST_SHOWN = 20;
/** Words of every request, which say nothing about what is asked for. */
const FILLER = /申请|公开|政府信息|请|关于|有关|相关|的|等|我|本人|贵[局委厅府办]|[\s\p{P}]/gu;

/**
 * Requests whose descriptions are much alike, the likest first: for a person to look at, never a decision.
 * Alike is the share of pairs of neighbouring characters both have (Dice), which needs no dictionary and no order of words.
 */
export function similarRequests(request: InfoRequest, others: Iterable<InfoRequest>, leastLikeness = LEAST_LIKENESS): Similar[] {
  const pairs = pairsOf(request.description);
  const found: Similar[] = [];
  for (const other of others) {
    if (other.id === request.id || other.letterId === request.letterId) continue;
    const likeness = dice(pairs, pairsOf(other.description));
    if (likeness < leastLikeness) continue;
    found.push({ request: other, likeness, relation: isSameRequester(request, other) ? "same-requester" : "other-requester" });
  }
  return found
    .sort((one, other) => other.likeness - one.likeness || (one.request.id < other.request.id ? -1 : 1))
    .slice(0, MOST_SHOWN);
}

/** How much of a description is in others, 0 to 1: the same measure, for texts of which nothing else is known yet. */
export function likenessTo(description: string): (other: string) => number {
  const pairs = pairsOf(description);
  return (other) => dice(pairs, pairsOf(other));
}

/** The words of a description that say what is asked for, joined. */
export function tellingWords(description: string): string {
  return description.normalize("NFKC").replace(FILLER, "");
}

function isSameRequester({ requester: one }: InfoRequest, { requester: other }: InfoRequest): boolean {
  const [number, otherNumber] = [one.identity?.number, other.identity?.number];
  // Two without a number are two of whom nothing is known.
  if (number === undefined || otherNumber === undefined) return false;
  return number.toUpperCase() === otherNumber.toUpperCase() && one.name.trim() === other.name.trim();
}

function pairsOf(description: string): ReadonlyMap<string, number> {
  const characters = [...description.normalize("NFKC").replace(FILLER, "")];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function dice(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, times] of one) shared += Math.min(times, other.get(pair) ?? 0);
  const total = sizeOf(one) + sizeOf(other);
  return total === 0 ? 0 : (2 * shared) / total;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((sum, times) => sum + times, 0);
