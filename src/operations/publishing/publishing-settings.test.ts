import { afterAll, beforeAll, expect, test } from "vitest";
import { deskOf, noticeContent, officeOn } from "../../../test/builders/publishing.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { EMPTY_GUIDE } from "../../register/publishing/guide.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { saveAccount } from "../../storage/accounts/account-store.js";
import type { Office } from "../office.js";
import { agencySite, writeAgencySite } from "../portal/publish-agencies.js";
import { writeDisclosureRules } from "./disclosure-rules.js";
import { draftItem } from "./draft-item.js";
import { writeGuide } from "./guide.js";
import { readPublishingSettings, writePublishingSettings } from "./publishing-settings.js";
import { submitItem } from "./submit-item.js";

let database: TestDatabase;
let office: Office;
const AGENCY = "S1";
const { drafter, head } = deskOf(AGENCY);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-03-10");
  const account = { id: head.id, loginName: "zhao", name: "赵主任", roles: [], email: null, isDisabled: false };
  await saveAccount(database, { account, version: 0, recordedBy: "test" });
});
afterAll(() => database.close());

async function change(changed: (settings: PublishingSettings) => Partial<PublishingSettings>) {
  const { version, settings } = await readPublishingSettings(office, AGENCY);
  return writePublishingSettings(office, head, { agencyId: AGENCY, version, settings: { ...settings, ...changed(settings) } });
}

test("a round that is under way goes on by the chain it began with; the next begins with the new one", async () => {
  const submitted = async () => {
    const { id: itemId, version } = await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent() });
    return submitItem(office, drafter, { agencyId: AGENCY, itemId, version });
  };
  const before = await submitted();
  await change(({ chain }) => ({ chain: { ...chain, steps: chain.steps.filter(({ id }) => id !== "department") } }));
  const after = await submitted();
  const names = ({ review }: typeof before) => review?.chain.map(({ name }) => name);
  expect(names(before)).toEqual(["部门负责人审核", "保密审查", "负责人审签"]);
  expect(names(after)).toEqual(["保密审查", "负责人审签"]);
});

test("a chain that nobody could sign is refused in a sentence", async () => {
  const wrong = change(({ chain }) => ({
    chain: { ...chain, steps: chain.steps.map((step) => (step.kind === "secrecy" ? step : { ...step, roles: ["supervisor"] })) },
  }));
  await expect(wrong).rejects.toMatchObject({
    code: "INPUT_INVALID",
    message: expect.stringContaining("“负责人审签”不能由主管部门签署"),
  });
});

test("a mark that items bear stays; one that none bears goes", async () => {
  const own = { id: "trial", name: "试行", meaning: "试行期间", aliases: [], isInForce: true };
  await change(({ validityMarks }) => ({ validityMarks: [...validityMarks, own] }));
  await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent({ validity: "trial" }) });
  const without = (gone: string) =>
    change(({ validityMarks }) => ({ validityMarks: validityMarks.filter(({ id }) => id !== gone) }));
  await expect(without("trial")).rejects.toThrow("还有 1 件信息标注为“试行”");
  await without("amended");
  expect((await readPublishingSettings(office, AGENCY)).settings.validityMarks.map(({ id }) => id)).not.toContain("amended");
});

test("of two who change the settings, the second is told by name who was faster", async () => {
  const { version, settings } = await readPublishingSettings(office, AGENCY);
  const write = (nearWorkingDays: number) =>
    writePublishingSettings(office, head, { agencyId: AGENCY, version, settings: { ...settings, nearWorkingDays } });
  await write(3);
  await expect(write(4)).rejects.toMatchObject({
    code: "RECORD_STALE",
    message: expect.stringMatching(/^赵主任在/),
    details: { version: version + 1, current: { nearWorkingDays: 3 } },
  });
});

test.each<[string, (version: number) => Promise<unknown>]>([
  ["政府信息公开指南", (version) => writeGuide(office, head, { agencyId: AGENCY, version, guide: EMPTY_GUIDE })],
  ["政府信息公开制度", (version) => writeDisclosureRules(office, head, { agencyId: AGENCY, version, rules: { entries: [] } })],
  ["网站信息", (version) => writeAgencySite(office, head, { agencyId: AGENCY, version, site: agencySite.parse({}) })],
])("so it is with %s", async (what, write) => {
  await write(0);
  await expect(write(0)).rejects.toMatchObject({ code: "RECORD_STALE", data: { by: "赵主任", what } });
  await write(1);
});
