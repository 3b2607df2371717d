import { randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { DraftEvent, DraftEventBody } from "../../register/letters/letter-draft.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";

const PURPOSE = "letter-draft";

/** Which draft: one for a case and a kind of letter. */
export interface OfDraft {
  readonly caseId: string;
  /** Id in law/letters. */
  readonly letterId: string;
}

/** A draft without what it says. */
export interface DraftHead extends OfDraft {
  readonly agencyId: string;
  readonly version: number;
  readonly savedAt: string;
  readonly savedBy: string;
  /** The number of the case, and the last day for its answer. */
  readonly number: string;
  readonly due: string | null;
  /** What was done with it, the oldest first. */
  readonly events: readonly DraftEvent[];
}

/** `Content` is what it says, of which the storage knows nothing but that it must not lie open. */
export interface StoredDraft<Content> extends DraftHead {
  readonly content: Content;
}

type Reading = Pick<Database, "db" | "keys">;
type Row = Selectable<Tables["letter_draft"]> & {
  readonly number: string;
  readonly due: string | null;
  readonly events: DraftEvent[];
};

/** What was done with a draft, in the row of it. */
const EVENTS = sql<DraftEvent[]>`coalesce((
  select jsonb_agg(jsonb_build_object('body', event.body, 'recordedAt', to_char(event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'recordedBy', event.recorded_by, 'reason', event.reason) order by event.sequence)
  from letter_draft_event event where event.case_id = letter_draft.case_id and event.letter_id = letter_draft.letter_id), '[]')`.as(
  "events",
);

/** A draft with what it says; null when there is none. */
export async function loadDraft<Content>(
  { db, keys }: Reading,
  { caseId, letterId }: OfDraft,
): Promise<StoredDraft<Content> | null> {
  const row = await drafts(db)
    .where("letter_draft.case_id", "=", caseId)
    .where("letter_draft.letter_id", "=", letterId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const opened = keys.vault(PURPOSE).open(row.sealed, placeOf(row.case_id, row.letter_id));
  // What `saveDraft` was given: the seal proves it.
  return { ...headOf(row), content: JSON.parse(opened.toString("utf8")) as Content };
}

/** The drafts of an agency, or of one of its cases, without what they say. They are few: a draft goes when its letter does. */
export async function draftsOf(
  { db }: Pick<Database, "db">,
  { agencyId, caseId }: { readonly agencyId: string; readonly caseId?: string },
): Promise<DraftHead[]> {
  let query = drafts(db).where("letter_draft.chain_id", "=", agencyId);
  if (caseId !== undefined) query = query.where("letter_draft.case_id", "=", caseId);
  return (await query.orderBy("letter_draft.case_id").orderBy("letter_draft.letter_id").execute()).map(headOf);
}

function drafts(db: Database["db"]) {
  return db
    .selectFrom("letter_draft")
    .innerJoin("case_file", "case_file.id", "letter_draft.case_id")
    .leftJoin("case_summary", "case_summary.case_id", "letter_draft.case_id")
    .selectAll("letter_draft")
    .select(["case_file.number as number", "case_summary.due_on as due", EVENTS]);
}

function headOf({ case_id, letter_id, chain_id, version, saved_at, saved_by, number, due, events }: Row): DraftHead {
  return {
    ...{ caseId: case_id, letterId: letter_id, agencyId: chain_id, version, savedAt: saved_at, savedBy: saved_by },
    ...{ number, due, events },
  };
}

/** Writes a draft over the version that was read; version 0 is the first. Called while the chain is held, with the version compared. */
export async function saveDraft(
  { trx, keys, chain, recordedAt, recordedBy }: Writing,
  { caseId, letterId, version, content }: OfDraft & { readonly version: number; readonly content: unknown },
): Promise<number> {
  const sealed = keys.vault(PURPOSE).seal(JSON.stringify(content), placeOf(caseId, letterId));
  const saved = { version: version + 1, sealed, saved_at: recordedAt, saved_by: recordedBy };
  await trx
    .insertInto("letter_draft")
    .values({ case_id: caseId, letter_id: letterId, chain_id: chain, ...saved })
    .onConflict((conflict) => conflict.columns(["case_id", "letter_id"]).doUpdateSet(saved))
    .execute();
  return saved.version;
}

/** Takes a draft away: its letter went out, or nobody needs it. */
export async function removeDraft({ trx }: Writing, { caseId, letterId }: OfDraft): Promise<void> {
  await trx.deleteFrom("letter_draft").where("case_id", "=", caseId).where("letter_id", "=", letterId).execute();
}

/** Records what somebody did with a draft, and counts it on: whoever had read it before has read another one. */
export async function addDraftEvent(
  { trx, chain, recordedAt, recordedBy, add }: Writing,
  { caseId, letterId }: OfDraft,
  { body, reason }: { readonly body: DraftEventBody; readonly reason?: string },
): Promise<void> {
  const last = await lastDraftEvent({ db: trx }, { caseId, letterId });
  await trx
    .updateTable("letter_draft")
    .set((row) => ({ version: row("version", "+", 1) }))
    .where("case_id", "=", caseId)
    .where("letter_id", "=", letterId)
    .execute();
  await add("letter_draft_event", [
    {
      ...{ case_id: caseId, letter_id: letterId, sequence: (last?.sequence ?? 0) + 1, id: randomUUID(), chain_id: chain },
      ...{ body: JSON.stringify(body), recorded_at: recordedAt, recorded_by: recordedBy, reason: reason ?? null },
    },
  ]);
}

/** What was done last with a draft, also when it is gone. */
export async function lastDraftEvent(
  { db }: Pick<Database, "db">,
  { caseId, letterId }: OfDraft,
): Promise<{ readonly sequence: number; readonly recordedAt: string; readonly recordedBy: string } | null> {
  const row = await db
    .selectFrom("letter_draft_event")
    .select(["sequence", "recorded_at as recordedAt", "recorded_by as recordedBy"])
    .where("case_id", "=", caseId)
    .where("letter_id", "=", letterId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

const placeOf = (caseId: string, letterId: string): string => `${caseId}/${letterId}`;
