import { type RawBuilder, sql } from "kysely";
import type { PlainDate } from "../../law/plain-date.js";
import { type LawOfDays, lawVersion } from "../../register/case-clock.js";
import type { CaseStateName } from "../../register/case-state.js";
import { bigramsOf, searchText, type WaitingFor } from "../../register/case-summary.js";
import type { Channel, Requester, RequesterKind } from "../../register/info-request.js";
import { PLANNED_EACH_TIME } from "../connection/statement-names.js";
import type { Database } from "../database.js";
import { SHOWN, type ShownRow, type SummarizedCase, summaryOf } from "./case-summary-store.js";

/** What a list of cases is narrowed to. */
export interface CaseFilter {
  readonly agencyId: string;
  readonly state?: CaseStateName | undefined;
  readonly isOpen?: boolean | undefined;
  readonly outcome?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly kind?: RequesterKind | undefined;
  readonly waitingFor?: WaitingFor | undefined;
  readonly handler?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly closedFrom?: PlainDate | undefined;
  readonly closedTo?: PlainDate | undefined;
  readonly text?: string | undefined;
}

export interface CasePage {
  readonly sort: "newest" | "oldest" | "due";
  /** The row after which the page begins. */
  readonly after: { readonly day: string; readonly id: string } | null;
  readonly limit: number;
}

/** A row of a list, with who asked. */
export interface ListedCase {
  readonly summary: SummarizedCase;
  readonly requester: Requester;
}

/** The last day for sorting; the indexes of the migration `case-order` hold this very expression. No day is later than that of cases without one. */
export const DUE_ORDER = sql<string>`coalesce(s.due_on, date '9999-12-31')`;
const NO_DAY = "9999-12-31";

/** The columns of a row of `case_summary as s`, and the sealed requester of its case. */
const LISTED_COLUMNS = sql`${sql.join(SHOWN.map((column) => sql.ref(`s.${column}`)))},
  (select json_build_array(f.key_id, encode(f.requester, 'base64')) from case_file f where f.id = s.case_id) as sealed`;

/** Whether an agency has summaries that were counted by another law: the first and the last mark of an index tell. */
export function hasOutdated(agencyId: string, law: LawOfDays): RawBuilder<boolean> {
  const version = lawVersion(law);
  return sql<boolean>`(select min(law_version) <> ${version} or max(law_version) <> ${version} from case_summary
    where agency_id = ${agencyId}) is true`;
}

export type ListedRow = ShownRow & { readonly sealed: readonly [keyId: string, requester: string] };

function listedOf(row: ListedRow, keys: Database["keys"]): ListedCase {
  const [keyId, requester] = row.sealed;
  return {
    summary: summaryOf(row),
    requester: keys.open({ id: row.case_id, key_id: keyId, requester: Buffer.from(requester, "base64") }),
  };
}

/** What is looked for is mostly new: among so many of the newest it is looked for first. */
const NEWEST = 4_000;

/**
 * A page of a list of cases; null where days were counted by another law, and must be counted anew before anything is shown. Both are told
 * by one question.
 */
export async function listSummaries(
  { db, keys }: Pick<Database, "db" | "keys">,
  filter: CaseFilter,
  { sort, after, limit, law }: CasePage & { readonly law: LawOfDays },
): Promise<ListedCase[] | null> {
  const day = sort === "due" ? DUE_ORDER : sql<string>`s.arrived_on`;
  const isDown = sort === "newest";
  const terms = termsOf(filter.text);
  const beyond =
    after === null ? [] : [sql`(${day}, s.case_id) ${sql.raw(isDown ? "<" : ">")} (${after.day}::date, ${after.id})`];
  const isNumber = (term: string) => sql`s.case_id in (${numbered(filter.agencyId, term)})`;
  const isWords = (term: string) => sql`position(${term} in s.search_text) > 0`;
  const rest = [...conditionsOf(filter), ...terms.map((term) => (isLetterNumber(term) ? isNumber(term) : isWords(term)))];
  const order = sql`order by ${day} ${sql.raw(isDown ? "desc" : "asc")}, s.case_id ${sql.raw(isDown ? "desc" : "asc")}`;
  const own = [sql`s.agency_id = ${filter.agencyId}`, ...beyond];
  const page = sql`select ${LISTED_COLUMNS} from case_summary s
    where ${all([...own, ...rest, ...terms.filter((term) => !isLetterNumber(term)).flatMap(holdingPairs)])} ${order} limit ${limit}`;
  // A term that many cases hold is found at once among the newest; the index of pairs would give them all to be sorted.
  const newest = sql`select s.* from (select * from case_summary s where ${all(own)} ${order} limit ${sql.lit(NEWEST)}) s
    where ${all(rest)} ${order} limit ${limit}`;
  const wanted =
    terms.length === 0 || !isDown
      ? page
      : sql`with newest as materialized (${newest}), page as (${page})
          (select ${LISTED_COLUMNS} from newest s where (select count(*) from newest) >= ${limit} ${order})
          union all (select * from page where (select count(*) from newest) < ${limit})`;
  const { rows } = await sql<{ readonly is_outdated: boolean } & (ListedRow | { readonly case_id: null })>`
    select outdated.is_outdated, page.* from (select ${hasOutdated(filter.agencyId, law)} as is_outdated) outdated
      left join lateral (${wanted}) page on not outdated.is_outdated
    ${sql.raw(terms.length === 0 ? "" : PLANNED_EACH_TIME)}`.execute(db);
  if (rows[0]?.is_outdated === true) return null;
  return rows.flatMap((row) => (row.case_id === null ? [] : [listedOf(row, keys)]));
}

