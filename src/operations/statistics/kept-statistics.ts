import type { Database } from "../../storage/database.js";
import { chainLengths } from "../../storage/statistics/review-statistics.js";

const MOST_KEPT = 500;
const kept = new WeakMap<object, Map<string, { readonly mark: string; readonly value: unknown }>>();

/**
 * What was counted stays counted until something is written in the chains it was counted from, or another day begins: a page that is
 * looked at often costs one question of an index.
 */
export async function keptUntilWritten<Value>(
  database: Database,
  { key, agencies, day }: { readonly key: string; readonly agencies: readonly string[]; readonly day: string },
  count: () => Promise<Value>,
): Promise<Value> {
  const lengths = await chainLengths(database, agencies);
  const mark = `${day} ${agencies.map((id) => lengths.get(id) ?? 0).join(" ")}`;
  const own = kept.get(database.db) ?? new Map<string, { readonly mark: string; readonly value: unknown }>();
  kept.set(database.db, own);
  const known = own.get(key);
  if (known?.mark === mark) return known.value as Value; // the same key was counted by the same function
  const value = await count();
  own.delete(key);
  own.set(key, { mark, value });
  const [oldest] = own.keys();
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
  return value;
}
