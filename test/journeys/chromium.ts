import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Where a browser for the journeys is installed; null when there is none. CHROMIUM names another. */
export const CHROMIUM: string | null =
  [process.env.CHROMIUM ?? "", ...PLACES].find((path) => path !== "" && existsSync(path)) ?? null;

/** A journey without a browser proves nothing: it is skipped, and says so. */
export function saySkipped(): void {
  if (CHROMIUM === null) process.stderr.write("没有找到 Chromium，跳过浏览器中的测试；用环境变量 CHROMIUM 指明它在哪里。\n");
}
