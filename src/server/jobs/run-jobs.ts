import { PgBoss } from "pg-boss";
import { jobStore } from "../../operations/system/job-journal.js";
import type { Job, JobContext } from "./job.js";

const ZONE = "Asia/Shanghai";
const ASK_SECONDS = 5;
const HOUR = 3_600;

export interface RunningJobs {
  /** Takes nothing new and waits for what is under way. */
  close(): Promise<void>;
}

/**
 * Runs the jobs of the office: by the clock, and at once where somebody waits. Several offices on one database share them; each job runs
 * once at a time. A job that fails is in the journal and is tried again the next time.
 */
export async function runJobs(context: JobContext, jobs: readonly Job[]): Promise<RunningJobs> {
  const { database, record } = jobStore(context.office);
  const boss = new PgBoss({ db: database, schema: "pgboss", superviseIntervalSeconds: 120 });
  // Told where it matters: in the journal of the job. The queue itself goes on by itself when the database is back.
  boss.on("error", () => undefined);
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.id, { policy: "stately", retryLimit: 0, expireInSeconds: HOUR, deleteAfterSeconds: HOUR });
    await boss.schedule(job.id, job.cron, {}, { tz: ZONE });
    await boss.work(job.id, { pollingIntervalSeconds: job.isWaitedFor ? 2 : 10 }, () => record(job.id, () => job.run(context)));
  }
  const timer = setInterval(() => void ask(), ASK_SECONDS * 1000);
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      for (const { id, isWaitedFor } of jobs) if (await isWaitedFor?.(context)) await boss.send(id);
    } catch {
      // The database is away for a moment: asked again in a few seconds, and the minute's run says so in the journal.
    } finally {
      asking = false;
    }
  };
  return {
    async close() {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 20_000, close: false });
    },
  };
}
