// npm run browsers [-- chromium firefox webkit] [--width 1366] [--height 768] [--dark]
// Walks the main pages of a new sample city in every browser engine this machine has, keeps a picture of each in out/browsers, and fails when a
// script fails, a file does not come, the site's own policy forbids something, or a page is wider than its window.
// On Debian: apt-get install chromium firefox-esr webkit2gtk-driver xvfb
import { spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openChromium } from "./browsers/chromium.mjs";
import { openFirefox } from "./browsers/firefox.mjs";
import { walkOffice, walkPortal } from "./browsers/walk.mjs";
import { watchingProxy } from "./browsers/watching-proxy.mjs";
import { openWebKit } from "./browsers/webkit.mjs";
import { startSampleCity } from "./sample-city.mjs";
import { ROOT } from "./setup.mjs";

const first = (...places) => places.find((place) => place !== undefined && existsSync(place));
const ENGINES = {
  chromium: { open: openChromium, program: first(process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome") },
  firefox: { open: openFirefox, program: first(process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox") },
  webkit: { open: openWebKit, program: first(process.env.WEBKIT_DRIVER, "/usr/bin/WebKitWebDriver") },
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: "string", default: "1366" },
    height: { type: "string", default: "768" },
    dark: { type: "boolean", default: false },
  },
});
const asked = positionals.length > 0 ? positionals : Object.keys(ENGINES);
const size = { width: Number(values.width), height: Number(values.height), isDark: values.dark };

const screen = process.env.DISPLAY === undefined && asked.includes("webkit") ? await openScreen() : null;
const city = await startSampleCity();
let faults = 0;
try {
  for (const engine of asked) {
    const { open, program } = ENGINES[engine];
    if (program === undefined) process.stdout.write(`${engine}：没有安装，跳过。\n`);
    else faults += await walk(engine, () => open({ ...size, program, browser: miniBrowser() }));
  }
} finally {
  await city.stop();
  screen?.kill();
}
process.exitCode = faults === 0 ? 0 : 1;

async function walk(engine, open) {
  const folder = join(ROOT, "out", "browsers", `${engine}-${values.width}${values.dark ? "-dark" : ""}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const portal = await watchingProxy(city.portal);
  const office = await watchingProxy(city.office);
  const window = await open();
  const found = [];
  let pages = 0;
  const keep = async (name) => {
    pages += 1;
    writeFileSync(join(folder, `${name}.png`), await window.picture());
    const excess = await window.run("document.documentElement.scrollWidth - innerWidth");
    if (excess > 0) found.push(`${name}: ${excess} px wider than the window`);
    found.push(...[...portal.faults(), ...office.faults()].map((fault) => `${name}: ${fault}`));
  };
  try {
    await walkPortal(window, portal.address, keep);
    await walkOffice(window, office.address, city, keep);
  } catch (error) {
    found.push(`stopped: ${error.message}`);
    writeFileSync(join(folder, "stopped.png"), await window.picture());
  } finally {
    await window.close();
    portal.close();
    office.close();
  }
  process.stdout.write(`${window.name}：${pages} 个页面，${found.length} 处问题\n${found.map((one) => `  ${one}\n`).join("")}`);
  return found.length;
}

function miniBrowser() {
  return first(process.env.WEBKIT_BROWSER, ...globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser"));
}

/** WebKitGTK draws on a screen; where there is none, one in memory. */
function openScreen() {
  const program = first("/usr/bin/Xvfb");
  if (program === undefined) return null;
  return new Promise((resolve, reject) => {
    const child = spawn(program, ["-displayfd", "3", "-screen", "0", "2000x1600x24"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    child.once("error", reject);
    child.stdio[3].once("data", (number) => {
      process.env.DISPLAY = `:${String(number).trim()}`;
      resolve(child);
    });
  });
}
