import { sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import type { AuditedKind } from "../audit/audited-rows.js";
import type { Database } from "../database.js";
import type { LogEnd } from "./closed-instant.js";

export interface FinishedYear {
  /** The last day of the year. */
  readonly until: PlainDate;
  /** How far the logs of everybody it is counted from went when it was counted, and go now. */
  readonly ends: readonly LogEnd[];
  readonly now: readonly LogEnd[];
  /** The settings it is counted with, by name. */
  readonly settings: readonly string[];
}

/** What a year may be counted from besides its requests. Of whatever is not in any list here, one too many is counted anew. */
const NEVER_COUNTED: ReadonlySet<AuditedKind> = new Set<AuditedKind>([
  ...(["account_version", "activity", "attachment", "attachment_edition", "case_description", "handover_event"] as const),
  ...(["index_number", "information_item", "issued_letter", "item_event", "letter_number", "outbox_message"] as const),
  ...(["request_link", "webhook_secret"] as const),
]);
const OF_CASES = ["case_file", "case_event"];

/** Beyond this it is cheaper to count than to look at what came. */
const MOST_ENTRIES = 1_000;

/**
 * Whether anything was put on record since that a year which is over could be counted from: everything counted is in the logs, so what is
 * new in them is all there is to look at. A request counts in the year only if it came in, was settled or had something done by its end.
 */
export async function hasYearChanged(
  { db }: Pick<Database, "db">,
  { until, ends, now, settings }: FinishedYear,
): Promise<boolean> {
  const added = now.reduce((sum, { length }, at) => sum + length - (ends[at]?.length ?? 0), 0);
  if (added === 0) return false;
  if (added > MOST_ENTRIES) return true;
  const { rows } = await sql<{ has_changed: boolean }>`
    with since as materialized (
      select e.kind, split_part(e.subject, chr(31), 1) as first, split_part(e.subject, chr(31), 2) as second
      from unnest(${ends.map(({ agencyId }) => agencyId)}::text[], ${ends.map(({ length }) => length)}::bigint[],
          ${now.map(({ length }) => length)}::bigint[]) as given (chain_id, had, has)
        join audit_entry e on e.chain_id = given.chain_id and e.position > given.had and e.position <= given.has
      where e.kind != all(${[...NEVER_COUNTED]}::text[]))
    select exists (select from since where kind != all(${[...OF_CASES, "setting_version"]}::text[]))
      or exists (select from since where kind = 'setting_version' and second = any(${[...settings]}::text[]))
      or exists (
        select from since join case_course c on c.case_id = since.first
        where kind = any(${OF_CASES}::text[])
          and (c.received_on is null or c.received_on <= ${until}::date or c.closed_on <= ${until}::date))
      or exists (
        select from since join case_event v on v.case_id = since.first and v.sequence::text = since.second
        where kind = 'case_event' and v.body ->> 'on' <= ${until}) as has_changed`.execute(db);
  return rows[0]?.has_changed ?? true;
}
