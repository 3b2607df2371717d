import { type Kysely, sql } from "kysely";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { AUDITED, type AuditedKind, type AuditedRow, rowsOf } from "./audited-rows.js";

export type { AuditedKind, AuditedRow } from "./audited-rows.js";

/** Every kind of record that is in the audit trail. */
const AUDITED_KINDS = Object.keys(AUDITED) as readonly AuditedKind[]; // the keys of a constant

/** A place in the list: entries are told newest first. */
export interface AuditPlace {
  readonly at: string;
  readonly chain: string;
  readonly position: number;
}

export interface AuditSearch {
  /** Null: all. */
  readonly chains: readonly string[] | null;
  /** Ids as the history names people. */
  readonly who: readonly string[] | null;
  readonly kind: string | null;
  /** Of activities only. */
  readonly activity: string | null;
  /** What it was done to: the names of records. */
  readonly subjects: readonly string[] | null;
  /** Instants: from the one, before the other. */
  readonly from: string | null;
  readonly until: string | null;
  readonly after: AuditPlace | null;
  readonly limit: number;
}

export interface FoundEntry {
  readonly place: AuditPlace;
  readonly kind: string;
  readonly subject: string;
  readonly by: string;
  /** The row as it is stored; null when it is gone, which the proof of the chain tells. */
  readonly row: AuditedRow | null;
  /** The row before it, where a record has versions. */
  readonly before: AuditedRow | null;
}

const SEPARATOR = "\u001f";

/** The column that counts the states of a record whose every row tells it whole. */
const VERSIONED: ReadonlyMap<string, string> = new Map([
  ["agency_version", "version"],
  ["setting_version", "version"],
  ["account_version", "version"],
  ["monthly_figure", "sequence"],
  ["report_edition", "edition"],
]);

/** Entries of the audit trail, newest first, with what was recorded and what it was before. */
export async function searchAudit({ db }: Database, search: AuditSearch): Promise<FoundEntry[]> {
  const { chains, who, kind, activity, subjects, from, until, after, limit } = search;
  const entries = await db
    .selectFrom("audit_entry")
    .select(["chain_id", "position", "kind", "subject", "recorded_at", "recorded_by"])
    .$if(chains !== null, (query) => query.where("chain_id", "=", sql<string>`any(${chains})`))
    .$if(who !== null, (query) => query.where("recorded_by", "=", sql<string>`any(${who})`))
    .$if(kind !== null, (query) => query.where("kind", "=", kind ?? ""))
    .$if(activity !== null, (query) =>
      query.where("kind", "=", "activity").where("subject", "in", (from) =>
        from
          .selectFrom("activity")
          .select("id")
          .where("kind", "=", activity ?? ""),
      ),
    )
    .$if(subjects !== null, (query) => query.where(isAbout(subjects ?? [])))
    .$if(from !== null, (query) => query.where("recorded_at", ">=", from ?? ""))
    .$if(until !== null, (query) => query.where("recorded_at", "<", until ?? ""))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(recorded_at, chain_id, position) < (${after?.at}::timestamptz, ${after?.chain}, ${after?.position}::bigint)`,
      ),
    )
    .orderBy("recorded_at", "desc")
    .orderBy("chain_id", "desc")
    .orderBy("position", "desc")
    .limit(limit)
    .execute();
  const rows = await rowsByKind(db, entries);
  const earlier = await rowsByKind(
    db,
    entries.flatMap((entry) => {
      const before = subjectBefore(entry.kind, entry.subject);
      return before === null ? [] : [{ kind: entry.kind, subject: before }];
    }),
  );
  return entries.map((entry) => {
    const before = subjectBefore(entry.kind, entry.subject);
    return {
      place: { at: entry.recorded_at, chain: entry.chain_id, position: entry.position },
      kind: entry.kind,
      subject: entry.subject,
      by: entry.recorded_by,
      row: rows.get(entry.kind)?.get(entry.subject) ?? null,
      before: before === null ? null : (earlier.get(entry.kind)?.get(before) ?? null),
    };
  });
}

/** A record, the states of a record, or what an activity was done to. */
function isAbout(subjects: readonly string[]) {
  const states = subjects.map((subject) => `${subject.replaceAll(/[\\%_]/g, "\\$&")}${SEPARATOR}%`);
  return sql<boolean>`(subject = any(${subjects}) or subject like any(${states})
    or kind = 'activity' and subject in (select id from activity where activity.subject = any(${subjects})))`;
}

function subjectBefore(kind: string, subject: string): string | null {
  const column = VERSIONED.get(kind);
  const table = AUDITED[kind as AuditedKind]; // the chain holds no other
  if (column === undefined || table === undefined) return null;
  const parts = subject.split(SEPARATOR);
  const at = (table.key as readonly string[]).indexOf(column);
  const version = Number(parts[at]);
  if (!(version > 1)) return null;
  return parts.with(at, String(version - 1)).join(SEPARATOR);
}

async function rowsByKind(
  db: Kysely<Tables>,
  entries: readonly { readonly kind: string; readonly subject: string }[],
): Promise<Map<string, Map<string, AuditedRow>>> {
  const found = new Map<string, Map<string, AuditedRow>>();
  for (const kind of AUDITED_KINDS) {
    const subjects = entries.filter((entry) => entry.kind === kind).map(({ subject }) => subject);
    if (subjects.length > 0) found.set(kind, await rowsOf(db, kind, subjects));
  }
  return found;
}
