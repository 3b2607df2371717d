import { statfsSync } from "node:fs";
import type { Database } from "../../storage/database.js";
import { databaseState } from "../../storage/safekeeping/database-state.js";
import { type JobRun, lastRuns } from "../../storage/stores/job-run-store.js";
import type { Actor, Office } from "../office.js";
import { type KeptBackup, listBackups } from "../safekeeping/backup-folder.js";

export interface SystemState {
  readonly database: { readonly version: string; readonly bytes: number; readonly migration: string };
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  readonly jobs: readonly JobState[];
  readonly backups: readonly KeptBackup[];
}

export interface JobState {
  readonly job: string;
  readonly last: Omit<JobRun, "job">;
  readonly lastFailed: Omit<JobRun, "job"> | null;
}

/** How the installation is: database, disk, what the jobs did last and what failed, backups and whether they could be restored. */
export async function readSystemState(office: Office, _actor: Actor): Promise<SystemState> {
  const { db } = office.database;
  const { last, lastFailed } = await lastRuns(db);
  return {
    database: await databaseState(db),
    disk: diskOf(office.database),
    jobs: [...last.values()].map(({ job, ...run }) => {
      const failed = lastFailed.get(job);
      return { job, last: run, lastFailed: failed === undefined ? null : without(failed) };
    }),
    backups: listBackups(office.database),
  };
}

function without({ job: _job, ...run }: JobRun): Omit<JobRun, "job"> {
  return run;
}

function diskOf({ dataDirectory }: Pick<Database, "dataDirectory">): SystemState["disk"] {
  try {
    const { bavail, blocks, bsize } = statfsSync(dataDirectory);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null; // an office whose database is elsewhere may have no folder of its own
  }
}
