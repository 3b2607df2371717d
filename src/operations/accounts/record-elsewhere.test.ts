import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { officeOver, SYSTEM_ACTOR } from "../office.js";
import { draftItem } from "../publishing/draft-item.js";
import { storeItemAttachment } from "../publishing/store-item-attachment.js";
import { addWebhook } from "../publishing/webhooks.js";
import { makeToken } from "./access-tokens.js";
import { namesRecord, recordsElsewhere } from "./record-elsewhere.js";

const NOTHING = { params: undefined, query: undefined, body: undefined, missing: null };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const id of ["A1", "A2", "A3"]) await addAgency(database, id);
});
afterAll(() => database.close());

test("a record is found by the parameter that names it, of whatever kind, and told only where it is another agency's", async () => {
  const office = officeOver(database);
  const at = { agencyId: "A2" };
  const item = await draftItem(office, SYSTEM_ACTOR, { ...at, content: { title: "一件信息" } });
  const bytes = new TextEncoder().encode("名单");
  const file = await storeItemAttachment(office, SYSTEM_ACTOR, { ...at, name: "附件.txt", bytes });
  const { token } = await makeToken(office, SYSTEM_ACTOR, { ...at, name: "门户", rights: ["items:read"], days: 1 });
  const { id: hookId } = await addWebhook(office, SYSTEM_ACTOR, { ...at, url: "https://portal.example.gov.cn/hook" });
  const named = { itemId: item.id, attachmentId: file.id, tokenId: token.id, hookId };
  for (const [name, id] of Object.entries(named)) {
    const asked = { ...NOTHING, params: { agencyId: "A1", [name]: id } };
    expect([name, await recordsElsewhere(office, asked, "A1")]).toEqual([name, ["A2"]]);
    expect([name, await recordsElsewhere(office, asked, "A2")]).toEqual([name, []]);
    const unnamed = { ...NOTHING, missing: id };
    expect([name, await recordsElsewhere(office, unnamed, "A1")]).toEqual([name, ["A2"]]);
  }
  const inQuery = { ...NOTHING, query: { itemId: item.id, limit: "50" } };
  expect(await recordsElsewhere(office, inQuery, "A1")).toEqual(["A2"]);
  const inBody = { ...NOTHING, body: { content: { attachments: [{ id: file.id, name: "附件.txt" }] } } };
  expect(await recordsElsewhere(office, inBody, "A1")).toEqual(["A2"]);
  // An item of another agency is public, and so is what stands under a name that says nothing.
  expect(await recordsElsewhere(office, { ...NOTHING, body: { itemId: item.id, title: file.id, id: file.id } }, "A1")).toEqual(
    [],
  );
});

test("each agency is named once, and a body without an end is looked through to a limit", async () => {
  const office = officeOver(database);
  const files = [];
  for (const agencyId of ["A2", "A2", "A3"])
    files.push(
      await storeItemAttachment(office, SYSTEM_ACTOR, { agencyId, name: "一.txt", bytes: new TextEncoder().encode(agencyId) }),
    );
  const body = { attachments: files.map(({ id }) => ({ id })) };
  expect((await recordsElsewhere(office, { ...NOTHING, body }, "A1")).sort()).toEqual(["A2", "A3"]);
  const many = { others: Array.from({ length: 10_000 }, (_, at) => ({ caseId: `none-${at}` })), ...body };
  expect((await recordsElsewhere(office, { ...NOTHING, body: many }, "A1")).sort()).toEqual(["A2", "A3"]);
});

test("a question names a record or not", () => {
  expect(namesRecord({ caseId: "c1", limit: "5" })).toBe(true);
  expect(namesRecord({ text: "c1" })).toBe(false);
  expect(namesRecord(undefined)).toBe(false);
});

test.each(["caseId", "proceedingId", "itemId", "attachmentId", "handoverId", "hookId", "tokenId", "stepId"])(
  "nothing is told of a %s that there is not",
  async (name) => {
    expect(await recordsElsewhere(officeOver(database), { ...NOTHING, params: { [name]: "nowhere" } }, "A1")).toEqual([]);
  },
);
