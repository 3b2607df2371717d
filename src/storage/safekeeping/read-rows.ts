import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";
import type { TableShape } from "./table-shape.js";

const AT_ONCE = 500;
const LARGE_AT_ONCE = 1;

/**
 * The rows of a table, each as a JSON array of texts: every value as the server writes it, so that nothing is lost on the way through
 * another language. In the order of the key, so that equal tables give equal lines. Call it in one snapshot.
 */
export async function* readRows(trx: Kysely<Tables>, shape: TableShape): AsyncGenerator<string[]> {
  const values = sql.join(shape.columns.map(([name]) => sql`${sql.id(name)}::text`));
  const order = shape.key.length === 0 ? sql`1` : sql.join(shape.key.map((name) => byBytes(shape, name)));
  await sql`declare kept no scroll cursor for select json_build_array(${values})::text as line from ${sql.table(shape.name)} order by ${order}`.execute(
    trx,
  );
  try {
    for (;;) {
      const { rows } = await sql<{ line: string }>`fetch ${sql.lit(shape.isLarge ? LARGE_AT_ONCE : AT_ONCE)} from kept`.execute(
        trx,
      );
      if (rows.length === 0) return;
      yield rows.map(({ line }) => line);
    }
  } finally {
    await sql`close kept`.execute(trx);
  }
}

/** Texts in the order of their bytes, which is the same on every server whatever its language. */
function byBytes({ columns }: TableShape, name: string) {
  const type = columns.find(([column]) => column === name)?.[1] ?? "";
  return type === "text" ? sql`${sql.id(name)} collate "C"` : sql`${sql.id(name)}`;
}
