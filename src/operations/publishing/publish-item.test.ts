import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveAll, CLEAN_FORM, deskOf, noticeContent, officeOn, publishedItem } from "../../../test/builders/publishing.js";
import { addAgency, day } from "../../../test/storage/register-builder.js";
import { type TestDatabase, testDatabase } from "../../../test/storage/test-database.js";
import { verifyAudit } from "../../storage/audit/verify-audit.js";
import { loadDocuments } from "../../storage/stores/document-store.js";
import type { Office } from "../office.js";
import { changeValidity } from "./change-validity.js";
import { draftItem } from "./draft-item.js";
import { readItem } from "./item-view.js";
import { linkItems } from "./link-items.js";
import { listItems } from "./list-items.js";
import { publishDueItems } from "./publish-due-items.js";
import { publishItem } from "./publish-item.js";
import { readCatalogue } from "./read-catalogue.js";
import { reassessItem } from "./reassess-item.js";
import { recordChannel } from "./record-channel.js";
import { reviewItem, reviewSecrecy } from "./review-item.js";
import { reviseItem } from "./revise-item.js";
import { scheduleItem } from "./schedule-item.js";
import { clearHit, maskHits, screenItem } from "./screen-item.js";
import { submitItem } from "./submit-item.js";
import { withdrawItem } from "./withdraw-item.js";

let database: TestDatabase;
let office: Office;
const AGENCY = "M1";
const { drafter, reviewer, secrecy, head } = deskOf(AGENCY);

beforeAll(async () => {
  database = await testDatabase();
  await addAgency(database, AGENCY);
  office = officeOn(database, "2025-03-10");
});
afterAll(() => database.close());

const at = ({ id, version }: { id: string; version: number }) => ({ agencyId: AGENCY, itemId: id, version });
const draft = (changes = {}) => draftItem(office, drafter, { agencyId: AGENCY, content: noticeContent(changes) });
const snapshotOf = async (id: string) => {
  const { rows } = await sql<{ body: Record<string, unknown> }>`select body from portal.item_snapshot where id = ${id}`.execute(
    database.db,
  );
  return rows[0]?.body ?? null;
};

test("an item goes from its draft through the chain to the public, with a number and the server's time", async () => {
  const published = await publishedItem(office, AGENCY);
  expect(published.stateLabel).toBe("已公开");
  expect(published.publication?.indexNumber).toBe("004188999/2025-00001");
  expect(Date.now() - Date.parse(published.publication?.publishedAt ?? "")).toBeLessThan(600_000);
  expect(await snapshotOf(published.id)).toMatchObject({ title: published.content.title, indexNumber: "004188999/2025-00001" });
  expect(published.history.map(({ label }) => label)).toEqual(["公开", "审核", "保密审查", "审核", "送审", "公开前筛查", "拟稿"]);
});

test("numbers follow one another without gaps", async () => {
  const first = await publishedItem(office, AGENCY);
  const second = await publishedItem(office, AGENCY);
  const serial = (view: typeof first) => Number(view.publication?.indexNumber.slice(-5));
  expect(serial(second)).toBe(serial(first) + 1);
});

describe("is refused with the reason", () => {
  test("a draft without an attribute", async () => {
    await expect(submitItem(office, drafter, at(await draft({ attribute: null })))).rejects.toMatchObject({
      code: "STEP_REFUSED",
      message: expect.stringContaining("还没有确定公开属性"),
    });
  });

  test("a draft that lacks what the catalogue needs", async () => {
    const item = await draft({ summary: null, disclosureItem: null });
    expect(item.missing).toEqual(["内容概述", "所属的法定主动公开事项"]);
    await expect(submitItem(office, drafter, at(item))).rejects.toThrow("内容概述、所属的法定主动公开事项");
  });

  test("a review of one's own draft, of another's step, out of turn, without the points checked", async () => {
    const item = await submitItem(office, drafter, at(await draft()));
    const review = { ...at(item), stepId: "department", verdict: "approve", opinion: null, referredTo: null } as const;
    const all = ["facts", "metadata", "personal"];
    const both = { ...drafter, roles: [...drafter.roles, ...reviewer.roles] };
    await expect(reviewItem(office, both, { ...review, checked: all })).rejects.toThrow("不能审核自己的稿件");
    await expect(reviewItem(office, secrecy, { ...review, checked: all })).rejects.toThrow("不由李同志办理");
    await expect(reviewItem(office, head, { ...review, stepId: "leader", checked: all })).rejects.toThrow(
      "现在轮到“部门负责人审核”",
    );
    await expect(reviewItem(office, reviewer, { ...review, checked: ["facts"] })).rejects.toThrow("还有 2 项审核要点没有核对");
    await expect(reviewSecrecy(office, secrecy, { ...at(item), stepId: "secrecy", form: CLEAN_FORM })).rejects.toThrow(
      "还没有轮到保密审查",
    );
    await expect(publishItem(office, head, at(item))).rejects.toThrow("不能“公开”");
  });

  test("a second step signed by the same person", async () => {
    const item = await submitItem(office, drafter, at(await draft()));
    const chief = { ...head, id: "王", name: "王同志" };
    const review = { verdict: "approve", opinion: null, referredTo: null } as const;
    const one = await reviewItem(office, chief, {
      ...at(item),
      stepId: "department",
      ...review,
      checked: ["facts", "metadata", "personal"],
    });
    const two = await reviewSecrecy(office, secrecy, { ...at(one), stepId: "secrecy", form: CLEAN_FORM });
    await expect(
      reviewItem(office, chief, { ...at(two), stepId: "leader", ...review, checked: ["attribute", "coordinated"] }),
    ).rejects.toThrow("已经签署了另一个环节");
  });

  test("a secrecy form that says publish although something speaks against it", async () => {
    const item = await submitItem(office, drafter, at(await draft()));
    const one = await reviewItem(office, reviewer, {
      ...at(item),
      ...{
        stepId: "department",
        verdict: "approve",
        opinion: null,
        referredTo: null,
        checked: ["facts", "metadata", "personal"],
      },
    });
    const form = { ...CLEAN_FORM, answers: { ...CLEAN_FORM.answers, isWorkSecret: true } };
    await expect(reviewSecrecy(office, secrecy, { ...at(one), stepId: "secrecy", form })).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });

  test("whoever read an earlier version", async () => {
    const item = await draft();
    await reviseItem(office, drafter, { ...at(item), content: noticeContent({ title: "新的标题" }), why: null });
    await expect(reviseItem(office, drafter, { ...at(item), content: noticeContent(), why: null })).rejects.toMatchObject({
      code: "RECORD_STALE",
      message: expect.stringContaining("张同志"),
    });
  });

  test("an item of another agency is unknown", async () => {
    const item = await draft();
    await expect(readItem(office, drafter, { agencyId: "M2", itemId: item.id })).rejects.toMatchObject({
      code: "RECORD_UNKNOWN",
    });
  });
});

