// A window of Chromium with the same few words as the other two.
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

export async function openChromium({ program, width, height, isDark }) {
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS });
  const page = await browser.newPage({
    viewport: { width, height },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: isDark ? "dark" : "light",
  });
  return {
    name: `Chromium ${browser.version()}`,
    go: (url) => page.goto(url),
    run: (expression) => page.evaluate(expression),
    click: (selector) => page.locator(selector).first().click(),
    type: (text) => page.keyboard.type(text),
    picture: () => page.screenshot(),
    pause,
    close: () => browser.close(),
  };
}
