import { afterAll, beforeAll, expect, test } from "vitest";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { officeOver, SYSTEM_ACTOR } from "../office.js";
import { draftItem } from "../publishing/draft-item.js";
import { storeItemAttachment } from "../publishing/store-item-attachment.js";
import { addWebhook } from "../publishing/webhooks.js";
import { makeToken } from "./access-tokens.js";
import { recordElsewhere } from "./record-elsewhere.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  for (const id of ["A1", "A2"]) await addAgency(database, id);
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
    expect([name, await recordElsewhere(office, { agencyId: "A1", [name]: id }, "A1")]).toEqual([name, "A2"]);
    expect([name, await recordElsewhere(office, { [name]: id }, "A2")]).toEqual([name, null]);
  }
});

test.each(["caseId", "proceedingId", "itemId", "attachmentId", "handoverId", "hookId", "tokenId", "stepId"])(
  "nothing is told of a %s that there is not",
  async (name) => {
    expect(await recordElsewhere(officeOver(database), { [name]: "nowhere" }, "A1")).toBeNull();
  },
);
