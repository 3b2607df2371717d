import { afterAll, beforeAll, expect, test } from "vitest";
import { countedStatements } from "../../../test/builders/counted-statements.js";
import { actorIn, deskOffice, registration } from "../../../test/builders/desk.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { listCases } from "./list-cases.js";
import { readToday } from "./read-today.js";
import { registerRequest } from "./register-request.js";
import { takeStep } from "./take-step.js";
import { viewCase } from "./view-case.js";

// Five hundred people share two processors with the database: what is asked one after the other is what they wait for.

const AGENCY = "counted";
const handler = actorIn(AGENCY, "handler");
const at = { agencyId: AGENCY, caseId: "counted-1" };

let database: TestDatabase;
const office = () => deskOffice(database, "2025-03-10");
const register = (id: string) =>
  registerRequest(office(), handler, AGENCY, registration(id, { pieces: [{ id, description: `第${id}号文件` }] }));

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  await register("counted-1");
  await register("counted-2");
  await viewCase(office(), handler, at); // reads how the agency counts days, which is kept for some seconds
});
afterAll(() => database.close());

test("a case is one question, the desk is one, a page of a list is one", async () => {
  expect(await countedStatements(() => viewCase(office(), handler, at))).toHaveLength(1);
  const desk = { agencyId: AGENCY, after: null, limit: 50 };
  expect(await countedStatements(() => readToday(office(), handler, desk))).toHaveLength(1);
  const list = { filter: { agencyId: AGENCY, text: "文件" }, sort: "newest" as const, after: null, limit: 50 };
  expect(await countedStatements(() => listCases(office(), handler, list))).toHaveLength(1);
});

test("a step is the case, the chain that is held, and all that is written in one statement", async () => {
  const step = { ...at, version: 1, eventId: "counted-event", transition: "accept", input: { handler: "甲" } };
  const asked = await countedStatements(() => takeStep(office(), handler, step));
  expect(asked).toEqual(["select f.id, f.chain_id,", "begin", "with held as", "with part0 as", "commit"]);
});

test("registering a letter asks for what is like it beside one another, and holds the chain for few questions", async () => {
  const asked = await countedStatements(() => register("counted-3"));
  expect(asked.length).toBeLessThanOrEqual(10);
  const held = asked.slice(asked.indexOf("begin"));
  expect(held.length).toBeLessThanOrEqual(6);
});
