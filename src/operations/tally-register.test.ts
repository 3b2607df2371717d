import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agency, day, infoRequest } from "../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../test/storage/test-database.js";
import type { Agency } from "../register/agency.js";
import { saveAgencies } from "../storage/stores/agency-store.js";
import { openCases } from "../storage/stores/case-store.js";
import { talliedValue } from "../tally/tally-result.js";
import { recordsBehind } from "./tally-details.js";
import { tallyOf } from "./tally-register.js";

const CITY: Agency = { ...agency("city", "某市人民政府"), kind: "local-government" };
const below = (id: string): Agency => ({
  ...agency(id),
  parents: [{ value: "city", from: day("2000-01-01"), until: null }],
});
/** Went up in the forestry bureau on 1 July 2025. */
const MERGED: Agency = { ...below("garden"), successor: { agencyId: "forest", from: day("2025-07-01") } };

const RECEIVED = { table: "requests", row: "new_received", column: "total" } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const agencies = [CITY, below("forest"), MERGED, below("water")];
  await saveAgencies(
    database,
    agencies.map((one) => ({ agency: one, version: 0 })),
    { recordedBy: "系统管理员" },
  );
  for (const [id, agencyId] of [
    ["f1", "forest"],
    ["g1", "garden"],
    ["w1", "water"],
    ["w2", "water"],
  ] as const) {
    await open(id, agencyId);
  }
});
afterAll(() => database.close());

async function open(id: string, agencyId: string): Promise<void> {
  const events = [{ id: `${id}-e1`, body: { type: "received", on: day("2025-03-03") } } as const];
  await openCases(database, [{ request: infoRequest(id, agencyId, { channel: "in_person" }), events }], "甲");
}

async function receivedBy(agencyId: string, asOf: string | null = null) {
  const counted = await tallyOf(database, { agencyId, year: 2025, asOf });
  const records: string[] = [];
  for await (const part of recordsBehind(database, counted, RECEIVED)) records.push(...part.records);
  expect(talliedValue(counted.tally, RECEIVED)).toBe(records.length);
  return records.sort();
}

describe("a tally from the database", () => {
  test("counts the records of the agency and of those it has succeeded", async () => {
    expect(await receivedBy("forest")).toEqual(["f1", "g1"]);
    expect(await receivedBy("water")).toEqual(["w1", "w2"]);
  });

  test("of a government is the sum over its area", async () => {
    expect(await receivedBy("city")).toEqual(["f1", "g1", "w1", "w2"]);
  });

  test("is refused for an agency that another one reports for, or that nobody knows", async () => {
    await expect(receivedBy("garden")).rejects.toMatchObject({ code: "AGENCY_SUCCEEDED", data: { successor: "forest" } });
    await expect(receivedBy("nobody")).rejects.toMatchObject({ code: "AGENCY_UNKNOWN" });
  });

  test("asked again as of the same instant gives the same, whatever is written down later", async () => {
    const before = await tallyOf(database, { agencyId: "water", year: 2025, asOf: null });
    await open("w3", "water");
    expect(await receivedBy("water")).toEqual(["w1", "w2", "w3"]);
    const again = await tallyOf(database, { agencyId: "water", year: 2025, asOf: before.tally.asOf });
    expect(again.tally).toEqual(before.tally);
  });

  test("is refused as of an instant that is still to come, and for a year that had no form", async () => {
    await expect(receivedBy("water", "9999-01-01T00:00:00.000Z")).rejects.toMatchObject({ code: "OPTION_INVALID" });
    const question = { agencyId: "water", year: 2007, asOf: null };
    await expect(tallyOf(database, question)).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});
