import { DEFAULT_REVIEW_CHAIN } from "../../src/register/publishing/review-chain.js";
import { saveAccount } from "../../src/storage/accounts/account-store.js";
import { recordActivity } from "../../src/storage/accounts/activity-store.js";
import type { Database } from "../../src/storage/database.js";
import { saveAttachmentEdition } from "../../src/storage/stores/attachment-edition-store.js";
import { saveAttachment } from "../../src/storage/stores/attachment-store.js";
import { appendToCase, changeDescription, openCases } from "../../src/storage/stores/case-store.js";
import { closedInstant } from "../../src/storage/stores/closed-instant.js";
import { saveDocuments } from "../../src/storage/stores/document-store.js";
import { freezeEdition } from "../../src/storage/stores/edition-store.js";
import { saveFigures } from "../../src/storage/stores/figure-store.js";
import { addHandoverEvent } from "../../src/storage/stores/handover-store.js";
import { takeIndexNumber } from "../../src/storage/stores/index-number-store.js";
import { addIssuedLetter } from "../../src/storage/stores/issued-letter-store.js";
import { addItem, addItemEvent } from "../../src/storage/stores/item-store.js";
import { addDraftEvent, saveDraft } from "../../src/storage/stores/letter-draft-store.js";
import { takeLetterNumber } from "../../src/storage/stores/letter-number-store.js";
import { addOutboxMessage } from "../../src/storage/stores/outbox-store.js";
import { openProceeding } from "../../src/storage/stores/proceeding-store.js";
import { addLink } from "../../src/storage/stores/request-link-store.js";
import { recordSetting } from "../../src/storage/stores/setting-store.js";
import { addWebhookSecret } from "../../src/storage/stores/webhook-secret-store.js";
import { write } from "../../src/storage/write.js";
import { addAgency, day, infoRequest } from "./register-builder.js";

/** Puts something into every table of facts. */
export async function fillRegister(database: Database): Promise<void> {
  await addAgency(database, "A1");
  await fillCases(database);
  await fillYear(database);
  await fillFiles(database);
  await fillDrafts(database);
  await fillItems(database);
  await fillOffice(database);
}

async function fillCases(database: Database): Promise<void> {
  await openCases(
    database,
    ["c1", "c2"].map((id) => ({
      request: infoRequest(id, "A1"),
      events: [{ id: `${id}-1`, body: { type: "received", on: day("2025-03-03") } }],
    })),
    "李登记",
  );
  await appendToCase(
    database,
    {
      caseId: "c1",
      version: 1,
      events: [{ id: "c1-2", body: { type: "accepted", on: day("2025-03-04"), handler: "王敏" }, reason: "补录" }],
    },
    "王敏",
  );
  const head = {
    id: "p1",
    agencyId: "A1",
    kind: "reconsideration" as const,
    route: null,
    requestId: "c1",
    reconsiderationId: null,
  };
  await openProceeding(
    database,
    {
      head: { ...head, number: "济政复1号", forum: "济南市人民政府", isCoDefendant: false },
      events: [{ id: "p1-1", body: { type: "filed", on: day("2025-06-01") } }],
    },
    "赵强",
  );
  await write(database, { chain: "A1", recordedBy: "王敏" }, async (writing) => {
    await changeDescription(writing, { caseId: "c2", description: "拆分后的一件", reason: "一事一申请" });
    await addLink(writing, {
      id: "link-1",
      requestId: "c2",
      earlierId: "c1",
      kind: "repeat",
      isRemoved: false,
      reason: "同一内容",
    });
  });
}

