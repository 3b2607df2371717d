import type { Kysely } from "kysely";
import { AppError } from "../../errors.js";
import { numberInSeries } from "../../law/publication/index-scheme.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";

/**
 * The next 索引号 of a series for an item, or the one it has. Taken under the lock of the agency's chain in the transaction that publishes:
 * when that fails the number is free again, so a series has no gaps; numbers that were imported are passed over.
 */
export async function takeIndexNumber(
  writing: Writing,
  { itemId, series }: { readonly itemId: string; readonly series: string },
): Promise<string> {
  const { trx, chain, recordedAt, recordedBy } = writing;
  const known = await numberOf(writing, itemId);
  if (known !== null) return known;
  const last = await trx
    .selectFrom("index_number")
    .select(({ fn }) => fn.max<number | null>("serial").as("serial"))
    .where("chain_id", "=", chain)
    .where("series", "=", series)
    .executeTakeFirst();
  for (let serial = (last?.serial ?? 0) + 1; ; serial += 1) {
    const text = numberInSeries(series, serial);
    if (await isTaken(writing, text)) continue;
    await writing.add("index_number", [
      {
        ...{ index_text: text, chain_id: chain, item_id: itemId, series, serial },
        ...{ recorded_at: recordedAt, recorded_by: recordedBy },
      },
    ]);
    return text;
  }
}

/** Keeps the number an item bore elsewhere, in whatever form. Throws INDEX_NUMBER_TAKEN when another item has it. */
export async function keepIndexNumber(writing: Writing, { itemId, text }: { itemId: string; text: string }): Promise<string> {
  const known = await numberOf(writing, itemId);
  if (known === text) return known;
  if (known !== null || (await isTaken(writing, text))) throw new AppError("INDEX_NUMBER_TAKEN", { number: text });
  const { chain, recordedAt, recordedBy } = writing;
  await writing.add("index_number", [
    {
      ...{ index_text: text, chain_id: chain, item_id: itemId, series: null, serial: null },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy },
    },
  ]);
  return text;
}

/** Which of some numbers are given already, and to which item. */
export async function takenNumbers(db: Kysely<Tables>, texts: readonly string[]): Promise<Map<string, string>> {
  if (texts.length === 0) return new Map();
  const rows = await db
    .selectFrom("index_number")
    .select(["index_text", "item_id"])
    .where("index_text", "in", [...texts])
    .execute();
  return new Map(rows.map((row) => [row.index_text, row.item_id]));
}

async function numberOf({ trx }: Writing, itemId: string): Promise<string | null> {
  const row = await trx.selectFrom("index_number").select("index_text").where("item_id", "=", itemId).executeTakeFirst();
  return row?.index_text ?? null;
}

async function isTaken({ trx }: Writing, text: string): Promise<boolean> {
  const row = await trx.selectFrom("index_number").select("item_id").where("index_text", "=", text).executeTakeFirst();
  return row !== undefined;
}
