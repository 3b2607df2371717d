import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { officeOver } from "../../src/operations/office.js";
import { backUpAndProve } from "../../src/operations/safekeeping/back-up-and-prove.js";
import { listBackups } from "../../src/operations/safekeeping/backup-folder.js";
import { type RunningJobs, runJobs } from "../../src/server/jobs/run-jobs.js";
import { addAgency } from "../storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../storage/test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
});
afterAll(() => database.close());

test("the backup of a night is restored beside, proved, and the trial taken away", async () => {
  const night = await backUpAndProve(officeOver(database), database.configuration);
  expect(night).toMatchObject({ isProved: true, differing: [] });
  expect(listBackups(database).map(({ name }) => name)).toContain(night.name);
  expect(existsSync(join(database.configuration.dataDirectory, "restore-trial"))).toBe(false);
});

test("what somebody waits for is done within seconds, is written down, and the jobs stop when they are told", async () => {
  let waits = true;
  let isDone: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    isDone = resolve;
  });
  const context = { office: officeOver(database), configuration: database.configuration };
  const jobs: RunningJobs = await runJobs(context, [
    {
      id: "take-in-submissions",
      label: "试",
      cron: "0 0 1 1 *",
      isWaitedFor: async () => waits,
      async run() {
        waits = false;
        isDone();
        return { taken: 1 };
      },
    },
  ]);
  await done;
  await jobs.close();
  const runs = await database.db.selectFrom("job_run").selectAll().where("job", "=", "take-in-submissions").execute();
  expect(runs).toMatchObject([{ is_done: true, detail: { taken: 1 } }]);
});
