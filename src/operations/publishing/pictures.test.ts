import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveAll, deskOf, noticeContent, officeOn } from "../../../test/builders/publishing.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { writePng } from "../../writers/masked-file/write-png.js";
import type { Office } from "../office.js";
import { draftItem } from "./draft-item.js";
import type { ItemView } from "./item-view.js";
import { publishItem } from "./publish-item.js";
import { clearHits, screenItem } from "./screen-item.js";
import { readStoredPicture, storeItemAttachment } from "./store-item-attachment.js";
import { submitItem } from "./submit-item.js";

let database: TestDatabase;
let office: Office;
const AGENCY = "M1";
const { drafter, head } = deskOf(AGENCY);
const PICTURE = writePng({ width: 2, height: 2, rgb: new Uint8Array(12).fill(120) });

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-03-10");
});
afterAll(() => database.close());

const at = ({ id, version }: ItemView) => ({ agencyId: AGENCY, itemId: id, version });
const stored = (name: string, bytes: Uint8Array) => storeItemAttachment(office, drafter, { agencyId: AGENCY, name, bytes });

test("a picture in the text is looked at by a person, and then public with its words", async () => {
  const file = await stored("流程图.png", PICTURE);
  expect((await readStoredPicture(office, { agencyId: AGENCY, attachmentId: file.id })).bytes).toEqual(Buffer.from(PICTURE));
  const picture = { kind: "picture", attachmentId: file.id, alt: "低保办理流程图" } as const;
  const content = noticeContent({ blocks: [picture], attachments: [file] });
  const item = await draftItem(office, drafter, { agencyId: AGENCY, content });
  const screened = await screenItem(office, drafter, at(item));
  const hits = screened.screening.hits.filter(({ place }) => place.in === "attachment");
  expect(hits).toMatchObject([{ kind: "unreadable", place: { attachmentId: file.id } }]);
  const cleared = { ...at(screened), hitIds: hits.map(({ id }) => id), why: "图中没有个人信息" };
  const open = await clearHits(office, drafter, cleared);
  const approved = await approveAll(office, await submitItem(office, drafter, at(open)));
  await publishItem(office, head, at(approved));
  const { rows } = await sql<{ body: { blocks: unknown; attachments: unknown } }>`
    select body from portal.item_snapshot where id = ${item.id}`.execute(database.db);
  expect(rows[0]?.body).toMatchObject({ blocks: [picture], attachments: [{ id: file.id, mediaType: "image/png" }] });
});

test("a picture without words, or that is none of the files, is not taken", async () => {
  const file = await stored("流程图.png", PICTURE);
  const draft = (alt: string, attachmentId: string) =>
    draftItem(office, drafter, {
      agencyId: AGENCY,
      content: noticeContent({ blocks: [{ kind: "picture", attachmentId, alt }], attachments: [file] }),
    });
  await expect(draft(" ", file.id)).rejects.toMatchObject({ code: "INPUT_INVALID" });
  await expect(draft("图", "another")).rejects.toThrow("插图应当是已上传的 jpg 或者 png 附件");
});

test.each([
  ["图.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ["图.html", "<img src=x onerror=alert(1)>"],
  ["图.png", "<svg/>"],
  ["图.jpg", "GIF89a"],
])("%s that is %s is refused", async (name, text) => {
  await expect(stored(name, Buffer.from(text))).rejects.toMatchObject({ code: "ATTACHMENT_KIND_MISMATCH" });
});
