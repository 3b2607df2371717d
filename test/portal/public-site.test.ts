import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refreshPortalTerms } from "../../src/operations/portal/refresh-portal-terms.js";
import { withdrawSnapshot } from "../../src/storage/portal/publish-snapshot.js";
import { day } from "../storage/register-builder.js";
import { attachment, publish, publishedItem, type TestPortal, testPortal } from "./portal-builder.js";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

describe("items", () => {
  test("an item is read as it was published, without the texts of its attachments", async () => {
    const { file, meta } = attachment("file-1", "名单.txt", "低保对象名单");
    const item = publishedItem({ title: "关于城市低保的通知", attachments: [meta] });
    await publish(portal, item, [file]);
    const found = await portal.site.item(item.id);
    expect(found?.item).toEqual({ ...item, attachments: [{ ...meta, text: null }] });
    expect(await portal.site.attachment("file-1")).toEqual({
      ...{ name: "名单.txt", mediaType: "text/plain", sha256: meta.sha256, bytes: Buffer.from(file.bytes) },
    });
    expect((await portal.site.itemByIndexNumber(item.indexNumber.toLowerCase()))?.item.id).toBe(item.id);
    expect(await portal.site.item("nothing")).toBeNull();
  });

  test("of two versions the higher holds, whichever comes last", async () => {
    const item = publishedItem({ title: "第二版", version: 2 });
    await publish(portal, item);
    await publish(portal, { ...item, title: "第一版", version: 1 });
    expect((await portal.site.item(item.id))?.item.title).toBe("第二版");
  });

  test("a withdrawn item leaves date, authority and reason; text, files and search hits are gone", async () => {
    const { file, meta } = attachment("file-2", "名单.txt", "珍稀词语鹬蚌");
    const item = publishedItem({ title: "误发的鹬蚌名单", text: "鹬蚌相争", attachments: [meta] });
    await publish(portal, item, [file]);
    expect((await portal.site.search({ text: "鹬蚌" })).total.count).toBe(1);
    const tombstone = { withdrawnAt: "2026-03-01T00:00:00.000Z", authority: "A1市民政局", reason: "含有个人信息" };
    await portal.database.db.transaction().execute((trx) => withdrawSnapshot({ trx }, { ...item, version: 2, tombstone }));
    const found = await portal.site.item(item.id);
    expect(found?.item).toMatchObject({ tombstone, blocks: [], attachments: [] });
    expect(await portal.site.attachment("file-2")).toBeNull();
    expect((await portal.site.search({ text: "鹬蚌" })).total.count).toBe(0);
    const { rows } = await sql`select from portal.blob where sha256 = decode(${meta.sha256}, 'hex')`.execute(portal.database.db);
    expect(rows).toEqual([]);
    const listed = await portal.site.items({ agencyIds: ["A1"], pageSize: 100 });
    expect(listed.items.find(({ id }) => id === item.id)).toMatchObject({ isTombstone: true, summary: null });
    const live = await portal.site.items({ agencyIds: ["A1"], pageSize: 100, withoutTombstones: true });
    expect(live.items.some(({ id }) => id === item.id)).toBe(false);
  });

  test("a document and its interpretation are linked both ways, though only one of them says so", async () => {
    const document = publishedItem({ title: "低保办法" });
    const interpretation = publishedItem({
      title: "《低保办法》解读",
      links: [{ relation: "interprets", itemId: document.id, title: "旧标题", path: "/x" }],
    });
    await publish(portal, document);
    await publish(portal, interpretation);
    expect((await portal.site.item(document.id))?.links).toEqual([
      { relation: "interpreted-by", itemId: interpretation.id, title: "《低保办法》解读", path: interpretation.path },
    ]);
    expect((await portal.site.item(interpretation.id))?.links).toMatchObject([{ relation: "interprets", title: "低保办法" }]);
  });

  test("lists are filtered and paged, the newest first; facets count the same", async () => {
    for (const year of [2021, 2022, 2022]) {
      await publish(
        portal,
        publishedItem({ agencyId: "A2", agencyName: "A2市民政局", publishedAt: `${year}-05-0${year - 2020}T00:00:00.000Z` }),
      );
    }
    const all = await portal.site.items({ agencyIds: ["A2"], pageSize: 2 });
    expect(all).toMatchObject({ total: { count: 3, isMore: false }, pages: 2, page: 1 });
    expect(all.items.map(({ publishedAt }) => publishedAt.slice(0, 4))).toEqual(["2022", "2022"]);
    const second = await portal.site.items({ agencyIds: ["A2"], pageSize: 2, page: 2 });
    expect(second.items.map(({ publishedAt }) => publishedAt.slice(0, 4))).toEqual(["2021"]);
    expect((await portal.site.items({ agencyIds: ["A2"], year: 2021, theme: "0201", validity: "valid" })).total.count).toBe(1);
    const facets = await portal.site.facets({ agencyIds: ["A2"] });
    expect(facets.years.map(({ value, count }) => [value, count])).toEqual([
      ["2022", 2],
      ["2021", 1],
    ]);
    expect(facets.agencies).toMatchObject([{ value: "A2", name: "A2市民政局", count: 3 }]);
    expect(facets.disclosureItems[0]).toMatchObject({ value: "art20-01", count: 3 });
  });

  test("changes come in the order of publishing and miss nothing", async () => {
    const before = (await portal.site.state()).sequence;
    const [one, other] = [publishedItem(), publishedItem()];
    await Promise.all([publish(portal, one), publish(portal, other)]);
    const { changes, next } = await portal.site.changes({}, before, 10);
    expect(changes.map(({ item }) => item.id).sort()).toEqual([one.id, other.id].sort());
    expect(changes.map(({ sequence }) => sequence)).toEqual([before + 1, before + 2]);
    expect(next).toBeNull();
    expect((await portal.site.state()).sequence).toBe(before + 2);
  });
});

