// A window of WebKit (the engine of Safari, as WebKitGTK builds it), spoken to in WebDriver (W3C) through its own driver program.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const START_TRIES = 100;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // the name WebDriver gives to a reference to an element

export async function openWebKit({ program, browser, width, height, isDark }) {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, TZ: "Asia/Shanghai", LANGUAGE: "zh_CN", ...(isDark && { GTK_THEME: "Adwaita:dark" }) },
  });
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  };
  try {
    await answering(base);
    const options = { binary: browser, args: ["--automation"] };
    const { sessionId, capabilities } = await send("POST", `${base}/session`, {
      capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
    });
    const session = `${base}/session/${sessionId}`;
    const name = `WebKit ${capabilities.browserVersion}`;
    await send("POST", `${session}/window/rect`, { width, height });
    return {
      name,
      ...windowOf(session),
      async close() {
        await send("DELETE", session).catch(() => undefined); // it may have ended by itself
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function windowOf(session) {
  const run = async (expression) =>
    JSON.parse(
      await send("POST", `${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1]; (async () => ${expression})().then((value) => done(JSON.stringify(value) ?? "null"), (error) => done(JSON.stringify(String(error))));`,
        args: [],
      }),
    );
  const typed = (keys) =>
    [...keys].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
  return {
    go: (url) => send("POST", `${session}/url`, { url }),
    run,
    async click(selector) {
      // Where a page scrolls smoothly the driver takes an element on its way for one that cannot be reached.
      await run(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: "center", behavior: "instant" })`);
      const found = await send("POST", `${session}/element`, { using: "css selector", value: selector });
      await send("POST", `${session}/element/${found[ELEMENT]}/click`, {});
    },
    type: (text) => send("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions: typed(text) }] }),
    picture: async () => Buffer.from(await send("GET", `${session}/screenshot`), "base64"),
    pause,
  };
}

async function answering(base) {
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const isReady = await send("GET", `${base}/status`).then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error("The driver of WebKit does not answer.");
}

async function send(method, url, body) {
  const answer = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${new URL(url).pathname.split("/").slice(3).join("/")}: ${value?.error}: ${value?.message}`);
  return value;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
