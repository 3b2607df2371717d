import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SYSTEM_ACTOR } from "../../src/operations/office.js";
import { publishAgencies, readAgencySite, writeAgencySite } from "../../src/operations/portal/publish-agencies.js";
import { publishAnswer, withdrawAnswer } from "../../src/operations/portal/publish-answer.js";
import { rebuildPortal } from "../../src/operations/portal/rebuild-portal.js";
import { takeInSubmissions } from "../../src/operations/portal/take-in-submissions.js";
import { publishedItem } from "../builders/publishing.js";
import { day } from "../storage/register-builder.js";
import { AGENCY, submission, type TestPortal, testPortal } from "./portal-builder.js";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

test("agencies are shown as the register has them, with what they say of themselves; the same is not written twice", async () => {
  const { office, site } = portal;
  expect(await publishAgencies(office)).toBe(2);
  expect(await publishAgencies(office)).toBe(0);
  const { version, site: said } = await readAgencySite(office, AGENCY);
  await writeAgencySite(office, SYSTEM_ACTOR, {
    ...{ agencyId: AGENCY, version },
    site: { ...said, shortName: "民政局", site: { ...said.site, siteCode: "3701000012", icpNumber: "鲁ICP备00000000号" } },
  });
  await new Promise((resolve) => setTimeout(resolve, 5_100)); // the site keeps its list for five seconds
  expect(await site.agency(AGENCY)).toMatchObject({
    ...{ name: "A1市民政局", shortName: "民政局", place: { divisionCode: "370100" } },
    site: { siteCode: "3701000012", siteDomain: null },
  });
  await expect(writeAgencySite(office, SYSTEM_ACTOR, { agencyId: AGENCY, version, site: said })).rejects.toMatchObject({
    code: "RECORD_STALE",
  });
}, 20_000);

test("a portal that was emptied is built again from the register as it was", async () => {
  const { office, site, database } = portal;
  const published = await publishedItem(office, AGENCY);
  const answer = await publishAnswer(office, SYSTEM_ACTOR, {
    ...{ agencyId: AGENCY, question: "低保资金发放总额", answer: "见公开的决算。", answeredOn: day("2026-02-01"), itemId: null },
  });
  const { number, code } = await site.submit(submission());
  await takeInSubmissions(office, SYSTEM_ACTOR);
  const before = {
    item: await site.item(published.id),
    status: await site.statusOf(number, code),
    similar: await site.similar("低保资金发放总额"),
  };
  expect(before.similar.map((one) => one.answer?.id)).toContain(answer.id);
  await sql`truncate portal.item, portal.item_snapshot, portal.item_link, portal.item_search, portal.attachment, portal.agency, portal.answer,
    portal.term, portal.gram`.execute(database.db);
  await sql`update portal.request_status set body = null`.execute(database.db);
  expect(await site.item(published.id)).toBeNull();
  expect(await rebuildPortal(office)).toMatchObject({ agencies: 2, items: 1, statuses: 1, removed: 0 });
  expect(await site.item(published.id)).toEqual(before.item);
  expect((await site.similar("低保资金发放总额")).map((one) => one.answer?.id)).toContain(answer.id);
  expect((await site.search({ text: published.content.title })).hits[0]).toMatchObject({
    item: { id: published.id },
    where: "exact-title",
  });
  expect(await site.statusOf(number, code)).toMatchObject({ status: { state: "unconfirmed" } });
});

test("an answer that was taken back is not offered, and stays so", async () => {
  const { office, site } = portal;
  const body = {
    agencyId: AGENCY,
    question: "殡葬服务收费标准",
    answer: "见目录。",
    answeredOn: day("2026-02-01"),
    itemId: null,
  };
  const { id } = await publishAnswer(office, SYSTEM_ACTOR, body);
  expect((await site.similar("殡葬服务收费标准")).length).toBe(1);
  await withdrawAnswer(office, SYSTEM_ACTOR, { agencyId: AGENCY, id, reason: "已过时" });
  expect(await site.similar("殡葬服务收费标准")).toEqual([]);
  await rebuildPortal(office);
  expect(await site.similar("殡葬服务收费标准")).toEqual([]);
});