describe("search", () => {
  beforeAll(async () => {
    await publish(
      portal,
      publishedItem({ id: "s-title", title: "养老服务补贴办法", documentNumber: "济民发〔2024〕12号", text: "补贴标准。" }),
    );
    await publish(portal, publishedItem({ id: "s-text", title: "年度工作要点", text: "完善養老服务补贴制度，提高标准。" }));
    const { file, meta } = attachment("s-file", "机构名录.txt", "养老服务机构名录：第一养老院");
    await publish(portal, publishedItem({ id: "s-attachment", title: "名录", attachments: [meta] }), [file]);
    await publish(
      portal,
      publishedItem({ id: "s-number", title: "其他事项", documentNumber: "济民发〔2024〕13号", text: "见济民发〔2024〕12号。" }),
    );
    await publish(portal, publishedItem({ id: "s-old", title: "养老服务", publishedAt: "2020-01-01T00:00:00.000Z" }));
    await refreshPortalTerms(portal.database);
  });

  const ids = async (text: string, filter = {}) =>
    (await portal.site.search({ text, ...filter })).hits.map(({ item }) => item.id);

  test("the number as asked comes first, however it is typed", async () => {
    for (const text of ["济民发〔2024〕12号", "济民发[2024]12号", "济民发（2024）第12号", "济民发【2024】 012号"]) {
      expect((await ids(text))[0]).toBe("s-title");
    }
  });

  test("the exact title, then titles, then texts and attachments", async () => {
    const { hits, total } = await portal.site.search({ text: "养老服务" });
    expect(hits.map(({ item, where }) => [item.id, where])).toEqual([
      ["s-old", "exact-title"],
      ["s-title", "title"],
      ["s-attachment", "text"],
      ["s-text", "text"],
    ]);
    expect(total).toEqual({ count: 4, isMore: false });
  });

  test("where titles fill the page only they are counted, and the texts stand on the pages behind them", async () => {
    const page = (at: number) => portal.site.search({ text: "养老服务", page: at, pageSize: 1 });
    const [first, second, third, fourth] = [await page(1), await page(2), await page(3), await page(4)];
    expect(first).toMatchObject({ isOfTitles: true, total: { count: 2, isMore: false }, pages: 3 });
    expect(second?.hits.map(({ item }) => item.id)).toEqual(["s-title"]);
    expect(third).toMatchObject({ isOfTitles: false, total: { count: 4, isMore: false }, pages: 4 });
    expect([third, fourth].map(({ hits }) => hits[0]?.item.id)).toEqual(["s-attachment", "s-text"]);
  });

  test("traditional characters, widths and spaces do not matter; two words may stand in title and text", async () => {
    expect(await ids("養老服務 補貼")).toEqual(["s-title", "s-text"]);
    expect(await ids("办法 标准")).toEqual(["s-title"]);
  });

  test("the snippet says where the words are, and in which attachment", async () => {
    const { hits } = await portal.site.search({ text: "第一养老院" });
    expect(hits[0]).toMatchObject({ inAttachment: "机构名录.txt", item: { id: "s-attachment" } });
    expect(hits[0]?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["第一养老院"]);
  });

  test("filters narrow", async () => {
    expect(await ids("养老", { year: 2020 })).toEqual(["s-old"]);
    expect(await ids("养老", { agencyIds: ["A2"] })).toEqual([]);
  });

  test("no hit: parts that find something, the same without filters, titles that are alike", async () => {
    const { hits, instead } = await portal.site.search({ text: "养老服务 火星移民" });
    expect(hits).toEqual([]);
    expect(instead?.fewerWords).toEqual([{ text: "养老服务", total: { count: 4, isMore: false } }]);
    expect(instead?.nearby.map(({ itemId }) => itemId)).toContain("s-old");
    expect(instead?.latest.length).toBeGreaterThan(0);
    const filtered = await portal.site.search({ text: "养老服务", agencyIds: ["A2"] });
    expect(filtered.instead?.withoutFilters).toEqual({ count: 4, isMore: false });
  });

  test("more matches than the cap: told as more, the newest still first, the same with few", async () => {
    for (let at = 0; at < 30; at++) await publish(portal, publishedItem({ title: `殡葬事项${at}`, text: "殡葬服务" }));
    const few = await testPortalWithCap(200);
    const many = await testPortalWithCap(10);
    const [one, other] = [await few.search({ text: "殡葬" }), await many.search({ text: "殡葬" })];
    expect(one.total).toEqual({ count: 30, isMore: false });
    expect(other.total).toEqual({ count: 10, isMore: true });
    expect(other.hits.map(({ item }) => item.id).slice(0, 10)).toEqual(one.hits.map(({ item }) => item.id).slice(0, 10));
    await few.close();
    await many.close();
  });

  test.each(["'", "\\", "a' | 'b", "!!!", "‮", "水", "%", "_", "&&&", "(((", "\u0000x"])(
    "%j is a question like any other",
    async (text) => {
      await expect(portal.site.search({ text })).resolves.toBeDefined();
      await expect(portal.site.suggest(text)).resolves.toBeDefined();
      await expect(portal.site.similar(text)).resolves.toBeDefined();
    },
  );

  test("suggestions: agencies, titles that begin so, titles that hold it", async () => {
    const found = await portal.site.suggest("养老");
    expect(found.map(({ itemId }) => itemId)).toEqual(["s-old", "s-title"]);
    expect((await portal.site.suggest("A2"))[0]).toMatchObject({ kind: "agency", agencyId: "A2" });
    expect((await portal.site.suggest("补贴办法"))[0]).toMatchObject({ itemId: "s-title" });
  });

  test("what may already serve a request", async () => {
    const found = await portal.site.similar("我想了解贵局关于养老服务补贴的办法");
    expect(found[0]).toMatchObject({ kind: "item", item: { id: "s-title" } });
    expect(await portal.site.similar("申请公开")).toEqual([]);
  });
});

async function testPortalWithCap(searchCap: number) {
  const { attachPublicSite } = await import("../../src/operations/portal/open-public-site.js");
  const { configuration, name } = portal.database;
  return attachPublicSite({ ...configuration, portal: { ...configuration.portal, searchCap } }, name);
}

test("days stay days", async () => {
  const item = publishedItem({ madeOn: day("2025-12-31") });
  await publish(portal, item);
  expect((await portal.site.item(item.id))?.item.madeOn).toBe("2025-12-31");
});
