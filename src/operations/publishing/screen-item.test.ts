import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wordFile } from "../../../test/builders/office-file.js";
import { approveAll, deskOf, noticeContent, officeOn } from "../../../test/builders/publishing.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import type { Office } from "../office.js";
import { maskAttachment } from "../screening/mask-attachment.js";
import { draftItem } from "./draft-item.js";
import type { ItemView } from "./item-view.js";
import { publishItem } from "./publish-item.js";
import { reviseItem } from "./revise-item.js";
import { clearHits, screenItem } from "./screen-item.js";
import { storeItemAttachment } from "./store-item-attachment.js";
import { submitItem } from "./submit-item.js";

let database: TestDatabase;
let office: Office;
const AGENCY = "M1";
const { drafter, head } = deskOf(AGENCY);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-03-10");
});
afterAll(() => database.close());

const at = ({ id, version }: Pick<ItemView, "id" | "version">) => ({ agencyId: AGENCY, itemId: id, version });
const stored = (name: string, bytes: Uint8Array) => storeItemAttachment(office, drafter, { agencyId: AGENCY, name, bytes });
const LIST = wordFile("<w:p><w:r><w:t>联系人手机 13800138000</w:t></w:r></w:p>");

test("several finds alike are cleared for one reason, each on record by itself, all or none", async () => {
  const blocks = ["办公电话 0537-4221234。", "监督电话 0537-4221234。", "也可拨打 0537-4221234。"].map(
    (text) => ({ kind: "paragraph", text }) as const,
  );
  const item = await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent({ blocks }) });
  const screened = await screenItem(office, drafter, at(item));
  const hitIds = screened.screening.hits.map(({ id }) => id);
  expect(hitIds).toHaveLength(3);
  const why = "本机关对外公布的办公电话";
  await expect(clearHits(office, drafter, { ...at(screened), hitIds: [...hitIds, "hit-none"], why })).rejects.toThrow(
    "没有这一处",
  );
  const cleared = await clearHits(office, drafter, { ...at(screened), hitIds, why });
  expect(cleared.screening).toMatchObject({ open: 0, hits: [{ cleared: { why } }, { cleared: { why } }, { cleared: { why } }] });
  expect(cleared.history.filter(({ type }) => type === "hit-cleared")).toHaveLength(3);
});

test("the same find in two files is two finds", async () => {
  const attachments = [await stored("甲.docx", LIST), await stored("乙.docx", LIST)];
  const item = await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent({ attachments }) });
  const screened = await screenItem(office, drafter, at(item));
  const phones = screened.screening.hits.filter(({ kind }) => kind === "mobile");
  expect(new Set(phones.map(({ id }) => id)).size).toBe(2);
  const [first] = phones;
  const cleared = await clearHits(office, drafter, { ...at(screened), hitIds: [first?.id ?? ""], why: "本人同意公开" });
  expect(cleared.screening.hits.filter(({ kind, cleared: is }) => kind === "mobile" && is !== null)).toHaveLength(1);
});

async function withEverythingCleared(item: ItemView): Promise<ItemView> {
  const screened = await screenItem(office, drafter, at(item));
  const hitIds = screened.screening.hits.filter(({ cleared }) => cleared === null).map(({ id }) => id);
  return hitIds.length === 0 ? screened : clearHits(office, drafter, { ...at(screened), hitIds, why: "可以公开" });
}

test("a file of which a masked version was made is never released, not even sent again under another name", async () => {
  const file = await stored("名单.docx", LIST);
  const draft = await draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent({ attachments: [file] }) });
  const approved = await approveAll(office, await submitItem(office, drafter, at(await withEverythingCleared(draft))));
  const [hit] = (await screenItem(office, drafter, at(approved))).screening.hits;
  const newId = randomUUID();
  const order = { agencyId: AGENCY, attachmentId: file.id, newId, hitIds: [hit?.id ?? ""], remove: [] };
  const { attachment } = await maskAttachment(office, drafter, order);
  const now = { ...at(approved), version: approved.version + 1 };
  await expect(publishItem(office, head, now)).rejects.toThrow("附件“名单.docx”已有隐去或者遮盖后的文件，原件不能公开");

  const again = await stored("换个名字.docx", LIST);
  const content = (one: typeof again) => noticeContent({ attachments: [one] });
  const renamed = await reviseItem(office, drafter, { ...now, content: content(again), why: "换文件" });
  const { version } = await withEverythingCleared(renamed);
  await expect(submitItem(office, drafter, { ...now, version })).rejects.toThrow("“换个名字.docx”");

  const { id, name, mediaType, sha256, size } = attachment;
  const masked = await reviseItem(office, drafter, {
    ...{ agencyId: AGENCY, itemId: draft.id, version, why: "换上隐去后的文件" },
    content: content({ id, name, mediaType, sha256, size }),
  });
  const through = await approveAll(office, await submitItem(office, drafter, at(await withEverythingCleared(masked))));
  expect((await publishItem(office, head, at(through))).state).toBe("published");
});