const all = (conditions: readonly RawBuilder<unknown>[]) =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

function holdingPairs(term: string): RawBuilder<unknown>[] {
  const pairs = bigramsOf(term);
  return pairs.length === 0 ? [] : [sql`s.bigrams @> ${pairs}::text[]`];
}

/** Whether a term may be the number of a letter (文号) or the end of one: 青商公开〔2025〕12号, 〔2025〕12号, 12号. */
const isLetterNumber = (term: string): boolean => /\d号$|〔\d{4}〕\d/.test(term);

/** Cases of such a number, or with a letter of it: issued here, or recorded with a decision whose letter was made elsewhere. */
function numbered(agencyId: string, term: string): RawBuilder<unknown> {
  return sql`select n.case_id from case_summary n where n.agency_id = ${agencyId} and n.bigrams @> ${bigramsOf(term)}::text[]
      and position(${term} in n.search_text) > 0
    union select l.case_id from issued_letter l where l.chain_id = ${agencyId} and position(${term} in lower(l.number)) > 0
    union select e.case_id from case_event e where e.chain_id = ${agencyId} and e.type in ('decided', 'decided-anew')
      and position(${term} in lower(e.body ->> 'letterNumber')) > 0`;
}

function conditionsOf(filter: CaseFilter): RawBuilder<unknown>[] {
  const { isOpen } = filter;
  const equal: readonly (readonly [column: string, value: string | undefined])[] = [
    ["state", filter.state],
    ["outcome", filter.outcome],
    ["channel", filter.channel],
    ["requester_kind", filter.kind],
    ["waiting_for", filter.waitingFor],
    ["handler", filter.handler],
  ];
  const spans: readonly (readonly [column: string, beyond: string, day: string | undefined])[] = [
    ["arrived_on", ">=", filter.from],
    ["arrived_on", "<=", filter.to],
    ["closed_on", ">=", filter.closedFrom],
    ["closed_on", "<=", filter.closedTo],
  ];
  return [
    ...equal.flatMap(([column, value]) => (value === undefined ? [] : [sql`${sql.ref(`s.${column}`)} = ${value}`])),
    ...(isOpen === undefined ? [] : [isOpen ? sql`s.is_open` : sql`not s.is_open`]),
    ...spans.flatMap(([column, beyond, day]) =>
      day === undefined ? [] : [sql`${sql.ref(`s.${column}`)} ${sql.raw(beyond)} ${day}::date`],
    ),
  ];
}

/** The day a row is sorted by, for the cursor. */
export function sortDay(sort: CasePage["sort"], { due, arrivedOn }: Pick<SummarizedCase, "due" | "arrivedOn">): string {
  return sort === "due" ? (due ?? NO_DAY) : arrivedOn;
}

const MOST_TERMS = 8;

function termsOf(text: string | undefined): string[] {
  return (text ?? "")
    .split(/\s+/)
    .map(searchText)
    .map(withYearBrackets)
    .filter((term) => term !== "")
    .slice(0, MOST_TERMS);
}

/** The brackets of a keyboard round a year as they stand in a number: [2025] and (2025) for 〔2025〕. */
const withYearBrackets = (term: string): string => term.replace(/[[(【{〈](\d{4})[\])】}〉]/g, "〔$1〕");