async function fillYear(database: Database): Promise<void> {
  const document = {
    id: "d1-1",
    documentId: "d1",
    agencyId: "A1",
    kind: "rules" as const,
    title: "办法",
    number: "1号",
    reason: "登记",
  };
  await saveDocuments(database, "A1", {
    documents: [{ ...document, madeOn: day("2024-01-05"), publishedOn: null, repealedOn: null, version: 0 }],
    recordedBy: "王敏",
  });
  const figure = {
    id: "f1",
    row: "art20_6.fees",
    column: "amount",
    month: "2025-03",
    value: 1234.5,
    source: "财务系统",
    reason: "更正",
  };
  await saveFigures(database, "A1", { figures: [figure], recordedBy: "导入" });
  await freezeEdition(
    database,
    { agencyId: "A1", year: 2025, edition: 1, asOf: new Date().toISOString(), body: { a: 1 }, reason: "首次" },
    "王敏",
  );
}

async function fillFiles(database: Database): Promise<void> {
  const file = (id: string, text: string) => ({ id, agencyId: "A1", caseId: "c1", name: `${id}.txt`, bytes: Buffer.from(text) });
  await saveAttachment(database, file("a1", "附件内容"), "李登记");
  await saveAttachmentEdition(
    database,
    { attachment: file("a2", "附件内容，已隐去"), madeFrom: "a1", how: "masked", body: { hidden: 1 } },
    "李登记",
  );
  await write(database, { chain: "A1", recordedBy: "王敏" }, async (writing) => {
    await takeLetterNumber(writing, { kind: "答复", year: 2025, letterId: "l1" });
    await addIssuedLetter(writing, {
      ...{ id: "l1", caseId: "c1", letterId: "L-GRANT", actEventId: "c1-2", number: "答复〔2025〕1号" },
      ...{ datedOn: day("2025-03-04"), body: { paragraphs: ["予以公开。"] }, docxId: "a1", pdfId: "a2" },
    });
  });
}

async function fillDrafts(database: Database): Promise<void> {
  const draft = { caseId: "c2", letterId: "L-GRANT" };
  await write(database, { chain: "A1", recordedBy: "u1" }, async (writing) => {
    await saveDraft(writing, { ...draft, version: 0, content: { texts: { information: "预算调整方案" } } });
    await addDraftEvent(writing, draft, { body: { type: "submitted", on: day("2025-03-05"), to: null, needs: "head" } });
  });
  await write(database, { chain: "A1", recordedBy: "u2" }, (writing) =>
    addDraftEvent(writing, draft, { body: { type: "returned", on: day("2025-03-06") }, reason: "写明提供方式" }),
  );
}

async function fillItems(database: Database): Promise<void> {
  const by = { id: "u1", name: "王敏", roles: ["handler" as const] };
  await write(database, { chain: "A1", recordedBy: "王敏" }, async (writing) => {
    const item = await addItem(writing, { id: "i1", isSample: false });
    await addItemEvent(writing, item, {
      id: "i1-1",
      body: { type: "submitted", on: day("2025-03-05"), by, chain: DEFAULT_REVIEW_CHAIN },
      reason: "送审",
    });
    await takeIndexNumber(writing, { itemId: "i1", series: "11370100004188999X/2025-" });
    await addHandoverEvent(writing, {
      handoverId: "h1",
      id: "h1-1",
      body: { type: "received", on: day("2025-07-01"), by: "市档案馆", note: null },
    });
    await addOutboxMessage(writing, { id: "o1", body: { kind: "item-published", itemId: "i1" } });
    await addWebhookSecret(writing, "https://example.cn/hook");
  });
}

async function fillOffice(database: Database): Promise<void> {
  await recordSetting(database, { chain: "A1", recordedBy: "管理员" }, "fees", { mode: "item" });
  await saveAccount(database, {
    account: { id: "u1", loginName: "wangmin", name: "王敏", roles: [], email: null, isDisabled: false },
    version: 0,
    recordedBy: "管理员",
    reason: "新建",
  });
  await recordActivity(database, { kind: "requester-shown", subject: "c1", body: { why: "答复" }, recordedBy: "王敏" });
  await addAgency(database, "A2");
  await closedInstant(database, ["A2", "A1"]);
}
