import { type Kysely, sql } from "kysely";
import { searchTokens, titleKey } from "../../document/search-tokens.js";
import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide, PublishedRule } from "../../register/portal/public-guide.js";
import type { PublishedAnswer } from "../../register/portal/public-search.js";
import type { Tables } from "../tables.js";
import { nextSequence } from "./portal-sequence.js";

/** A word people look for. */
export interface SearchTerm {
  readonly id: string;
  readonly text: string;
  readonly agencyId: string | null;
}

/** What the portal holds besides items and reports, by the table it lies in. */
export interface PortalEntries {
  readonly agency: PublicAgency;
  readonly guide: PublishedGuide;
  readonly rule: PublishedRule;
  readonly answer: PublishedAnswer;
  readonly term: SearchTerm;
}
export type EntryKind = keyof PortalEntries;
export const ENTRY_KINDS = ["agency", "guide", "rule", "answer", "term"] as const satisfies readonly EntryKind[];

/** An entry to be put in, or taken out when `body` is null. The id of a guide is that of its agency. */
export type PortalEntry = {
  readonly [Kind in EntryKind]: {
    readonly kind: Kind;
    readonly id: string;
    readonly agencyId: string | null;
    readonly body: PortalEntries[Kind] | null;
  };
}[EntryKind];

/** Puts an entry into the portal, or takes it out. What is as it was is not counted as a change. Gives whether something changed. */
export async function putEntry(trx: Kysely<Tables>, entry: PortalEntry): Promise<boolean> {
  const { kind, id, body } = entry;
  const json = body === null ? null : JSON.stringify(body);
  const table = sql.id("portal", kind);
  const { rows } = await sql`select from ${table} where id = ${id} and body is not distinct from ${json}::jsonb`.execute(trx);
  if (rows.length > 0) return false;
  const more = moreColumns(entry);
  const columns = ["id", "body", "sequence", ...more.map(({ column }) => column)].map((column) => sql.id(column));
  const sequence = await nextSequence(trx);
  await sql`
    insert into ${table} (${sql.join(columns)}) values (${sql.join([id, sql`${json}::jsonb`, sequence, ...more.map(({ value }) => value)])})
    on conflict (id) do update set ${sql.join(columns.slice(1).map((column) => sql`${column} = excluded.${column}`))}`.execute(
    trx,
  );
  return true;
}

/** What stands in columns of its own, to be found by. */
function moreColumns(entry: PortalEntry): { column: string; value: unknown }[] {
  if (entry.kind === "agency") return [];
  const agency = { column: "agency_id", value: entry.agencyId };
  if (entry.kind === "term") return [agency, { column: "key", value: titleKey(entry.body?.text ?? "") }];
  if (entry.kind !== "answer") return [agency];
  return [agency, { column: "question", value: sql`array_to_tsvector(${searchTokens(entry.body?.question ?? "")}::text[])` }];
}
