import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUREAU, CITY, ITEMS, type PortalSite, portalSite } from "../builders/portal-site.js";
import { hasBrowser, newReader, openBrowser } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = [
  ...["/", `/agencies/${BUREAU}`, "/guide", `/agencies/${BUREAU}/guide`, `/agencies/${BUREAU}/rules`, "/catalogue"],
  ...[`/items/${ITEMS.measure}`, `/items/${ITEMS.old}`, `/items/${ITEMS.withdrawn}`, "/nowhere"],
  ...[`/search?q=${encodeURIComponent("临时救助")}`, `/search?q=${encodeURIComponent("量子卫星")}`],
  ...["/reports", `/reports/${BUREAU}`, `/reports/${BUREAU}/2025`, "/figures"],
  ...["/ask", `/ask/${BUREAU}`, `/ask/${CITY}`, `/ask/${BUREAU}/paper`, "/status"],
  ...["/check", "/open-data", "/site-map", "/accessibility"],
];
/** One page of each kind, for the ways of looking that change colours and sizes only. */
const SOME = [
  "/",
  `/items/${ITEMS.old}`,
  `/search?q=${encodeURIComponent("临时救助")}`,
  `/reports/${BUREAU}/2025`,
  `/ask/${BUREAU}`,
];

describe.skipIf(!hasBrowser())("axe finds nothing on any page", () => {
  let portal: PortalSite;
  let browser: Browser;
  let base: string;
  beforeAll(async () => {
    portal = await portalSite();
    base = await portal.server.listen({ host: "127.0.0.1", port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const look = async (paths: readonly string[], options: BrowserContextOptions & { readonly isLarge?: boolean } = {}) => {
    const { isLarge = false, ...rest } = options;
    // Axe is put into the page from outside, which the page's own policy forbids to everybody else.
    const context = await newReader(browser, { ...rest, bypassCSP: true });
    if (isLarge) await context.addCookies([{ name: "large-text", value: "1", url: base }]);
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(base + path);
      faults.push(...(await faultsOf(page)).map((fault) => `${decodeURIComponent(path)}: ${fault}`));
    }
    await context.close();
    return faults;
  };

  test("at a desk", { timeout: 300_000 }, async () => {
    expect(await look(PAGES)).toEqual([]);
  });
  test("in the dark", { timeout: 120_000 }, async () => {
    expect(await look(SOME, { colorScheme: "dark" })).toEqual([]);
  });
  test("on a phone, in large letters", { timeout: 120_000 }, async () => {
    // The form on paper and the pictures of the years were once wider than the screen.
    const wide = [`/ask/${BUREAU}/paper`, `/reports/${BUREAU}`];
    expect(await look([...SOME, ...wide], { viewport: { width: 360, height: 740 }, isLarge: true })).toEqual([]);
  });
});

/** What axe says, and whether the page is wider than the window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate("axe.run()").then((results) => results as AxeResults); // the value of axe.run
  const excess = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth").then(Number);
  return [
    ...violations.map(({ impact, id, nodes }) => `${impact} ${id} ${nodes[0]?.html.slice(0, 200)}`),
    ...(excess > 0 ? [`${excess} px wider than the window`] : []),
  ];
}
