import { sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import type { CaseEvent, CaseEventBody } from "../../register/case-event.js";
import type { Database } from "../database.js";
import { recordedOf } from "./append-outcome.js";
import { groupedBy } from "./grouped-by.js";

/** All events of one case that has to do with fees. */
export interface FeeCase {
  readonly request: { readonly agencyId: string };
  readonly events: readonly CaseEvent[];
}

/** The days in which something about fees happened. */
export interface FeeSpan {
  readonly agencyIds: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The events of the cases in which fees were noticed, paid or not paid in a span of days, also where a correction made them so or put them
 * there. Opens no requester.
 */
export async function loadFeeEvents({ db }: Database, { agencyIds, from, to }: FeeSpan): Promise<FeeCase[]> {
  const { rows: cases } = await sql<{ case_id: string }>`
    select case_id from case_event
      where chain_id = any(${[...agencyIds]}::text[]) and type in ('fee-noticed', 'fee-paid', 'fee-lapsed')
        and happened_on between ${from} and ${to}
    union
    select case_id from case_event
      where chain_id = any(${[...agencyIds]}::text[]) and type = 'corrected'
        and body #>> '{replacement,type}' in ('fee-noticed', 'fee-paid', 'fee-lapsed')
        and body #>> '{replacement,on}' between ${from} and ${to}`.execute(db);
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
