import type { ItemSummary } from "../../register/portal/public-item.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import { FIRST_SIGNS, MOST_SIGNS, type WholeText } from "./hit-texts.js";

export type Column = "title" | "body";

/** Items whose number or whole title is what was asked. */
export const MOST_EXACT = 50;

/** A row of the answer: matches of a part, or an item of the page, or how many titles hold a pair. */
export interface SearchRow {
  readonly part: "exact" | Column | "hit" | "gram";
  readonly count: number | null;
  readonly ids: string[] | null;
  readonly hows: string[] | null;
  readonly summary: ItemSummary | null;
  readonly text: string | null;
  readonly body: PublishedItem | null;
  readonly whole: WholeText | null;
}

/** What each parameter of the statement is; those of the filter begin behind them. */
const PARAMETERS = [
  ...["numberKey", "indexKey", "titleKey", "query", "cap", "fetched", "end", "offset", "limit", "words", "grams"],
] as const;
export const SEARCH_PARAMETERS = PARAMETERS.length;
const [NUMBER, INDEX, TITLE, QUERY, CAP, FETCHED, END, OFFSET, LIMIT, WORDS, GRAMS] = PARAMETERS.map((_, at) => `$${at + 1}`);

/** Every parameter is named in each form of the statement, so that all take the same values. */
const ALL_NAMED = `${QUERY}::text is not null and ${CAP}::bigint is not null and ${FETCHED}::bigint is not null
        and ${END}::bigint is not null and ${OFFSET}::bigint is not null and ${LIMIT}::bigint is not null
        and ${WORDS}::text[] is not null and ${GRAMS}::text[] is not null`;

interface SearchForm {
  readonly columns: readonly Column[];
  /** Conditions of the filter, as SQL. */
  readonly filter: string;
  /** Whether what the page shows is read in the same statement: when no column was left out. */
  readonly withHits: boolean;
}

/**
 * The exact matches and those in titles and in texts; with them what the page of the result shows, or, when nothing was found, how many
 * titles hold its pairs. One question to the database where there were three: each costs the portal as much as rendering half a page.
 */
export function searchStatement({ columns, filter, withHits }: SearchForm): string {
  const found = columns.map(
    (column) => `, in_${column} as materialized (
      select id, published_at from portal.item_search where ${column} @@ ${QUERY}::tsquery limit ${CAP})`,
  );
  // With enough in titles the texts are not asked: what is in very many of them takes longest to find, and would not be shown.
  const isEnough = columns.length === 2 ? `(select count(*) from in_title) >= ${END}` : "false";
  const newest = (column: Column) => `array(select id from in_${column} order by published_at desc, id desc limit ${FETCHED})`;
  const unlessEnough = (column: Column, what: string) =>
    column === "body" ? `case when ${isEnough} then null else ${what} end` : what;
  const told = columns.map(
    (column) => `
      union all select '${column}', ${unlessEnough(column, `(select count(*) from in_${column})`)},
        ${unlessEnough(column, newest(column))}, null`,
  );
  return `
    with exact as materialized (
      select id, case when number_key = ${NUMBER} or index_key = ${INDEX} then 'number' else 'exact-title' end as how, published_at
      from portal.item_search where (number_key = ${NUMBER} or index_key = ${INDEX} or title_key = ${TITLE}) and ${filter}
        and ${ALL_NAMED}
      limit ${MOST_EXACT})${found.join("")},
    told (part, count, ids, hows) as materialized (
      select 'exact', count(*), array_agg(id order by how desc, published_at desc, id),
        array_agg(how order by how desc, published_at desc, id) from exact${told.join("")})
    select part, count, ids, hows, null::jsonb as summary, null as text, null::jsonb as body, null::json as whole from told
    ${withHits ? SHOWN : ""}`;
}

/**
 * What the page shows of its items, each looked up by its id (offset 0 keeps it so); the whole text and the files only of those whose
 * beginning holds no word of the question as it stands. When more was found than is fetched, the page is found otherwise.
 */
const SHOWN = `
    union all select 'hit', null, array[page.id], null, hit.summary, hit.head, hit.body, hit.whole
    from (
      select id from told, unnest(ids) with ordinality as listed (id, place)
      where not exists (select from told where count >= ${CAP})
      group by id
      order by min((case part when 'exact' then 0 when 'title' then 1 else 2 end) * 1000000 + place)
      offset ${OFFSET} limit ${LIMIT}) page
    cross join lateral (
      select summary, head, case when plain is null then body end as body,
        case when (length(head) >= ${FIRST_SIGNS} or (summary ->> 'hasAttachments')::boolean)
          and not exists (select from unnest(${WORDS}::text[]) as word where strpos(head, word) > 0)
        then json_build_object('text', left(plain, ${MOST_SIGNS}), 'attachments', (
          select json_agg(json_build_object('name', name, 'text', left(body_text, ${MOST_SIGNS})) order by id)
          from portal.attachment where item_id = page.id and body_text is not null)) end as whole
      from (
        select summary, body, plain, left(plain, ${FIRST_SIGNS}) as head
        from portal.item join portal.item_snapshot using (id) where id = page.id offset 0) one) hit
    union all select 'gram', items, array[gram], null, null, null, null, null
    from portal.gram where gram = any(${GRAMS}::text[]) and not exists (select from told where count > 0)`;
