import { afterAll, beforeAll, expect, test } from "vitest";
import { groundsFor } from "../../../test/builders/letter.js";
import { addLetterAgency, HANDLER, HEAD, officeOn, orderOf, storeCase } from "../../../test/builders/letter-office.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { LETTER_DRAFT } from "../../register/letters/letter-draft.js";
import { saveAccount } from "../../storage/accounts/account-store.js";
import { issueLetter } from "../letters/issue-letter.js";
import { returnDraft } from "../letters/return-draft.js";
import { saveLetterDraft } from "../letters/save-draft.js";
import { submitDraft } from "../letters/submit-draft.js";
import { readStatistics } from "./read-statistics.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await addLetterAgency(database);
  const account = { ...HEAD, roles: [...HEAD.roles], loginName: HEAD.id, email: null, isDisabled: false };
  await saveAccount(database, { account, version: 0, recordedBy: "test", reason: "新建" });
});
afterAll(() => database.close());

const TEXTS = { information: "预算调整方案", provision: "电子邮件" };
const GRANTED = { outcome: "granted", grounds: groundsFor("granted") ?? {} };

async function issueOn(day: string, caseId: string, version: number): Promise<void> {
  const step = { transition: "decide", input: GRANTED };
  const order = orderOf({ letterId: "L-GRANT", edits: { texts: TEXTS }, step });
  await issueLetter(officeOn(database, day), HEAD, { agencyId: "a1", caseId, version, id: `${caseId}-letter`, order });
}

const stagesNow = async () =>
  (await readStatistics(officeOn(database, "2025-07-01"), { agencyId: "a1", year: 2025 })).stages.map(
    ({ stage, label, cases, median }) => [stage, label, cases, median],
  );

test("the time to the signature is one stage, and two where the letter was submitted for signature", async () => {
  // 2025-03-03 is a Monday.
  const plain = await storeCase(database, "plain", []);
  await issueOn("2025-03-17", "plain", plain.version);
  expect(
    (await stagesNow()).filter(([stage]) => stage !== "allocation" && stage !== "consultation" && stage !== "service"),
  ).toEqual([["drafting", "查找、审查、拟稿到签发", 1, 10]]);

  const { version } = await storeCase(database, "submitted", []);
  const draft = { agencyId: "a1", caseId: "submitted", letterId: "L-GRANT" };
  const content = LETTER_DRAFT.parse({ step: "decide", texts: TEXTS, outcome: GRANTED });
  await saveLetterDraft(officeOn(database, "2025-03-10"), HANDLER, { ...draft, version: 0, content });
  const first = await submitDraft(officeOn(database, "2025-03-10"), HANDLER, { ...draft, version: 1, to: null });
  const back = await returnDraft(officeOn(database, "2025-03-11"), HEAD, { ...draft, version: first.version, reason: "改" });
  // What comes back to be mended is time of the signature: the first day of all counts.
  await submitDraft(officeOn(database, "2025-03-12"), HANDLER, { ...draft, version: back.version, to: HEAD.id });
  await issueOn("2025-03-13", "submitted", version);
  expect(
    (await stagesNow()).filter(([stage]) => stage !== "allocation" && stage !== "consultation" && stage !== "service"),
  ).toEqual([
    ["drafting", "查找、审查、拟稿到签发（没有在系统里送签的）", 1, 10],
    ["writing", "查找、审查、拟稿到送签", 1, 5],
    ["signing", "送签到签发", 1, 3],
  ]);
});
