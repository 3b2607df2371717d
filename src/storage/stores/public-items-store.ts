import { sql } from "kysely";
import { bigramsOf } from "../../register/case-summary.js";
import type { Database } from "../database.js";

/** What is public, as far as a request can be compared with it. */
export interface PublicItemTitle {
  readonly id: string;
  readonly title: string;
}

const MOST_PAIRS = 120;

/** What an agency has made public whose title shares characters with a text, the latest first: for a closer look. */
export async function publicItemsLike(
  { db }: Pick<Database, "db">,
  { agencyId, text, atMost }: { readonly agencyId: string; readonly text: string; readonly atMost: number },
): Promise<PublicItemTitle[]> {
  const pairs = bigramsOf(text).slice(0, MOST_PAIRS);
  if (pairs.length === 0) return [];
  const rows = await db
    .selectFrom("item_summary")
    .select(["item_id", "title"])
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`is_public`)
    .where(sql<boolean>`bigrams && ${pairs}::text[]`)
    .orderBy("published_at", "desc")
    .orderBy("item_id")
    .limit(atMost)
    .execute();
  return rows.map(({ item_id, title }) => ({ id: item_id, title }));
}
