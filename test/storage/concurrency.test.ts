import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEvent } from "../../src/register/case-event.js";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { openDatabase } from "../../src/storage/open-database.js";
import { appendToCase, type CaseAppended, loadCase, openCases } from "../../src/storage/stores/case-store.js";
import { addAgency, day, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

const INTERLEAVINGS = 1_000;
/** Each has a chain of its own, so that pairs at different agencies do not wait for one another. */
const AGENCIES = ["A1", "A2", "A3"];

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // Who wins does not depend on when the disk has it; a thousand waits for the disk would be all the time of this test.
  await sql`alter database ${sql.id(database.name)} set synchronous_commit = off`.execute(database.db);
  await database.close();
  database = { ...database, ...(await openDatabase(database.configuration, database.name)) };
  for (const id of AGENCIES) await addAgency(database, id);
});
afterAll(() => database.close());

/** One person: reads, thinks, writes; when somebody else was faster, reads what changed and writes again. */
async function person(name: string, caseId: string, { steps, pauses }: { steps: number; pauses: readonly number[] }) {
  const told: CaseEvent[] = [];
  let version = (await loadCase(database, caseId))?.version ?? 0;
  for (let step = 0; step < steps; ) {
    // How many turns of the loop it takes until the next write is sent.
    for (let turns = pauses[step % pauses.length] ?? 0; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    const body = { type: "searched", on: day("2025-03-04"), where: name, terms: String(step), found: false } as const;
    const outcome: CaseAppended = await appendToCase(
      database,
      { caseId, version, events: [{ id: `${caseId}-${name}-${step}`, body }] },
      name,
    );
    if (outcome.result === "written") step++;
    else told.push(...outcome.since);
    version = outcome.file.version;
  }
  return told;
}

/** What two people did to one case must be what one after the other could have done. */
async function interleave(
  caseId: string,
  agencyId: string,
  pauses: readonly [readonly number[], readonly number[]],
): Promise<number> {
  const received = { id: caseId, body: { type: "received", on: day("2025-03-03") } } as const;
  await openCases(database, [{ request: infoRequest(caseId, agencyId), events: [received] }], "李登记");
  const told = await Promise.all([
    person("甲", caseId, { steps: 2, pauses: pauses[0] }),
    person("乙", caseId, { steps: 2, pauses: pauses[1] }),
  ]);
  const events = (await loadCase(database, caseId))?.events ?? [];
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  for (const [index, name] of ["甲", "乙"].entries()) {
    const own = events.filter(({ recordedBy }) => recordedBy === name).map(({ id }) => id);
    expect(own).toEqual([0, 1].map((step) => `${caseId}-${name}-${step}`));
    // What one was told are events of the other, as they stand, each once.
    const heard = told[index] ?? [];
    expect(heard.every((event) => event.recordedBy !== name)).toBe(true);
    expect(events).toEqual(expect.arrayContaining([...heard]));
    expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length);
  }
  return told.flat().length;
}

test(`two writers on one case: in ${INTERLEAVINGS} interleavings one wins each version and the other is told exactly what changed`, {
  timeout: 600_000,
}, async () => {
  const turns = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 });
  const seed = Number(process.env.YANGGUANG_SEED ?? Date.now() % 2 ** 31);
  const pauses = fc.sample(fc.tuple(turns, turns), { seed, numRuns: INTERLEAVINGS });
  let next = 0;
  let collisions = 0;
  const desk = async (agencyId: string) => {
    for (let index = next++; index < INTERLEAVINGS; index = next++) {
      const [first = [], second = []] = pauses[index] ?? [];
      collisions += await interleave(`c${index}`, agencyId, [first, second]).catch((error: unknown) => {
        throw new Error(`Interleaving ${index} of seed ${seed}.`, { cause: error });
      });
    }
  };
  await Promise.all(AGENCIES.map(desk));
  expect(collisions).toBeGreaterThan(INTERLEAVINGS / 10);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});
