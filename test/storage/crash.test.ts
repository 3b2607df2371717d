import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/storage/audit/verify-audit.js";
import { openDatabase } from "../../src/storage/open-database.js";
import { readConfiguration } from "../../src/storage/read-configuration.js";
import { runningPostmaster } from "../../src/storage/server/postmaster.js";
import { openHome } from "../../src/storage/server/server-home.js";
import { serverUser } from "../../src/storage/server/server-user.js";
import { loadCases } from "../../src/storage/stores/case-store.js";
import { addAgency } from "./register-builder.js";

/** In every run a few; `YANGGUANG_CRASHES=50` for the full number. */
const CRASHES = Number(process.env.YANGGUANG_CRASHES ?? 6);

let directory: string;
let environment: Record<string, string>;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "yangguang-crash-"));
  environment = { YANGGUANG_DATA_DIRECTORY: directory, YANGGUANG_DATABASE_FREE_MEGABYTES: "0", PATH: process.env.PATH ?? "" };
  if (process.env.PGBIN) environment.PGBIN = process.env.PGBIN;
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const configuration = () => readConfiguration(environment, directory);
const server = () => runningPostmaster(openHome(configuration().dataDirectory, serverUser()));

interface Writer {
  readonly child: ChildProcess;
  /** What it said was written, and what it said when it went wrong. */
  readonly acknowledged: string[];
  complaint(): string;
  readonly ended: Promise<void>;
  said(count: number): Promise<void>;
}

function startWriter(round: number): Writer {
  const child = spawn(process.execPath, [join(import.meta.dirname, "crash-writer.mjs"), String(round)], {
    cwd: directory,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  let rest = "";
  let complaint = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const parts = (rest + text).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return {
    child,
    acknowledged: lines,
    complaint: () => complaint,
    ended,
    async said(count) {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(complaint);
        await pause(5);
      }
    },
  };
}

test(`nothing that was acknowledged is lost when program and server are killed ${CRASHES} times`, {
  timeout: 600_000,
}, async () => {
  const first = await openDatabase(configuration());
  await addAgency(first, "A1");
  await first.close();
  expect(server(), "the last user stops the server").toBeNull();

  const acknowledged = new Set<string>();
  for (let round = 0; round < CRASHES; round++) {
    const writer = startWriter(round);
    await writer.said(20 + ((round * 37) % 60)); // at another moment each time
    const running = server();
    if (running === null) throw new Error("No server.");
    if (round % 3 === 0) {
      // The program alone: its server stays and is found again.
      writer.child.kill("SIGKILL");
    } else if (round % 3 === 1) {
      process.kill(running.pid, "SIGKILL");
      writer.child.kill("SIGKILL");
    } else {
      // The server alone: the program starts it again and goes on; then the program too.
      process.kill(running.pid, "SIGKILL");
      await writer.said(writer.acknowledged.length + 10);
      writer.child.kill("SIGKILL");
    }
    await writer.ended;
    expect(writer.complaint(), `round ${round}`).toBe("");
    for (const line of writer.acknowledged) if (line.startsWith("written ")) acknowledged.add(line);
  }

  const database = await openDatabase(configuration());
  const stored = new Set<string>();
  for await (const { request, events } of loadCases(database, "A1")) {
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    for (const { id } of events) stored.add(`written ${request.id} ${id}`);
  }
  expect(acknowledged.size).toBeGreaterThan(CRASHES * 20);
  expect([...acknowledged].filter((line) => !stored.has(line))).toEqual([]);
  // What was under way in each of three writers may be there without having been acknowledged, and no more.
  expect(stored.size - acknowledged.size).toBeLessThanOrEqual(CRASHES * 3);
  expect(await verifyAudit(database)).toMatchObject({ isIntact: true });
  await database.close();
  expect(server()).toBeNull();
});
