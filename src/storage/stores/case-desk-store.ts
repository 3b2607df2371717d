import { type RawBuilder, sql } from "kysely";
import type { LawOfDays } from "../../register/case-clock.js";
import type { CaseFile } from "../../register/case-file.js";
import type { CaseSummary } from "../../register/case-summary.js";
import type { Channel } from "../../register/info-request.js";
import type { Database } from "../database.js";
import { FILE_COLUMNS, type FileRow, fileOf, instantOf } from "./case-file-row.js";
import { DUE_ORDER, hasOutdated } from "./case-list-store.js";
import { SHOWN, type ShownRow, type SummarizedCase, summaryOf } from "./case-summary-store.js";

/** What decides in which parts of the desk an open case is; cases that are alike in it are told as one. */
export type DeskCase = Pick<CaseSummary, "state" | "waitingFor" | "waitingUntil" | "due" | "isOpen"> & {
  readonly channel: Channel;
};

/** So many open cases of one kind. */
export interface DeskKind extends DeskCase {
  readonly count: number;
}

export interface DeskRow {
  readonly summary: SummarizedCase;
  readonly file: CaseFile;
}

type Reading = Pick<Database, "db" | "keys">;

/** Which rows of the desk, and from where. */
export interface DeskAsked {
  readonly agencyId: string;
  readonly handler?: string | undefined;
  /** The row after which the page begins. */
  readonly after: { readonly day: string; readonly id: string } | null;
  readonly limit: number;
}

export interface DeskRead {
  readonly kinds: readonly DeskKind[];
  /** How many cases only wait to be filed away. */
  readonly toArchive: number;
  /** Open cases, whatever their kind, the first to be due first. */
  readonly rows: readonly DeskRow[];
}

interface ReadRow {
  readonly is_outdated: boolean;
  readonly kinds: readonly KindRow[] | null;
  readonly to_archive: number;
  readonly rows: readonly SummedRow[] | null;
}

type KindRow = Omit<DeskKind, "waitingFor" | "waitingUntil" | "due" | "isOpen"> & {
  readonly waiting_for: DeskKind["waitingFor"];
  readonly waiting_until: DeskKind["waitingUntil"];
  readonly due_on: DeskKind["due"];
};

/** An open case as json: the summary as lists show it, and its file, whose bytes are hexadecimal behind a mark. */
type SummedRow = Omit<FileRow, "requester"> & { readonly requester: string; readonly summary: ShownRow };

const SUMMARY_JSON = sql`json_build_object(${sql.join(SHOWN.map((column) => sql`${sql.lit(column)}, ${sql.ref(`s.${column}`)}`))}) as summary`;
const ARCHIVED_NEXT = sql`s.state in ('served', 'lapsed', 'withdrawn')`;
const CLOSED_ORDER = sql<string>`coalesce(s.closed_on, date '9999-12-31')`;

/**
 * What the desk shows: how many open cases there are of each kind, and its first rows. Null where days were counted by another law, and must
 * be counted anew before. One question for all.
 */
export async function readDesk({ db, keys }: Reading, asked: DeskAsked & { readonly law: LawOfDays }): Promise<DeskRead | null> {
  const { rows } = await sql<ReadRow>`
    select ${hasOutdated(asked.agencyId, asked.law)} as is_outdated,
      (select json_agg(kind) from (select state, channel, waiting_for, waiting_until, due_on, count(*)::int as count
        from case_summary s where ${ownOf(asked)} and s.is_open
        group by state, channel, waiting_for, waiting_until, due_on) kind) as kinds,
      (select count(*)::int from case_summary s where ${ownOf(asked)} and ${ARCHIVED_NEXT}) as to_archive,
      (select json_agg(row) from (${rowsOf(asked, { among: sql`s.is_open`, day: DUE_ORDER })}) row) as rows`.execute(db);
  const [read] = rows;
  if (read === undefined || read.is_outdated) return null;
  return {
    kinds: (read.kinds ?? []).map(({ waiting_for: waitingFor, waiting_until: waitingUntil, due_on: due, ...kind }) => ({
      ...{ ...kind, waitingFor, waitingUntil, due, isOpen: true },
    })),
    toArchive: read.to_archive,
    rows: (read.rows ?? []).map((row) => deskRow(row, keys)),
  };
}

/** Open cases of some kinds, the first to be due first. */
export async function deskRowsOf({ db, keys }: Reading, asked: DeskAsked, kinds: readonly DeskCase[]): Promise<DeskRow[]> {
  const column = (of: (kind: DeskCase) => string | null) => kinds.map(of);
  const among = sql`s.is_open and exists (
    select from unnest(${column(({ state }) => state)}::text[], ${column(({ channel }) => channel)}::text[],
      ${column(({ waitingFor }) => waitingFor)}::text[], ${column(({ waitingUntil }) => waitingUntil)}::date[],
      ${column(({ due }) => due)}::date[]) kind (state, channel, waiting_for, waiting_until, due_on)
    where kind.state = s.state and kind.channel = s.channel and kind.waiting_for is not distinct from s.waiting_for
      and kind.waiting_until is not distinct from s.waiting_until and kind.due_on is not distinct from s.due_on)`;
  return readRows({ db, keys }, rowsOf(asked, { among, day: DUE_ORDER }));
}

/** The cases that only wait to be filed away, the longest closed first. */
export async function rowsToArchive(reading: Reading, asked: DeskAsked): Promise<DeskRow[]> {
  return readRows(reading, rowsOf(asked, { among: ARCHIVED_NEXT, day: CLOSED_ORDER }));
}

function ownOf({ agencyId, handler }: DeskAsked): RawBuilder<unknown> {
  return sql`s.agency_id = ${agencyId} ${handler === undefined ? sql`` : sql`and s.handler = ${handler}`}`;
}

function rowsOf(
  asked: DeskAsked,
  { among, day }: { readonly among: RawBuilder<unknown>; readonly day: RawBuilder<string> },
): RawBuilder<unknown> {
  const { after, limit } = asked;
  return sql`select ${FILE_COLUMNS}, ${SUMMARY_JSON} from case_summary s join case_file f on f.id = s.case_id
    where ${ownOf(asked)} and ${among} ${after === null ? sql`` : sql`and (${day}, s.case_id) > (${after.day}::date, ${after.id})`}
    order by ${day}, s.case_id limit ${limit}`;
}

async function readRows({ db, keys }: Reading, wanted: RawBuilder<unknown>): Promise<DeskRow[]> {
  const { rows } = await sql<{ readonly row: SummedRow }>`select to_json(wanted) as row from (${wanted}) wanted`.execute(db);
  return rows.map(({ row }) => deskRow(row, keys));
}

function deskRow({ summary, requester, ...file }: SummedRow, keys: Database["keys"]): DeskRow {
  return {
    summary: summaryOf({ ...summary, updated_at: instantOf(summary.updated_at) }),
    file: fileOf({ ...file, requester: Buffer.from(requester.slice(2), "hex") }, keys),
  };
}
