import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseEvent } from "../../src/register/case-event.js";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { appendToCase, type CaseAppended, loadCase, openCases } from "../../src/storage/stores/case-store.js";
import { addAgency, day, infoRequest } from "./register-builder.js";
import { type TestDatabase, testDatabase } from "./test-database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
});
afterAll(() => database.close());

const INTERLEAVINGS = 1_000;

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

test(`two writers on one case: in ${INTERLEAVINGS} interleavings one wins each version and the other is told exactly what changed`, {
  timeout: 300_000,
}, async () => {
  let cases = 0;
  let collisions = 0;
  const turns = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(turns, turns, async (first, second) => {
      const caseId = `c${cases++}`;
      await openCases(
        database,
        [{ request: infoRequest(caseId, "A1"), events: [{ id: caseId, body: { type: "received", on: day("2025-03-03") } }] }],
        "李登记",
      );
      const told = await Promise.all([
        person("甲", caseId, { steps: 2, pauses: first }),
        person("乙", caseId, { steps: 2, pauses: second }),
      ]);
      collisions += told.flat().length;
      const file = await loadCase(database, caseId);
      const events = file?.events ?? [];
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
    }),
    { numRuns: INTERLEAVINGS, endOnFailure: true },
  );
  expect(collisions).toBeGreaterThan(INTERLEAVINGS / 10);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});
