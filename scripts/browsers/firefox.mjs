// A window of Firefox, spoken to in WebDriver BiDi (W3C): no driver program is needed, and any Firefox since 129 understands it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Settings that make a first start quiet: nothing is fetched, nothing is asked. */
const SETTINGS = {
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "intl.accept_languages": "zh-CN, zh",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
};
const DARK = { "layout.css.prefers-color-scheme.content-override": 0, "ui.systemUsesDarkTheme": 1 };

export async function openFirefox({ program, width, height, isDark }) {
  const profile = mkdtempSync(join(tmpdir(), "yangguang-firefox-"));
  const settings = Object.entries({ ...SETTINGS, ...(isDark && DARK) });
  writeFileSync(
    join(profile, "user.js"),
    settings.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join("\n"),
  );
  const child = spawn(program, ["--headless", "--remote-debugging-port=0", "--profile", profile, "--no-remote"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, TZ: "Asia/Shanghai" },
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const connection = await connect(`${await listening(child)}/session`);
    const { capabilities } = await connection.send("session.new", { capabilities: {} });
    const { contexts } = await connection.send("browsingContext.getTree", {});
    const context = contexts[0].context;
    await connection.send("browsingContext.setViewport", { context, viewport: { width, height } });
    return { name: `Firefox ${capabilities.browserVersion}`, ...windowOf(connection, context), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address Firefox listens on, told on its error stream. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`Firefox ended before it listened: ${said}`)));
  });
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error(`${address} does not answer.`)), { once: true });
  });
  const waiting = new Map();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(data);
    const asked = waiting.get(id);
    if (asked === undefined) return;
    waiting.delete(id);
    if (type === "success") asked.resolve(result);
    else asked.reject(new Error(`${asked.method}: ${error}: ${message}`));
  });
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { method, resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send };
}

function windowOf({ send }, context) {
  const evaluate = async (expression, isJson) => {
    const asked = { expression: isJson ? `(async () => JSON.stringify(await (${expression})) ?? "null")()` : expression };
    const answer = await send("script.evaluate", { ...asked, target: { context }, awaitPromise: true, resultOwnership: "none" });
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result;
  };
  const perform = (actions) => send("input.performActions", { context, actions });
  const typed = (keys) =>
    [...keys].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
  return {
    go: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    run: async (expression) => JSON.parse((await evaluate(expression, true)).value),
    async click(selector) {
      const { sharedId } = await evaluate(
        `(() => { const found = document.querySelector(${JSON.stringify(selector)}); found.scrollIntoView({ block: "center", behavior: "instant" }); return found; })()`,
        false,
      );
      const origin = { type: "element", element: { sharedId } };
      const press = [
        { type: "pointerMove", x: 0, y: 0, origin },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ];
      await perform([{ type: "pointer", id: "mouse", actions: press }]);
    },
    type: (text) => perform([{ type: "key", id: "keyboard", actions: typed(text) }]),
    async picture() {
      const { data } = await send("browsingContext.captureScreenshot", { context });
      return Buffer.from(data, "base64");
    },
    pause,
  };
}
