import { type Insertable, type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type LawOfDays, lawVersion } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import { bigramsOf, type CaseSummary, caseSummary, searchText } from "../../register/case-summary.js";
import type { Channel, RequesterKind } from "../../register/info-request.js";
import { PLANNED_EACH_TIME } from "../connection/statement-names.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";

const ROWS_AT_ONCE = 400;
const DEFAULT_LAW: LawOfDays = { calendar: STATE_COUNCIL_CALENDAR };

/** A case as lists show it. */
export interface SummarizedCase extends CaseSummary {
  readonly caseId: string;
  readonly agencyId: string;
  readonly letterId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly requesterKind: RequesterKind;
  readonly arrivedOn: PlainDate;
  readonly description: string;
  readonly version: number;
  readonly updatedAt: string;
}

/**
 * Keeps the summaries of files that were just written, in the same transaction. The days are counted by the notices this version carries;
 * where an office knows others, `refreshSummaries` counts them anew before they are read.
 */
export async function keepSummaries(db: Kysely<Tables>, files: readonly CaseFile[], law: LawOfDays = DEFAULT_LAW): Promise<void> {
  const version = lawVersion(law);
  for (let from = 0; from < files.length; from += ROWS_AT_ONCE) {
    const rows = files.slice(from, from + ROWS_AT_ONCE).map((file) => summaryRow(file, caseSummary(file, law), version));
    await db
      .insertInto("case_summary")
      .values(rows)
      // A slower reader never puts back what a faster writer has written.
      .onConflict((conflict) =>
        conflict
          .column("case_id")
          .doUpdateSet((eb) => Object.fromEntries(KEPT.map((column) => [column, eb.ref(`excluded.${column}`)])))
          .where("case_summary.version", "<=", sql.ref<number>("excluded.version")),
      )
      .execute();
  }
}

const KEPT = [
  "channel",
  "requester_kind",
  "arrived_on",
  "description",
  "state",
  "is_open",
  "received_on",
  "due_on",
  "is_due_provisional",
  "law_version",
  "waiting_for",
  "waiting_until",
  "outcome",
  "closed_on",
  "served_on",
  "handler",
  "unit",
  "version",
  "updated_at",
  "search_text",
  "bigrams",
] as const satisfies readonly (keyof Tables["case_summary"])[];

/** The same as a statement, of a case that was not there. */
export function newSummary(file: CaseFile, law: LawOfDays = DEFAULT_LAW): RawBuilder<unknown> {
  const row = summaryRow(file, caseSummary(file, law), lawVersion(law));
  const columns = Object.entries(row);
  return sql`insert into case_summary (${sql.join(columns.map(([column]) => sql.ref(column)))})
    values (${sql.join(columns.map(([, value]) => value))})`;
}

/** The part of it that follows from the events. */
const OF_EVENTS = [
  ["state", "text"],
  ["is_open", "boolean"],
  ["received_on", "date"],
  ["due_on", "date"],
  ["is_due_provisional", "boolean"],
  ["law_version", "text"],
  ["waiting_for", "text"],
  ["waiting_until", "date"],
  ["outcome", "text"],
  ["closed_on", "date"],
  ["served_on", "date"],
  ["handler", "text"],
  ["unit", "text"],
  ["version", "integer"],
  ["updated_at", "timestamptz"],
] as const satisfies readonly (readonly [(typeof KEPT)[number], string])[];

/**
 * The same as a statement, of a file that only became longer: who asks for what is as it was. A mark that has the whole summary made
 * again stays one.
 */
export function changedSummary(caseId: string, row: CourseOfSummary): RawBuilder<unknown> {
  const set = OF_EVENTS.map(([column, type]) => sql`${sql.ref(column)} = ${row[column]}::${sql.raw(type)}`);
  return sql`update case_summary set ${sql.join(set)} where case_id = ${caseId} and version <= ${row.version} and law_version <> ''`;
}

type CourseOfSummary = Pick<Selectable<Tables["case_summary"]>, (typeof OF_EVENTS)[number][0]>;

/** What is kept of a file: its row, as the law counts its days. */
export function summaryRow(file: CaseFile, summary: CaseSummary, law: string): Insertable<Tables["case_summary"]> {
  const { request } = file;
  const searched = `${request.number} ${request.description}`;
  return {
    case_id: request.id,
    agency_id: request.agencyId,
    letter_id: request.letterId,
    number: request.number,
    channel: request.channel,
    requester_kind: request.requester.kind,
    arrived_on: request.arrivedOn,
    description: request.description,
    ...courseOfSummary(file, summary, law),
    search_text: searchText(searched),
    bigrams: bigramsOf(searched),
  };
}

/** Its part that follows from the events. */
export function courseOfSummary({ events, version }: CaseFile, summary: CaseSummary, law: string): CourseOfSummary {
  return {
    state: summary.state,
    is_open: summary.isOpen,
    received_on: summary.receivedOn,
    due_on: summary.due,
    is_due_provisional: summary.isDueProvisional,
    law_version: law,
    waiting_for: summary.waitingFor,
    waiting_until: summary.waitingUntil,
    outcome: summary.outcome,
    closed_on: summary.closedOn,
    served_on: summary.servedOn,
    handler: summary.handler,
    unit: summary.unit,
    version,
    updated_at: events.at(-1)?.recordedAt ?? new Date(0).toISOString(),
  };
}