test("what is doubtful waits on hold and is taken up again; what is returned must be changed before it comes back", async () => {
  const item = await submitItem(office, drafter, at(await draft()));
  const review = { stepId: "department", checked: [], referredTo: null } as const;
  const held = await reviewItem(office, reviewer, {
    ...at(item),
    ...{ ...review, verdict: "refer", opinion: "涉及其他机关", referredTo: "市保密局" },
  });
  expect(held.stateLabel).toBe("暂缓");
  const returned = await reviewItem(office, reviewer, { ...at(held), ...review, verdict: "return", opinion: "标题不准确" });
  expect(returned.stateLabel).toBe("已退回");
  await expect(submitItem(office, drafter, at(returned))).rejects.toThrow("退回后还没有修改");
  const again = await reviseItem(office, drafter, {
    ...at(returned),
    content: noticeContent({ title: "改正的标题" }),
    why: null,
  });
  expect((await submitItem(office, drafter, at(again))).stateLabel).toBe("审核中");
});

test("personal data keep a draft back until each place is masked or cleared; the history never copies them", async () => {
  const text = "申请人张三，身份证号11010519491231002X，联系电话13812345678。";
  const item = await draft({ blocks: [{ kind: "paragraph", text }] });
  await expect(submitItem(office, drafter, at(item))).rejects.toThrow("2 处");
  const screened = await screenItem(office, drafter, at(await readItem(office, drafter, { agencyId: AGENCY, itemId: item.id })));
  const [card, phone] = screened.screening.hits;
  expect(card).toMatchObject({
    label: "公民身份号码",
    placeText: "正文第1段",
    excerpt: expect.stringContaining("11010519491231002X"),
  });
  const masked = await maskHits(office, drafter, { ...at(screened), hitIds: [card?.id ?? ""] });
  expect(JSON.stringify(masked.content)).not.toContain("11010519491231002X");
  const cleared = await clearHit(office, drafter, { ...at(masked), hitId: phone?.id ?? "", why: "机关对外公布的值班电话" });
  expect(cleared.screening.open).toBe(0);
  expect((await submitItem(office, drafter, at(cleared))).stateLabel).toBe("审核中");
  const { rows } = await sql<{ body: string }>`
    select body::text from item_event where item_id = ${item.id} and body ->> 'type' = 'screened'`.execute(database.db);
  expect(rows.map(({ body }) => body).join()).not.toContain("13812345678");
});

test("a change of what is public is reviewed while the public goes on reading the old text", async () => {
  const published = await publishedItem(office, AGENCY);
  const content = noticeContent({ title: "修改后的通知", changedOn: "2025-03-09" });
  await expect(reviseItem(office, drafter, { ...at(published), content, why: null })).rejects.toThrow("修改须写明原因");
  const revised = await reviseItem(office, drafter, { ...at(published), content, why: "补充值班安排" });
  expect(revised.dues.publish?.due).toBe("2025-04-07");
  expect(await snapshotOf(published.id)).toMatchObject({ title: published.content.title });
  const approved = await approveAll(office, await submitItem(office, drafter, at(revised)));
  const again = await publishItem(office, head, at(approved));
  expect(again.publication?.indexNumber).toBe(published.publication?.indexNumber);
  expect(again.publication?.publishedAt).toBe(published.publication?.publishedAt);
  expect(await snapshotOf(published.id)).toMatchObject({ title: "修改后的通知", version: 2 });
});

