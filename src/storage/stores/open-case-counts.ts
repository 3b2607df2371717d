import type { Kysely } from "kysely";
import type { Tables } from "../tables.js";

/** How many cases of each agency are still to be answered; an agency that has none is left out. */
export async function openCasesByAgency(db: Kysely<Tables>): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("case_summary")
    .select(({ fn }) => ["agency_id", fn.countAll<string>().as("count")])
    .where("is_open", "=", true)
    .groupBy("agency_id")
    .execute();
  return new Map(rows.map(({ agency_id, count }) => [agency_id, Number(count)]));
}