/** The ids of cases whose days were counted by another law than this one. */
export async function outdatedSummaries(
  { db }: Database,
  { agencyId, law, atMost }: { readonly agencyId: string | null; readonly law: LawOfDays; readonly atMost: number },
): Promise<string[]> {
  const version = lawVersion(law);
  const rows = await db
    .selectFrom("case_summary")
    .select("case_id")
    .$if(agencyId !== null, (query) => query.where("agency_id", "=", agencyId ?? ""))
    // Two ranges of an index instead of one comparison of every row.
    .where((eb) => eb.or([eb("law_version", "<", version), eb("law_version", ">", version)]))
    .limit(atMost)
    .execute();
  return rows.map(({ case_id }) => case_id);
}

/** Throws away every summary of an agency, or of all, and puts marks in their place that have them made again. */
export async function forgetSummaries({ db }: Database, agencyId: string | null): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const own = agencyId === null ? sql`` : sql`where agency_id = ${agencyId}`;
    const theirs = agencyId === null ? sql`` : sql`where chain_id = ${agencyId}`;
    await sql`delete from case_summary ${own}`.execute(trx);
    await sql`
      insert into case_summary (case_id, agency_id, letter_id, number, channel, requester_kind, arrived_on, description, state, is_open,
        is_due_provisional, law_version, version, updated_at, search_text, bigrams)
      select id, chain_id, letter_id, number, channel, requester_kind, arrived_on, '', 'unregistered', false, false, '', 0, recorded_at, '', '{}'
      from case_file ${theirs}
      on conflict (case_id) do nothing`.execute(trx);
  });
}

/** What is read again; the columns for searching are large. */
export const SHOWN = [
  "case_id",
  "agency_id",
  "letter_id",
  "number",
  "channel",
  "requester_kind",
  "arrived_on",
  "description",
  "state",
  "is_open",
  "received_on",
  "due_on",
  "is_due_provisional",
  "waiting_for",
  "waiting_until",
  "outcome",
  "closed_on",
  "served_on",
  "handler",
  "unit",
  "version",
  "updated_at",
] as const satisfies readonly (keyof Tables["case_summary"])[];

/** Every case of an agency the desk has to do with: open ones, and those that only wait to be filed away. */
export async function deskSummaries({ db }: Database, agencyId: string): Promise<SummarizedCase[]> {
  const rows = await db
    .selectFrom("case_summary")
    .select(SHOWN)
    .where("agency_id", "=", agencyId)
    .where(sql<boolean>`is_open`)
    .orderBy("due_on")
    .orderBy("case_id")
    .execute();
  return rows.map(summaryOf);
}

/** The summaries of some cases, in the order of the ids given. */
export async function summariesOf({ db }: Database, ids: readonly string[]): Promise<SummarizedCase[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("case_summary").select(SHOWN).where("case_id", "=", sql<string>`any(${ids})`).execute();
  const byId = new Map(rows.map((row) => [row.case_id, summaryOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether a number is taken by another case of the agency. */
export async function casesWithNumber(
  db: Kysely<Tables>,
  agencyId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_summary")
    .select(["number", "case_id"])
    .where("agency_id", "=", agencyId)
    .where("number", "=", sql<string>`any(${numbers})`)
    .execute();
  return new Map(rows.map(({ number, case_id }) => [number, case_id]));
}

/** What is compared when cases are looked for that are like another. */
export interface DescribedCase {
  readonly caseId: string;
  readonly letterId: string;
  readonly description: string;
}

/**
 * Cases that may be like a text, to be compared by whoever asks: those that hold every pair of its characters, and the latest of those that
 * hold any. All that hold any would be half of the register where every request asks for a 方案.
 */
export async function describedLike(
  { db }: Database,
  { agencyId, text, atMost }: { readonly agencyId: string; readonly text: string; readonly atMost: number },
): Promise<DescribedCase[]> {
  const pairs = bigramsOf(text).slice(0, MOST_PAIRS);
  if (pairs.length === 0) return [];
  const holding = (operator: "@>" | "&&") => sql`
    (select case_id, letter_id, description from case_summary
      where agency_id = ${agencyId} and bigrams ${sql.raw(operator)} ${pairs}::text[]
      order by arrived_on desc, case_id desc limit ${atMost})`;
  const { rows } = await sql<Pick<ShownRow, "case_id" | "letter_id" | "description">>`
    ${holding("@>")} union ${holding("&&")} ${sql.raw(PLANNED_EACH_TIME)}`.execute(db);
  return rows.map(({ case_id, letter_id, description }) => ({ caseId: case_id, letterId: letter_id, description }));
}

/** A description of more characters is compared by its beginning. */
const MOST_PAIRS = 120;

/** A row of them. */
export type ShownRow = Pick<Selectable<Tables["case_summary"]>, (typeof SHOWN)[number]>;

export function summaryOf(row: ShownRow): SummarizedCase {
  // The columns hold what `summaryRow` gave.
  return {
    caseId: row.case_id,
    agencyId: row.agency_id,
    letterId: row.letter_id,
    number: row.number,
    channel: row.channel,
    requesterKind: row.requester_kind,
    arrivedOn: row.arrived_on,
    description: row.description,
    state: row.state,
    isOpen: row.is_open,
    receivedOn: row.received_on,
    due: row.due_on,
    isDueProvisional: row.is_due_provisional,
    waitingFor: row.waiting_for,
    waitingUntil: row.waiting_until,
    outcome: row.outcome,
    closedOn: row.closed_on,
    servedOn: row.served_on,
    handler: row.handler,
    unit: row.unit,
    version: row.version,
    updatedAt: row.updated_at,
  } as SummarizedCase; // see above
}
