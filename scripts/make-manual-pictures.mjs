// Makes the pictures of docs/manual from a running sample city (npm start):
// node scripts/make-manual-pictures.mjs ADDRESS LOGIN PASSWORD
// Few and small: each at most 100 KB, pages of the office as a person with these rights sees them.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const MOST_BYTES = 100_000;
const [address, loginName, password] = process.argv.slice(2);
if (password === undefined) {
  process.stderr.write("用法：node scripts/make-manual-pictures.mjs 办公室地址 用户名 密码\n");
  process.exit(2);
}
const PICTURES = [
  { path: "/today", file: "today.jpg" },
  { path: "/cases", file: "cases.jpg" },
  { path: "/counts?year=2025", file: "counts.jpg" },
  { path: "/figures?year=2025", file: "figures.jpg" },
  { path: "/reports", file: "reports.jpg" },
];

const folder = join(import.meta.dirname, "..", "docs", "manual", "pictures");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 680 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await page.goto(address);
  await page.locator("input[autocomplete=username]").fill(loginName);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator(".page-head").waitFor();
  for (const { path, file } of PICTURES) {
    await page.goto(new URL(path, address).href);
    await page.locator(".page-head").waitFor();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500); // the pictures of numbers are drawn when their library is there
    const place = join(folder, file);
    await page.screenshot({ path: place, type: "jpeg", quality: 62 });
    const { size } = statSync(place);
    process.stdout.write(`${file} ${Math.round(size / 1000)} KB\n`);
    if (size > MOST_BYTES) throw new Error(`${file} 超过 ${MOST_BYTES / 1000} KB。`);
  }
} finally {
  await browser.close();
}
