import { afterAll, beforeAll, expect, test } from "vitest";
import { wordFile } from "../../../test/builders/office-file.js";
import { pdfFile, shown } from "../../../test/builders/pdf-file.js";
import { addAgency } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { attachmentEditions, supersededAttachments } from "../../storage/stores/attachment-edition-store.js";
import { loadAttachmentBytes, saveAttachment } from "../../storage/stores/attachment-store.js";
import { endChild } from "../child-reader.js";
import { type Actor, officeOver } from "../office.js";
import { maskAttachment } from "./mask-attachment.js";
import { redactAttachment } from "./redact-attachment.js";
import { screenAttachment } from "./screen-attachment.js";
import { drawAttachmentPage, findInAttachment, readAttachmentPage } from "./view-page.js";

const ACTOR: Actor = { id: "u1", name: "王经办", roles: [{ agencyId: "A1", role: "handler" }] };
let database: TestDatabase;
const office = () => officeOver(database);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, "A1");
  await addAgency(database, "A2");
  const pdf = pdfFile({ pages: [shown("申请人张三，电话", 60, 700, { size: 16 })] });
  const word = wordFile("<w:p><w:r><w:t>电话13812345678</w:t></w:r></w:p>");
  const common = { agencyId: "A1", caseId: null };
  await saveAttachment(database, { ...common, id: "file-pdf", name: "纪要.pdf", bytes: pdf }, "u1");
  await saveAttachment(database, { ...common, id: "file-docx", name: "名单.docx", bytes: word }, "u1");
});
afterAll(async () => {
  endChild();
  await database.close();
});

const pdfPlace = { agencyId: "A1", attachmentId: "file-pdf" };

test("a redacted file is kept beside the one it was made from, with where and why and not what", async () => {
  const marks = [{ kind: "term", term: "张三", ground: "denied.third_party" }] as const;
  const result = await redactAttachment(office(), ACTOR, { ...pdfPlace, newId: "redacted-1", marks, hasLegend: false });
  expect(result.attachment).toMatchObject({ id: "redacted-1", name: "纪要（已遮盖）.pdf", mediaType: "application/pdf" });
  expect(result.boxes).toBe(1);
  expect(result.summary[0]).toContain("《纪要》");
  expect(result.parts).toEqual([{ part: "《纪要》第1页遮盖的 1 处", outcome: "denied.third_party" }]);
  const [edition] = await attachmentEditions(database, ["redacted-1"]);
  expect(edition).toMatchObject({
    madeFrom: "file-pdf",
    how: "redacted",
    body: { marks: [{ page: 1, ground: "denied.third_party" }] },
  });
  expect(JSON.stringify(edition)).not.toContain("张三");
  expect(await supersededAttachments(database, ["file-pdf", "redacted-1"])).toEqual(new Set(["file-pdf"]));
  expect(await loadAttachmentBytes(database, "file-pdf")).not.toBeNull();
});

test("a masked file likewise, and the chain holds", async () => {
  const place = { agencyId: "A1", attachmentId: "file-docx" };
  const { hits } = await screenAttachment(office(), ACTOR, place);
  const hitIds = hits.map(({ id }) => id);
  const { attachment, left } = await maskAttachment(office(), ACTOR, {
    ...place,
    newId: "masked-001",
    hitIds,
    remove: ["properties"],
  });
  expect(attachment.name).toBe("名单（已隐去）.docx");
  expect(left.hits).toEqual([]);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});

test("a page for the viewer: picture, letters, places of a text", async () => {
  const png = await drawAttachmentPage(office(), ACTOR, { ...pdfPlace, page: 1, dpi: 72 });
  expect([...png.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  const page = await readAttachmentPage(office(), ACTOR, { ...pdfPlace, page: 1 });
  expect(page).toMatchObject({ page: 1, pages: 1, width: 595, height: 842 });
  expect(page.glyphs.map(({ text }) => text).join("")).toBe("申请人张三，电话");
  const areas = await findInAttachment(office(), ACTOR, { ...pdfPlace, term: "张三" });
  expect(areas).toHaveLength(1);
  expect(areas[0]?.box.left).toBeCloseTo(108, 0);
});

test("files of another agency are not there, and only pdf is redacted", async () => {
  const elsewhere = { agencyId: "A2", attachmentId: "file-pdf" };
  await expect(screenAttachment(office(), ACTOR, elsewhere)).rejects.toMatchObject({ code: "RECORD_UNKNOWN" });
  const word = { agencyId: "A1", attachmentId: "file-docx", newId: "redacted-2", marks: [], hasLegend: false };
  await expect(redactAttachment(office(), ACTOR, word)).rejects.toMatchObject({ code: "REDACTION_NEEDS_PDF" });
  await expect(drawAttachmentPage(office(), ACTOR, { ...pdfPlace, page: 9, dpi: 72 })).rejects.toMatchObject({
    code: "RECORD_UNKNOWN",
  });
});
