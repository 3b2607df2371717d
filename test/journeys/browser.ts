import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of this machine: CHROMIUM, the usual places, the path. Null when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const onPath = (environment.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [environment.CHROMIUM ?? "", ...PLACES, ...onPath].find((path) => path !== "" && existsSync(path)) ?? null;
}

export const CHROMIUM = findChromium();

/** Whether journeys can be made; says why not where they cannot. */
export function hasBrowser(): boolean {
  if (CHROMIUM === null)
    process.stderr.write("没有找到 Chromium，浏览器测试跳过。请安装 chromium，或用环境变量 CHROMIUM 指明程序。\n");
  return CHROMIUM !== null;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
}

/** A reader: a window of a browser that has never been here. Answers wait long, because the machine may be busy. */
export async function newReader(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  return context;
}
