import { sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import { searchText } from "../../register/case-summary.js";
import type { Database } from "../database.js";

/** Opened at a time: between two lots others have their turn. */
const AT_ONCE = 1_000;

interface SealedRow {
  readonly id: string;
  readonly key_id: string;
  readonly requester: Buffer;
  readonly arrived_on: PlainDate;
}

/**
 * The ids of the cases of an agency whose requester, or who acts for it, has a name that holds the text, the latest first. Names lie
 * sealed and have no index, so that nobody can confirm a guess: they are opened one after another, until there are enough.
 */
export async function casesByName(
  { db, keys }: Pick<Database, "db" | "keys">,
  { agencyId, name, atMost }: { readonly agencyId: string; readonly name: string; readonly atMost: number },
): Promise<string[]> {
  const wanted = searchText(name);
  const found: string[] = [];
  let last: SealedRow | undefined;
  do {
    const beyond = last === undefined ? sql`true` : sql`(s.arrived_on, s.case_id) < (${last.arrived_on}::date, ${last.id})`;
    const { rows } = await sql<SealedRow>`select f.id, f.key_id, f.requester, s.arrived_on from case_summary s
      join case_file f on f.id = s.case_id where s.agency_id = ${agencyId} and ${beyond}
      order by s.arrived_on desc, s.case_id desc limit ${AT_ONCE}`.execute(db);
    for (const row of rows) {
      const requester = keys.open(row);
      if ([requester.name, requester.representative ?? ""].some((one) => searchText(one).includes(wanted))) found.push(row.id);
    }
    last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
  } while (last !== undefined && found.length < atMost);
  return found.slice(0, atMost);
}
