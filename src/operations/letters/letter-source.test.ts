import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, storeCase } from "../../../test/builders/letter-office.js";
import { addAgency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { onDay } from "../../register/agency.js";
import { mergeAgencies } from "../../register/agency-changes.js";
import { loadAgencies, saveAgencies } from "../../storage/stores/agency-store.js";
import { loadLetterSource } from "./letter-source.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  await addAgency(database, "a2");
});
afterAll(() => database.close());

test("a case of an agency that was merged away is answered in the name of the one that carries it on", async () => {
  await storeCase(database, "c1", []);
  const stored = await loadAgencies(database);
  const merged = mergeAgencies(
    stored.map(({ agency }) => agency),
    { merged: ["a1"], into: "a2", on: day("2025-04-01") },
  );
  if (!merged.done) throw new Error(merged.refusal.message);
  const [agency] = merged.agencies.filter(({ id }) => id === "a1");
  if (agency === undefined) throw new Error("a1 is on record.");
  await saveAgencies(database, [{ agency, version: 1 }], { recordedBy: "test" });
  const { agency: issuing } = await loadLetterSource(database, { agencyId: "a1", caseId: "c1" });
  const successor = stored.find(({ agency: { id } }) => id === "a2")?.agency.names.at(-1)?.value;
  expect(onDay(issuing.names, day("2025-03-31"))).toBe("示例市青山区商务局");
  expect(onDay(issuing.names, day("2025-04-01"))).toBe(successor);
});
