// Makes the pictures of docs/manual from the sample city: node scripts/make-manual-pictures.mjs
// Each as the person who reads about it sees the page; webp, at most 70 KB.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startSampleCity } from "./sample-city.mjs";
import { ROOT } from "./setup.mjs";

const MOST_BYTES = 70_000;
const WINDOW = { width: 1180, height: 664 };
const open = (path) => async (page, address) => {
  await page.goto(new URL(path, address).href);
};
/** Opens a list and goes on to the first of its records whose row says what is wanted. */
const firstOf =
  (list, kind, words = "") =>
  async (page, address) => {
    await page.goto(new URL(list, address).href);
    const link = page.locator(`main tr:has-text("${words}") a[href^="/${kind}/"]`).first();
    await page.goto(new URL(await link.getAttribute("href"), address).href);
  };

const PICTURES = [
  { loginName: "jingban", file: "today", go: open("/today") },
  { loginName: "jingban", file: "case", go: firstOf("/today", "cases", "待我机关办理") },
  { loginName: "jingban", file: "register", go: open("/cases/new") },
  { loginName: "jingban", file: "cases", go: open("/cases") },
  { loginName: "jingban", file: "item", go: firstOf("/items", "items", "已公开") },
  { loginName: "jingban", file: "catalogue", go: open("/catalogue") },
  { loginName: "jingban", file: "counts", go: open("/counts?year=2025") },
  { loginName: "shenhe", file: "reviews", go: open("/reviews") },
  { loginName: "fuze", file: "report", go: open("/reports/2025") },
  { loginName: "fuze", file: "comparison", go: open("/reports/2026?tab=comparison") },
  { loginName: "fuze", file: "figures", go: open("/figures?year=2025") },
  { loginName: "zhuguan", file: "agencies", go: open("/figures?year=2025&tab=below") },
  { loginName: "anquan", file: "accounts", go: open("/accounts") },
  { loginName: "shenji", file: "audit", go: open("/audit") },
  { loginName: "xitong", file: "system", go: open("/system") },
];

const folder = join(ROOT, "docs", "manual", "pictures");
mkdirSync(folder, { recursive: true });
const city = await startSampleCity();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const loginName of new Set(PICTURES.map((picture) => picture.loginName))) {
    const page = await signedIn(loginName);
    for (const { file, go } of PICTURES.filter((picture) => picture.loginName === loginName)) {
      await go(page, city.office);
      await settled(page);
      const bytes = await webp(await page.screenshot());
      process.stdout.write(`${file}.webp ${Math.round(bytes.length / 1000)} KB\n`);
      if (bytes.length > MOST_BYTES) throw new Error(`${file}.webp 超过 ${MOST_BYTES / 1000} KB。`);
      writeFileSync(join(folder, `${file}.webp`), bytes);
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await city.stop();
}

async function signedIn(loginName) {
  const context = await browser.newContext({ viewport: WINDOW, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(city.office);
  await page.locator("input[autocomplete=username]").fill(loginName);
  await page.locator("input[autocomplete=current-password]").fill(city.password);
  await page.keyboard.press("Enter");
  await page.locator(".page-head").waitFor();
  return page;
}

/** Everything has come, and the drawings stand. */
async function settled(page) {
  await page.locator(".page-head").waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".ant-spin-spinning, .ant-skeleton-active") === null);
  await page.waitForTimeout(500);
}

/** The browser itself writes the smaller format: no picture library is needed. */
async function webp(png) {
  const page = await browser.newPage();
  const address = await page.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d").drawImage(picture, 0, 0);
      return canvas.toDataURL("image/webp", 0.72);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await page.close();
  return Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
}
