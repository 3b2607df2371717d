import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../errors.js";
import type { Binaries } from "./find-binaries.js";
import { type ServerHome, workFolder } from "./server-home.js";

/** The owner of everything in the embedded server. */
export const SERVER_ROLE = "yangguang";

const INITDB_SECONDS = 120;
/** A half-made directory older than this was left behind by a process that was killed. */
const ABANDONED_MINUTES = 10;

/**
 * Makes the data directory of the server when there is none. It is made under another name and renamed when complete, so that a
 * kill in between leaves no half of one and two processes cannot spoil each other's.
 */
export async function makeCluster(home: ServerHome, { folder }: Binaries): Promise<void> {
  if (existsSync(join(home.data, "PG_VERSION"))) return;
  if (existsSync(home.data) && readdirSync(home.data).length > 0) {
    throw new AppError("DATABASE_DIRECTORY_UNUSABLE", { directory: home.data, detail: "里面有不属于数据库的内容" });
  }
  sweep(home);
  const name = `${home.data}.new-${randomBytes(6).toString("hex")}`;
  const passwordFile = `${name}.password`;
  writeFileSync(passwordFile, home.password, { mode: 0o600, flag: "wx" });
  if (home.user !== null) chownSync(passwordFile, home.user.uid, home.user.gid);
  try {
    await runInitdb(home, folder, [
      `--pgdata=${name}`,
      `--username=${SERVER_ROLE}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // With locale C the text search takes 公开〔2024〕 for one word.
      "--locale=C.UTF-8",
      // A changed byte on the disk is told, not served.
      "--data-checksums",
      "--no-instructions",
    ]);
    if (!existsSync(join(home.data, "PG_VERSION"))) renameSync(name, home.data);
  } catch (error) {
    if (!existsSync(join(home.data, "PG_VERSION"))) throw error; // else another process was faster
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(name, { recursive: true, force: true });
  }
}

function sweep(home: ServerHome): void {
  for (const entry of readdirSync(workFolder(home))) {
    const path = join(workFolder(home), entry);
    if (!/^data\.new-/.test(entry)) continue;
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < ABANDONED_MINUTES * 60_000) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function runInitdb(home: ServerHome, folder: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(folder, "initdb"), args, {
      cwd: workFolder(home),
      env: { ...process.env, LC_ALL: "C.UTF-8", LANG: "C.UTF-8" },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: INITDB_SECONDS * 1000,
      killSignal: "SIGKILL",
      ...(home.user === null ? {} : { uid: home.user.uid, gid: home.user.gid }),
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
    });
    child.on("error", (cause) =>
      reject(new AppError("DATABASE_START_FAILED", { detail: "initdb 不能运行", log: home.log }, { cause })),
    );
    child.on("close", (status) => {
      if (status === 0) resolve();
      else reject(initdbFault(home, said.trim()));
    });
  });
}

function initdbFault(home: ServerHome, said: string): AppError {
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new AppError("DATABASE_DISK_FULL", { detail: home.directory });
  }
  const line = said.split("\n").findLast((text) => /error|fatal|could not/i.test(text)) ?? "initdb 没有完成";
  return new AppError("DATABASE_START_FAILED", { detail: line, log: home.log });
}