test("a withdrawn item leaves date, authority and reason, and nothing else", async () => {
  const published = await publishedItem(office, AGENCY);
  const gone = await withdrawItem(office, head, { ...at(published), authority: "M1市民政局", why: "内容有误" });
  expect(gone.stateLabel).toBe("已撤回");
  expect(await snapshotOf(published.id)).toMatchObject({
    blocks: [],
    attachments: [],
    tombstone: { authority: "M1市民政局", reason: "内容有误" },
  });
});

test("what is scheduled is published by the server when its time has come, and not before", async () => {
  const approved = await approveAll(office, await submitItem(office, drafter, at(await draft())));
  const scheduled = await scheduleItem(office, head, { ...at(approved), publishAt: "2025-03-10T18:00:00+08:00" });
  expect((await publishDueItems(office)).published).toEqual([]);
  const evening = { ...office, now: () => new Date("2025-03-10T10:00:01Z") };
  expect((await publishDueItems(evening)).published).toEqual([scheduled.id]);
  expect((await publishDueItems(evening)).published).toEqual([]);
});

test("what is withheld goes through the chain with its article, stays out of sight and is looked at again", async () => {
  const attribute = { value: "withheld", ground: "internal", reason: "内部轮岗安排" } as const;
  const approved = await approveAll(office, await submitItem(office, drafter, at(await draft({ attribute }))));
  expect(approved.stateLabel).toBe("审定不公开");
  expect(approved.dues.reassess?.due).toBe("2026-03-10");
  expect(await snapshotOf(approved.id)).toBeNull();
  const open = await reassessItem(office, head, { ...at(approved), outcome: "open", why: "安排已经结束" });
  expect(open).toMatchObject({ stateLabel: "拟稿中", content: { attribute: { value: "active" } } });
});

test("an interpretation and its document show one another; a repealed document is counted as table two counts it", async () => {
  const document = await publishedItem(office, AGENCY, { documentKind: "normative_docs", disclosureItem: "art20-01" });
  expect(document.dues.interpret).not.toBeNull();
  const reading = await publishedItem(office, AGENCY, { title: "《通知》解读", validity: null });
  const linked = await linkItems(office, drafter, { ...at(reading), relation: "interprets", targetId: document.id });
  expect(linked.links).toMatchObject([{ label: "解读的文件", title: document.content.title, isPublic: true }]);
  expect(await snapshotOf(document.id)).toMatchObject({ links: [{ relation: "interpreted-by", itemId: reading.id }] });
  const seen = await readItem(office, drafter, { agencyId: AGENCY, itemId: document.id });
  expect(seen.dues.interpret).toBeNull();
  const repealed = { validity: "repealed", from: day("2025-12-31"), authority: "沭民发〔2025〕30号" };
  await changeValidity(office, head, { ...at(seen), ...repealed });
  const records = (await loadDocuments(database, AGENCY)).filter(({ documentId }) => documentId === document.id);
  expect(records.map(({ repealedOn }) => repealedOn)).toEqual([null, "2025-12-31"]);
  expect(await snapshotOf(document.id)).toMatchObject({ validityName: "已废止", repealedOn: "2025-12-31" });
});

test("channels are recorded of what is public", async () => {
  const published = await publishedItem(office, AGENCY);
  const wechat = { channel: "wechat", publishedOn: day("2025-03-10"), where: "民政发布" } as const;
  expect((await recordChannel(office, drafter, { ...at(published), ...wechat })).channels).toMatchObject([
    { label: "微信公众号" },
  ]);
  const item = await draft();
  await expect(recordChannel(office, drafter, { ...at(item), ...wechat })).rejects.toThrow("还没有公开");
});

test("lists show what waits for whoever asks; the catalogue what is missing", async () => {
  const item = await submitItem(office, drafter, at(await draft({ title: "待审核的预算公开" })));
  const waiting = (actor: typeof drafter) =>
    listItems(office, actor, { agencyId: AGENCY, waiting: "review", text: "预算", after: null, limit: 10 });
  expect((await waiting(reviewer)).rows.map(({ id }) => id)).toEqual([item.id]);
  expect((await waiting(secrecy)).rows).toEqual([]);
  expect((await waiting(drafter)).rows).toEqual([]);
  const { items } = await readCatalogue(office, AGENCY);
  expect(items).toHaveLength(22);
  expect(items.find(({ id }) => id === "art20-07")?.gap).toMatchObject({ kind: "empty" });
  expect(items.find(({ id }) => id === "art20-11")?.gap).toBeNull();
});

test("every page of a list is there once", async () => {
  const seen: string[] = [];
  for (let after: Parameters<typeof listItems>[2]["after"] = null; ; ) {
    const { rows, next } = await listItems(office, drafter, { agencyId: AGENCY, after, limit: 3 });
    seen.push(...rows.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  const { rows } = await sql<{ count: number }>`select count(*) as count from information_item`.execute(database.db);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(rows[0]?.count ?? 0);
});

test("the chain of the agency holds everything", async () => {
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
});
