import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.js";

/** The tables as the server has them, in words that are the same on every version: what the migrations amount to. */
export async function describeSchema(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ part: string }>`
    with own as (
      select oid, case when relnamespace = 'public'::regnamespace then '' else 'portal.' end || relname as relname from pg_class
      where relnamespace in ('public'::regnamespace, to_regnamespace('portal')) and relkind = 'r' and relname not like 'kysely%'
    )
    select part from (
      select relname, 1 as kind, attnum::int as place, format('%s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
        case when attnotnull then ' not null' else '' end,
        case when adbin is null then '' when attgenerated = 's' then ' generated always as ' || pg_get_expr(adbin, adrelid) || ' stored'
          else ' default ' || pg_get_expr(adbin, adrelid) end) as part
      from own join pg_attribute on attrelid = own.oid and attnum > 0 and not attisdropped
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      union all
      -- PostgreSQL 18 lists "not null" here as well.
      select relname, 2, 0, format('%s: %s', relname, pg_get_constraintdef(pg_constraint.oid))
      from own join pg_constraint on conrelid = own.oid where contype <> 'n'
      union all
      select relname, 3, 0, pg_get_indexdef(indexrelid) from own join pg_index on indrelid = own.oid where not indisprimary
      union all
      select relname, 4, 0, pg_get_triggerdef(pg_trigger.oid) from own join pg_trigger on tgrelid = own.oid where not tgisinternal
      union all
      select '~', 5, 0, regexp_replace(pg_get_functiondef(oid), '\\s+', ' ', 'g') 
      from pg_proc where pronamespace in ('public'::regnamespace, to_regnamespace('portal'))
    ) parts order by relname, kind, place, part`.execute(db);
  return `${rows.map(({ part }) => part).join("\n")}\n`;
}
