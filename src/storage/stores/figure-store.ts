import { type Kysely, type Selectable, sql } from "kysely";
import { AppError } from "../../errors.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { MonthlyFigure } from "../../register/published-figure.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { type Writing, write } from "../write.js";
import { recordedOf } from "./append-outcome.js";

/** A figure as a person or an import brings it. */
export type NewMonthlyFigure = Omit<MonthlyFigure, "sequence" | "recordedAt" | "recordedBy" | "agencyId">;

/** The same with the number of figures there were for its row, column and month when it was read: somebody faster is not written over. */
export type ReadMonthlyFigure = NewMonthlyFigure & { readonly version?: number };

export type FiguresReplaced =
  | { readonly result: "written"; readonly figures: readonly MonthlyFigure[] }
  /** `current` are those that somebody else recorded meanwhile. Nothing was written. */
  | { readonly result: "stale"; readonly current: readonly MonthlyFigure[] };

/** Records figures in place of those that were read, all or none. */
export async function replaceFigures(
  database: Database,
  agencyId: string,
  { figures, recordedBy }: { readonly figures: readonly ReadMonthlyFigure[]; readonly recordedBy: string },
): Promise<FiguresReplaced> {
  return write(database, { chain: agencyId, recordedBy }, async (writing): Promise<FiguresReplaced> => {
    const last = new Map((await figuresOf(writing.trx, { agencyId })).map((figure) => [placeOf(figure), figure]));
    const current = figures.flatMap((figure) => {
      const there = last.get(placeOf(figure));
      return there === undefined || figure.version === undefined || there.sequence === figure.version ? [] : [there];
    });
    if (current.length > 0) return { result: "stale", current };
    const entered = figures.map(({ version: _version, ...figure }) => figure);
    return { result: "written", figures: await addFigures(writing, agencyId, entered) };
  });
}

/**
 * Records figures of one agency, all or none. A second figure for the same row, column and month replaces the first, which stays on
 * record; an id that is there already with the same figure is not written again.
 */
export async function saveFigures(
  database: Database,
  agencyId: string,
  { figures, recordedBy }: { readonly figures: readonly NewMonthlyFigure[]; readonly recordedBy: string },
): Promise<MonthlyFigure[]> {
  return write(database, { chain: agencyId, recordedBy }, (writing) => addFigures(writing, agencyId, figures));
}

async function addFigures(writing: Writing, agencyId: string, figures: readonly NewMonthlyFigure[]): Promise<MonthlyFigure[]> {
  const { trx, recordedAt, recordedBy } = writing;
  const ids = figures.map(({ id }) => id);
  const written = new Map((await figuresOf(trx, { ids })).map((figure) => [figure.id, figure]));
  const counts = await sequences(trx, agencyId);
  const saved: MonthlyFigure[] = [];
  const rows: Parameters<typeof writing.add<"monthly_figure">>[1][number][] = [];
  for (const figure of figures) {
    const there = written.get(figure.id);
    if (there !== undefined) {
      const { sequence: _sequence, recordedAt: _at, recordedBy: _by, ...entered } = there;
      if (canonicalJson(entered) !== canonicalJson({ ...figure, agencyId }))
        throw new AppError("RECORD_ID_REUSED", { id: figure.id });
      saved.push(there);
      continue;
    }
    const place = placeOf(figure);
    const sequence = (counts.get(place) ?? 0) + 1;
    counts.set(place, sequence);
    saved.push({ ...figure, agencyId, sequence, recordedAt, recordedBy });
    rows.push({
      ...{
        chain_id: agencyId,
        table_row: figure.row,
        table_column: figure.column,
        month: figure.month,
        sequence,
        id: figure.id,
      },
      ...{
        value: figure.value,
        source: figure.source,
        recorded_at: recordedAt,
        recorded_by: recordedBy,
        reason: figure.reason ?? null,
      },
    });
  }
  await writing.add("monthly_figure", rows);
  return saved;
}

/** Every figure ever recorded for an agency, in the order of recording for each row, column and month. */
export async function loadFigures({ db }: Database, agencyId: string): Promise<MonthlyFigure[]> {
  return figuresOf(db, { agencyId });
}

/** A figure as it counts, without who entered it and from where. */
export type StandingFigure = Omit<MonthlyFigure, "recordedBy" | "reason" | "source">;

/**
 * The figures of several agencies for the months of a year as they stood at an instant: of several for one month the last. They come
 * in one text for each agency, because a thousand agencies have fifty thousand figures.
 */
export async function loadFiguresOfYear(
  { db }: Database,
  { agencyIds, year, asOf }: { readonly agencyIds: readonly string[]; readonly year: number; readonly asOf: string },
): Promise<StandingFigure[]> {
  const { rows } = await sql<{ chain_id: string; figures: string }>`
    select chain_id, json_agg(json_build_array(id, table_row, table_column, month, value, sequence))::text as figures
    from (
      select distinct on (chain_id, table_row, table_column, month) chain_id, id, table_row, table_column, month, value, sequence
      from monthly_figure
      where chain_id = any(${[...agencyIds]}::text[]) and month between ${`${year}-01`} and ${`${year}-12`} and recorded_at <= ${asOf}::timestamptz
      order by chain_id, table_row, table_column, month, recorded_at desc, sequence desc
    ) standing
    group by chain_id`.execute(db);
  return rows.flatMap(({ chain_id: agencyId, figures }) =>
    (JSON.parse(figures) as [string, string, string, string, number, number][]) // built as such
      .map(([id, row, column, month, value, sequence]) => ({
        agencyId,
        id,
        row,
        column,
        month,
        value,
        sequence,
        recordedAt: asOf,
      })),
  );
}

const placeOf = ({ row, column, month }: Pick<MonthlyFigure, "row" | "column" | "month">) => [row, column, month].join("|");

async function sequences(db: Kysely<Tables>, agencyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("monthly_figure")
    .select(({ fn }) => ["table_row as row", "table_column as column", "month", fn.max("sequence").as("sequence")])
    .where("chain_id", "=", agencyId)
    .groupBy(["table_row", "table_column", "month"])
    .execute();
  return new Map(rows.map((row) => [placeOf(row), row.sequence]));
}

async function figuresOf(
  db: Kysely<Tables>,
  { agencyId, ids }: { readonly agencyId?: string; readonly ids?: readonly string[] },
): Promise<MonthlyFigure[]> {
  const rows = await db
    .selectFrom("monthly_figure")
    .selectAll()
    .$if(agencyId !== undefined, (query) => query.where("chain_id", "=", agencyId ?? ""))
    .$if(ids !== undefined, (query) => query.where("id", "=", sql<string>`any(${ids})`))
    .orderBy("month")
    .orderBy("table_row")
    .orderBy("table_column")
    .orderBy("sequence")
    .execute();
  return rows.map(figureOf);
}

function figureOf(row: Selectable<Tables["monthly_figure"]>): MonthlyFigure {
  const { chain_id: agencyId, table_row, table_column: column, month, value, source } = row;
  return { ...recordedOf(row), agencyId, row: table_row, column, month, value, source };
}
