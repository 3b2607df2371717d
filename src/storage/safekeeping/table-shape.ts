import { type Kysely, sql } from "kysely";
import { groupedBy } from "../stores/grouped-by.js";
import type { Tables } from "../tables.js";

/** A table of the register or the portal as a backup holds it. */
export interface TableShape {
  /** "public.case_file" */
  readonly name: string;
  /** Columns with their types; those the server works out by itself are not among them. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** What it is ordered by and known by. */
  readonly key: readonly string[];
  /** Columns that count up by themselves: the counter must go on behind what is there. */
  readonly counted: readonly string[];
  /** Rows can be large: files and pictures. */
  readonly isLarge: boolean;
}

/** What nobody misses after a restore: who is signed in, tries at signing in, answers kept for a repeated call, counts that can be made again. */
const PASSING: ReadonlySet<string> = new Set([
  "public.account_session",
  "public.sign_in_attempt",
  "public.key_challenge",
  "public.kept_reply",
  "public.kept_count",
]);
const LARGE: ReadonlySet<string> = new Set(["public.attachment", "portal.blob", "portal.inbox"]);

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly is_identity: boolean;
  readonly key_place: number | null;
}

/** Every table whose rows are kept, each behind those it refers to. */
export async function tableShapes(db: Kysely<Tables>): Promise<TableShape[]> {
  const { rows } = await sql<Column>`
    select n.nspname || '.' || c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
      a.attidentity <> '' as is_identity, array_position(i.indkey::int2[], a.attnum) as key_place
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where n.nspname in ('public', 'portal') and c.relkind = 'r' and c.relname not like 'kysely%'
    order by 1, a.attnum`.execute(db);
  const byTable = groupedBy(
    rows.filter(({ table_name }) => !PASSING.has(table_name)),
    ({ table_name }) => table_name,
  );
  const shapes = [...byTable].map(
    ([name, columns]): TableShape => ({
      name,
      columns: columns.map(({ column_name, type }) => [column_name, type] as const),
      key: columns
        .filter(({ key_place }) => key_place !== null)
        .toSorted((one, other) => (one.key_place ?? 0) - (other.key_place ?? 0))
        .map(({ column_name }) => column_name),
      counted: columns.filter(({ is_identity }) => is_identity).map(({ column_name }) => column_name),
      isLarge: LARGE.has(name),
    }),
  );
  return inOrder(shapes, await references(db));
}

async function references(db: Kysely<Tables>): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ here: string; there: string }>`
    select hn.nspname || '.' || h.relname as here, tn.nspname || '.' || t.relname as there
    from pg_constraint k join pg_class h on h.oid = k.conrelid join pg_namespace hn on hn.oid = h.relnamespace
      join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`.execute(db);
  return new Map([...groupedBy(rows, ({ here }) => here)].map(([here, of]) => [here, of.map(({ there }) => there)]));
}

function inOrder(shapes: readonly TableShape[], refersTo: ReadonlyMap<string, readonly string[]>): TableShape[] {
  const ordered = new Map<string, TableShape>();
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const place = (shape: TableShape, above: readonly string[]): void => {
    if (ordered.has(shape.name) || above.includes(shape.name)) return;
    for (const name of refersTo.get(shape.name) ?? []) {
      const other = byName.get(name);
      if (other !== undefined) place(other, [...above, shape.name]);
    }
    ordered.set(shape.name, shape);
  };
  for (const shape of shapes) place(shape, []);
  return [...ordered.values()];
}
