import { spawn } from "node:child_process";
import { chownSync, closeSync, fstatSync, openSync, readSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./find-binaries.js";
import { runningPostmaster } from "./postmaster.js";
import { type ServerHome, workFolder } from "./server-home.js";

const LOG_MEGABYTES = 8;
const POLL_MILLISECONDS = 25;

/** How an attempt to start ended: it runs, or what it said before it gave up. */
export type StartOutcome =
  | { readonly kind: "ready" }
  | { readonly kind: "gone"; readonly said: string }
  | { readonly kind: "slow" };

/**
 * Starts the server as a process of its own, which survives us: another process may be using it. What it says goes to its log.
 * Resolves when it takes connections, has ended, or `until` has passed.
 */
export async function startPostmaster(
  home: ServerHome,
  { folder }: Binaries,
  port: number,
  until: number,
): Promise<StartOutcome> {
  const log = openLog(home);
  const from = fstatSync(log).size;
  const child = spawn(join(folder, "postgres"), [`-D${home.data}`, ...settings(port)], {
    cwd: workFolder(home),
    env: { PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8", LANG: "C.UTF-8", TZ: "UTC" },
    detached: true, // Ctrl-C in a terminal is for us; we stop it when we are done
    stdio: ["ignore", log, log],
    ...(home.user === null ? {} : { uid: home.user.uid, gid: home.user.gid }),
  });
  child.unref();
  const end: { fault: string | null } = { fault: null };
  child.on("error", (error) => {
    end.fault = error.message;
  });
  child.on("exit", () => {
    end.fault ??= "";
  });
  try {
    while (Date.now() < until) {
      if (end.fault !== null) return { kind: "gone", said: `${end.fault}\n${readFrom(log, home, from)}`.trim() };
      const running = runningPostmaster(home);
      if (running?.pid === child.pid && running?.status === "ready") return { kind: "ready" };
      await pause(POLL_MILLISECONDS);
    }
    return { kind: "slow" };
  } finally {
    closeSync(log);
  }
}

function settings(port: number): string[] {
  return Object.entries({
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 120,
    password_encryption: "scram-sha-256",
    lc_messages: "C", // its words are read below and in start-fault.ts
    log_timezone: "UTC",
    timezone: "UTC",
    // Each is the default; said here because an acknowledged write depends on them.
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function openLog({ log, user }: ServerHome): number {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_MEGABYTES * 2 ** 20) truncateSync(log);
  const file = openSync(log, "a+", 0o600);
  if (user !== null) chownSync(log, user.uid, user.gid);
  return file;
}

function readFrom(log: number, { log: path }: ServerHome, from: number): string {
  const size = Math.min(Math.max((statSync(path, { throwIfNoEntry: false })?.size ?? 0) - from, 0), 64_000);
  const bytes = Buffer.alloc(size);
  return bytes.toString("utf8", 0, readSync(log, bytes, 0, size, from));
}

/** A port nobody listens on just now. Another program may take it before the server does; the caller then asks again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ host: "127.0.0.1", port: 0 }, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
