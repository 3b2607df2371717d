import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { AppError } from "../../errors.js";
import { MIGRATIONS } from "../migrations/index.js";
import type { Tables } from "../tables.js";
import { type TableShape, tableShapes } from "./table-shape.js";

/** Makes the tables as they were in the version that wrote a backup; what came later is done when they are filled. */
export async function migrateAsFar(db: Kysely<Tables>, names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in MIGRATIONS));
  if (unknown !== undefined) throw new AppError("DATABASE_NEWER", { detail: unknown });
  const asFar = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => names.includes(name)));
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => asFar } }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** The migrations that were done, in order. */
export async function migrationsDone(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Whether there is anything in a database at all: then nothing is restored over it. */
export async function isEmptyDatabase(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r') as there`.execute(db);
  return rows[0]?.there !== true;
}

/** Takes everything away again that a load that failed has left: the database was empty before. */
export async function clearDatabase(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`drop schema if exists portal cascade`.execute(trx);
    await sql`drop schema public cascade`.execute(trx);
    await sql`create schema public`.execute(trx);
  });
}

/** A table being filled. */
export interface TableLoader {
  /** Takes some rows as `readRows` gave them. */
  add(lines: readonly string[]): Promise<void>;
}

/**
 * Fills fresh tables in one transaction: all of a backup or nothing. The rules that guard what is recorded rest meanwhile, because the
 * rows have obeyed them once; the references between tables do not.
 */
export async function loadTables(
  db: Kysely<Tables>,
  fill: (tableOf: (name: string, columns: readonly string[]) => TableLoader) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const shapes = await tableShapes(trx);
    for (const { name } of shapes) await sql`alter table ${sql.table(name)} disable trigger user`.execute(trx);
    // What the migrations put in is in the backup as well.
    for (const { name } of shapes.toReversed()) await sql`delete from ${sql.table(name)}`.execute(trx);
    await fill((name, columns) => {
      const shape = shapes.find((one) => one.name === name);
      if (shape === undefined) throw new AppError("BACKUP_UNREADABLE", { detail: `没有名为 ${name} 的表` });
      return loader(trx, shape, columns);
    });
    for (const shape of shapes) {
      for (const column of shape.counted) await goOnCounting(trx, shape.name, column);
      await sql`alter table ${sql.table(shape.name)} enable trigger user`.execute(trx);
    }
  });
}

function loader(trx: Kysely<Tables>, shape: TableShape, columns: readonly string[]): TableLoader {
  const types = new Map(shape.columns);
  const unknown = columns.find((column) => !types.has(column));
  if (unknown !== undefined) throw new AppError("BACKUP_UNREADABLE", { detail: `${shape.name} 没有名为 ${unknown} 的列` });
  const names = sql.join(columns.map((column) => sql.id(column)));
  const values = sql.join(
    columns.map((column, index) => sql`(line->>${sql.lit(index)})::${sql.raw(types.get(column) ?? "text")}`),
  );
  return {
    async add(lines) {
      await sql`
        insert into ${sql.table(shape.name)} (${names}) overriding system value
        select ${values} from jsonb_array_elements(${`[${lines.join(",")}]`}::jsonb) with ordinality as rows (line, place)
        order by place`.execute(trx);
    },
  };
}

async function goOnCounting(trx: Kysely<Tables>, table: string, column: string): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${table}, ${column}), greatest((select max(${sql.id(column)}) from ${sql.table(table)}), 1),
      exists (select from ${sql.table(table)}))`.execute(trx);
}
