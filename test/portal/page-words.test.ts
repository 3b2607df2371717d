import { render } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ChannelLines } from "../../src/web/portal/channel-lines.js";
import { BUREAU, CITY, ITEMS, type PortalSite, portalSite } from "../builders/portal-site.js";

let portal: PortalSite;
beforeAll(async () => {
  portal = await portalSite({ origin: "https://www.example.gov.cn" });
});
afterAll(() => portal.close());

const get = async (url: string) => (await portal.server.inject({ method: "GET", url })).body;
const titleOf = async (url: string) => /<title>([^<]*)<\/title>/.exec(await get(url))?.[1];

describe("what a page is called, and in which order it is heard", () => {
  test("the window of an agency's page names the agency, once", async () => {
    expect(await titleOf(`/agencies/${BUREAU}/guide`)).toBe("政府信息公开指南 - 青阳市民政局 - 青阳市政府信息公开");
    expect(await titleOf(`/reports/${BUREAU}`)).toBe("历年变化 - 青阳市民政局 - 青阳市政府信息公开");
    expect(await titleOf(`/agencies/${BUREAU}`)).toBe("青阳市民政局 - 青阳市政府信息公开");
    expect(await titleOf("/guide")).toBe("政府信息公开指南 - 青阳市政府信息公开");
    expect(await titleOf("/")).toBe("青阳市政府信息公开");
  });

  test.each(["/catalogue", "/search?q=%E6%95%91%E5%8A%A9"])("on %s what was found comes before the filters", async (url) => {
    const body = await get(url);
    expect(body.indexOf('class="items"')).toBeGreaterThan(0);
    expect(body.indexOf('class="items"')).toBeLessThan(body.indexOf('id="filters"'));
  });
});

describe("annual reports", () => {
  test("the year that is shown can be told from the others, and all of them are one step away", async () => {
    const one = await get("/reports?year=2024");
    expect(one).toContain('<a href="/reports?year=2024" aria-current="true">2024年</a>');
    expect(one).toContain('<a href="/reports">全部年度</a>');
    expect(await get("/reports")).toContain('<a href="/reports" aria-current="true">全部年度</a>');
  });

  test("both days of Article 49 are told: of departments and of governments", async () => {
    const body = await get("/reports");
    expect(body).toContain("县级以上人民政府部门在 1 月 31 日以前");
    expect(body).toContain("县级以上人民政府在 3 月 31 日以前");
  });

  test("an agency without reports shows neither an empty list nor a heading with nothing below it", async () => {
    const body = await get(`/agencies/${CITY}/reports`);
    expect(body).toContain("还没有公布年度报告。");
    expect(body).not.toContain("历年变化");
    expect(body).not.toContain('<ul class="items"></ul>');
    expect(await get("/reports?year=1999")).toContain("没有 1999 年的年度报告。");
  });

  test("each download says whose report it is to whoever hears only the links", async () => {
    expect(await get("/reports")).toContain('<span class="hidden">青阳市民政局2025年报告：</span>json</a>');
  });
});

test("a way of asking is named once, and where and how stand on lines of their own", () => {
  const channels = [{ channel: "in_person" as const, description: "当面提交：东风路1号\n工作日受理。" }];
  expect(render(ChannelLines({ channels }))).toBe(
    '<dl class="facts"><dt>当面提交</dt><dd><div>东风路1号</div><div>工作日受理。</div></dd></dl>',
  );
});

test("a checksum can be read whole without a mouse", async () => {
  expect(await get(`/items/${ITEMS.measure}`)).toMatch(
    /<details class="checksum[^>]*><summary>校验值<\/summary><span>SHA-256：[0-9a-f]{64}</,
  );
});

test("the form on paper asks for nothing but what Article 29 names, and has no sizes of its own", async () => {
  const body = await get(`/ask/${BUREAU}/paper`);
  expect(body).not.toMatch(/用途[：_]|工作单位/);
  expect(body).not.toContain("style=");
  expect(body).toContain("不需要说明用途");
});
