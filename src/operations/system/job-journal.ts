import { isAppError } from "../../errors.js";
import { type JobDatabase, jobDatabase } from "../../storage/jobs/job-database.js";
import { addJobRun } from "../../storage/stores/job-run-store.js";
import type { Office } from "../office.js";

export interface JobStore {
  readonly database: JobDatabase;
  /** Runs a job and writes down what came of it; what failed is thrown on, and nothing to do is not written down. */
  record(job: string, run: () => Promise<object | null>): Promise<void>;
}

/** Where the jobs of an office are queued and written down. */
export function jobStore(office: Office): JobStore {
  const { db } = office.database;
  return {
    database: jobDatabase(office.database),
    async record(job, run) {
      const started = office.now();
      const begun = performance.now();
      const write = (isDone: boolean, detail: object) =>
        addJobRun(db, {
          ...{ job, startedAt: started.toISOString(), milliseconds: Math.round(performance.now() - begun) },
          ...{ isDone, detail },
        });
      try {
        const detail = await run();
        if (detail !== null) await write(true, detail);
      } catch (error) {
        // A bug says what it is to whoever reads the log; the journal keeps no words that may hold personal data.
        const code = isAppError(error) ? error.code : error instanceof Error ? error.name : "Error";
        await write(false, { code, ...(isAppError(error) && { message: error.message }) });
        throw error;
      }
    },
  };
}
