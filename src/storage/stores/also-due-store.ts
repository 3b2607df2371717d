import { sql } from "kysely";
import type { Agency } from "../../register/agency.js";
import type { Proceeding } from "../../register/proceeding.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { instantOf } from "./case-file-row.js";
import { isTurnOf, isUninterpretedSince } from "./item-summary-store.js";
import { proceedingOf } from "./proceeding-store.js";

/** What is asked of an agency besides its requests. */
export interface AlsoAsked {
  readonly agencyId: string;
  /** Who could sign a step in turn, in these states. */
  readonly signer: { readonly id: string; readonly roles: readonly string[] };
  readonly reviewStates: readonly string[];
  /** Items in these states with a last day until then. */
  readonly dueStates: readonly string[];
  readonly dueUntil: string;
  readonly uninterpretedSince: string;
  /** The reports of these years. */
  readonly years: readonly number[];
}

export interface AlsoRead {
  readonly agency: Agency | null;
  readonly proceedings: readonly Proceeding[];
  /** What the agency set about publishing; null while the defaults hold. */
  readonly publishing: unknown;
  readonly toReview: number;
  /** How many items have this last day. */
  readonly dues: readonly { readonly state: string; readonly due: string; readonly count: number }[];
  readonly uninterpreted: { readonly count: number; readonly firstAt: string | null };
  /** The years whose report is released. */
  readonly released: readonly number[];
}

interface Row extends Pick<AlsoRead, "publishing" | "toReview"> {
  readonly agency: unknown;
  readonly proceedings: readonly ProceedingRow[] | null;
  readonly dues: AlsoRead["dues"] | null;
  readonly uninterpreted: { readonly count: number; readonly first: string | null };
  readonly released: AlsoRead["released"] | null;
}

type ProceedingRow = Pick<Tables["proceeding"], "id" | "chain_id" | "body"> & {
  readonly events: Parameters<typeof proceedingOf>[1] | null;
};

/** All that the desk tells besides requests, in one question: five hundred people open the desk all day. */
export async function readAlsoDue({ db }: Pick<Database, "db">, asked: AlsoAsked): Promise<AlsoRead> {
  const { agencyId, signer, reviewStates, dueStates, dueUntil, years } = asked;
  const own = sql`item_summary.agency_id = ${agencyId}`;
  const { rows } = await sql<Row>`
    select
      (select body from agency_version where agency_id = ${agencyId} order by version desc limit 1) as agency,
      (select json_agg(json_build_object('id', file.id, 'chain_id', file.chain_id, 'body', file.body, 'events',
        (select json_agg(event order by event.sequence) from proceeding_event event where event.proceeding_id = file.id)))
        from proceeding file where file.chain_id = ${agencyId}) as proceedings,
      (select value from setting_version where chain_id = ${agencyId} and name = 'publishing' order by version desc limit 1) as publishing,
      (select count(*)::int from item_summary where ${own} and state = any(${reviewStates}::text[]) and ${isTurnOf(signer)}) as "toReview",
      (select json_agg(one) from (select state, due_on as due, count(*)::int as count from item_summary
        where ${own} and state = any(${dueStates}::text[]) and due_on <= ${dueUntil}::date group by state, due_on) one) as dues,
      (select json_build_object('count', count(*), 'first', min(published_at)) from item_summary
        where ${own} and ${isUninterpretedSince(asked.uninterpretedSince)}) as uninterpreted,
      (select json_agg(distinct edition.year) from report_edition edition where edition.chain_id = ${agencyId}
        and edition.year = any(${years}::int[]) and exists (select from setting_version release
          where release.chain_id = edition.chain_id
            and release.name = 'report-release/' || edition.year || '/' || edition.edition)) as released`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("A select without a table gives one row.");
  const { uninterpreted, publishing, toReview } = row;
  return {
    ...{ publishing, toReview },
    agency: row.agency as Agency | null, // written as such
    proceedings: (row.proceedings ?? []).map(({ events, ...head }) =>
      proceedingOf(
        head,
        (events ?? []).map((event) => ({ ...event, recorded_at: instantOf(event.recorded_at) })),
      ),
    ),
    dues: row.dues ?? [],
    uninterpreted: { count: uninterpreted.count, firstAt: uninterpreted.first === null ? null : instantOf(uninterpreted.first) },
    released: row.released ?? [],
  };
}
