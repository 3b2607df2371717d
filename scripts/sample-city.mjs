// A sample city of its own for a script: set up in a folder that goes away again, portal and office on free ports, and who may sign in.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectNode, ROOT } from "./setup.mjs";

/** Starts a sample city and waits until it answers; with YANGGUANG_OFFICE, YANGGUANG_PORTAL and YANGGUANG_PASSWORD the one that runs there is taken. */
export async function startSampleCity() {
  const { YANGGUANG_OFFICE: office, YANGGUANG_PORTAL: portal, YANGGUANG_PASSWORD: password } = process.env;
  if (office && portal && password) return { office, portal, password, stop: async () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "yangguang-city-"));
  chmodSync(folder, 0o711); // started by root, the database runs under an account of its own, which passes through here
  const child = spawn(projectNode(), [join("bin", "yangguang.js"), "serve", "--sample"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, YANGGUANG_DATA_DIRECTORY: folder },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await told(child)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Addresses and password, as the command prints them. */
function told(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const [, portal] = /公开平台\s+(http\S+)/.exec(said) ?? [];
      const [, office] = /办公室\s+(http\S+)/.exec(said) ?? [];
      const [, password] = /密码都是：([\w-]+)/.exec(said) ?? [];
      if (portal && office && password && said.includes("Ctrl+C")) resolve({ portal, office, password });
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`The sample city ended before it answered:\n${said}`)));
  });
}
