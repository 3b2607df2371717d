import { afterAll, beforeAll, expect, test } from "vitest";
import { addLetterAgency, HEAD, officeOn } from "../../../test/builders/letter-office.js";
import { signedInUser } from "../../../test/builders/office-application.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { recordLetterSettings } from "./letter-settings.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
});
afterAll(() => database.close());

test("of two who save at once, the second is told by name who was faster", async () => {
  const { accountId } = await signedInUser(officeOn(database, "2025-03-03"), [["head", "a1"]], "王主任");
  const faster = { ...HEAD, id: accountId };
  const settings = { office: "局办公室" };
  const { version } = await recordLetterSettings({ database }, faster, { agencyId: "a1", version: 1, settings });
  expect(version).toBe(2);
  const second = recordLetterSettings({ database }, HEAD, { agencyId: "a1", version: 1, settings });
  await expect(second).rejects.toMatchObject({
    code: "RECORD_STALE",
    message: expect.stringMatching(/^王主任在/),
    details: { current: { office: "局办公室" } },
  });
});
