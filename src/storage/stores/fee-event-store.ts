import { sql } from "kysely";
import type { CaseEvent, CaseEventBody } from "../../register/case-event.js";
import type { Database } from "../database.js";
import { recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";

/** All events of one case that has to do with fees. */
export interface FeeCase {
  readonly request: { readonly agencyId: string };
  readonly events: readonly CaseEvent[];
}

/** The events of the cases in which fees were noticed, paid or not paid, also where a correction made them so. Opens no requester. */
export async function loadFeeEvents({ db }: Database, agencyIds: readonly string[]): Promise<FeeCase[]> {
  const { rows: cases } = await sql<{ case_id: string }>`
    select distinct case_id from case_event
    where chain_id = any(${[...agencyIds]}::text[]) and (type in ('fee-noticed', 'fee-paid', 'fee-lapsed')
      or type = 'corrected' and body #>> '{replacement,type}' in ('fee-noticed', 'fee-paid', 'fee-lapsed'))`.execute(db);
  const events = await db
    .selectFrom("case_event")
    .select(["case_id", "chain_id", "sequence", "id", "body", "recorded_at", "recorded_by", "reason"])
    .where("case_id", "=", sql<string>`any(${cases.map(({ case_id }) => case_id)})`)
    .orderBy("case_id")
    .orderBy("sequence")
    .execute();
  return [...groupedBy(events, ({ case_id }) => case_id).values()].map((own) => ({
    request: { agencyId: own[0]?.chain_id ?? "" },
    events: own.map((row): CaseEvent => ({ ...recordedOf(row), body: row.body as CaseEventBody })), // written as such
  }));
}
