import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.js";

/** One run of a job. */
export interface JobRun {
  readonly job: string;
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly isDone: boolean;
  readonly detail: unknown;
}

/** A job that runs every minute would fill the table: of runs that did nothing new only the last days are kept. */
const KEPT = 500;

export async function addJobRun(db: Kysely<Tables>, run: JobRun): Promise<void> {
  await db
    .insertInto("job_run")
    .values({
      ...{ job: run.job, started_at: run.startedAt, milliseconds: run.milliseconds, is_done: run.isDone },
      detail: JSON.stringify(run.detail),
    })
    .execute();
  await sql`
    delete from job_run where job = ${run.job} and id <= (
      select id from job_run where job = ${run.job} order by id desc offset ${KEPT} limit 1)`.execute(db);
}

/** The last run of each job, and the last one that failed. */
export async function lastRuns(
  db: Kysely<Tables>,
): Promise<{ readonly last: Map<string, JobRun>; readonly lastFailed: Map<string, JobRun> }> {
  const read = async (onlyFailed: boolean): Promise<Map<string, JobRun>> => {
    const rows = await db
      .selectFrom("job_run")
      .distinctOn("job")
      .select(["job", "started_at", "milliseconds", "is_done", "detail"])
      .$if(onlyFailed, (query) => query.where("is_done", "=", false))
      .orderBy("job")
      .orderBy("id", "desc")
      .execute();
    return new Map(
      rows.map((row) => [
        row.job,
        { job: row.job, startedAt: row.started_at, milliseconds: row.milliseconds, isDone: row.is_done, detail: row.detail },
      ]),
    );
  };
  return { last: await read(false), lastFailed: await read(true) };
}
