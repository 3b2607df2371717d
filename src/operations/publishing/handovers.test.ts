import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deskOf, noticeContent, officeOn, publishedItem } from "../../../test/builders/publishing.js";
import { addAgency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { itemContent } from "../../register/publishing/item-content.js";
import { importItem } from "../../register/publishing-steps/import-item.js";
import { type Attachment, addOwnFile } from "../../storage/stores/attachment-store.js";
import { keepIndexNumber } from "../../storage/stores/index-number-store.js";
import { addItem } from "../../storage/stores/item-store.js";
import { write } from "../../storage/write.js";
import { type Office, officeOver } from "../office.js";
import { downloadHandover, listHandovers, prepareHandover, receiptHandover } from "./handovers.js";
import { publicationCalendar } from "./publication-calendar.js";
import { readPublishingSettings, writePublishingSettings } from "./publishing-settings.js";
import { stepIn } from "./take-item-step.js";
import { withdrawItem } from "./withdraw-item.js";

/** A folder for temporary files that nobody else uses: what is left in it was left here. */
const own = mkdtempSync(join(tmpdir(), "yangguang-handovers-test-"));
let database: TestDatabase;
let office: Office;
let now: Office;
const AGENCY = "M1";
const { drafter, head } = deskOf(AGENCY);
const order = { agencyId: AGENCY, receiverId: "archive" };
const thisDay = () => day(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv("TMPDIR", own);
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-04-10");
  now = officeOver(database);
  const { version, settings } = await readPublishingSettings(office, AGENCY);
  const handover = { ...settings.handover, receivers: [{ id: "archive", name: "市档案馆" }], contact: "张同志 0537-1234567" };
  await writePublishingSettings(office, head, { agencyId: AGENCY, version, settings: { ...settings, handover } });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(own, { recursive: true, force: true });
  await database.close();
});

/** An item that was public on a day before, with files of so many megabytes that do not shrink. */
async function formerItem(
  nth: number,
  publishedOn: string,
  megabytes: readonly number[],
): Promise<{ id: string; version: number }> {
  return write(database, { chain: AGENCY, recordedBy: drafter.id }, async (writing) => {
    const item = await addItem(writing, { id: `former-${nth}`, isSample: false });
    const attachments: Attachment[] = [];
    for (const [at, size] of megabytes.entries()) {
      const bytes = randomBytes(size * 2 ** 20);
      const file = { id: `file-${nth}-${at}`, agencyId: AGENCY, caseId: null, name: `附件${at + 1}.pdf`, bytes };
      attachments.push(await addOwnFile(writing, file, "application/pdf"));
    }
    const indexNumber = `原-${nth}`;
    await keepIndexNumber(writing, { itemId: item.id, text: indexNumber });
    const input = () => ({
      ...{ content: itemContent.parse(noticeContent({ title: `公开信息${nth}`, attachments })), indexNumber },
      ...{ formerlyPublishedOn: publishedOn, publishedAt: `${publishedOn}T02:00:00.000Z`, formerAddress: null },
    });
    return stepIn(office, writing, { item, actor: drafter, step: { transition: importItem, input } });
  });
}

test("a handover is due for each receiver until it is prepared; a nil return is one too", async () => {
  const duties = () => publicationCalendar(office, { agencyId: AGENCY, days: 60 });
  expect((await duties()).filter(({ kind }) => kind === "handover")).toMatchObject([{ due: "2025-04-15", standing: "near" }]);
  const nil = { ...order, from: day("2025-01-01"), to: day("2025-03-31") };
  const prepared = await prepareHandover(office, head, nil);
  expect(prepared).toMatchObject({ isNil: true, items: 0, receipt: null });
  expect((await duties()).filter(({ kind }) => kind === "handover")).toEqual([]);
  const receipt = { agencyId: AGENCY, handoverId: prepared.id, on: day("2025-04-09"), by: "市档案馆", note: null };
  expect((await receiptHandover(office, head, receipt)).receipt).toMatchObject({ by: "市档案馆" });
  expect(await listHandovers(office, AGENCY)).toHaveLength(1);
});

test("a package of more than 64 megabytes is made in numbered parts that together are what the list says", async () => {
  await formerItem(1, "2024-05-06", [30, 30]);
  await formerItem(2, "2024-05-07", [30]);
  const { id, parts, files, withdrawn } = await prepareHandover(office, head, {
    ...order,
    ...{ from: day("2024-05-01"), to: day("2024-05-31") },
  });
  expect({ parts: parts.length, files, withdrawn }).toEqual({ parts: 3, files: 7, withdrawn: 0 });
  const whole = new Map<string, Uint8Array>();
  for (const [index, part] of parts.entries()) {
    const { fileName, bytes } = await downloadHandover(office, { agencyId: AGENCY, handoverId: id, part: index + 1 });
    expect(fileName).toBe(`移送-市档案馆-2024-05-01-2024-05-31（第${index + 1}卷，共3卷）.zip`);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(part.sha256);
    for (const [path, content] of Object.entries(unzipSync(bytes))) whole.set(path, content);
  }
  const sums = strFromU8(whole.get("散列清单.sha256") ?? new Uint8Array())
    .trimEnd()
    .split("\n");
  expect(sums).toHaveLength(7);
  for (const line of sums) {
    const [sum = "", path = ""] = line.split(/ {2}(.*)/);
    expect(
      createHash("sha256")
        .update(whole.get(path) ?? "")
        .digest("hex"),
    ).toBe(sum);
  }
  await expect(downloadHandover(office, { agencyId: AGENCY, handoverId: id, part: 4 })).rejects.toMatchObject({
    code: "RECORD_UNKNOWN",
  });
  expect(tmpdir()).toBe(own);
  expect(readdirSync(own)).toEqual([]);
});

test("what was withdrawn is handed over as its tombstone, in its own period and in that of the withdrawal", async () => {
  const { id, version } = await formerItem(3, "2023-02-06", [1]);
  const gone = { agencyId: AGENCY, itemId: id, version, authority: "市民政局", why: "内容有误" };
  await withdrawItem(now, head, gone);
  const own = await prepareHandover(now, head, { ...order, from: day("2023-02-01"), to: day("2023-02-28") });
  expect(own).toMatchObject({ items: 1, withdrawn: 1, isNil: false });
  const { bytes } = await downloadHandover(now, { agencyId: AGENCY, handoverId: own.id, part: 1 });
  const content = unzipSync(bytes);
  expect(Object.keys(content).some((path) => path.includes("附件"))).toBe(false);
  expect(strFromU8(content["移送目录.csv"] ?? new Uint8Array())).toMatch(/公开信息3,.*,已撤回,.*,市民政局,内容有误/);
  const fresh = await publishedItem(now, AGENCY);
  const later = await prepareHandover(now, head, { ...order, from: thisDay(), to: thisDay() });
  expect(later).toMatchObject({ items: 2, withdrawn: 1 });
  expect(fresh.state).toBe("published");
});
