import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ServerHome } from "./server-home.js";

/** The server that holds a data directory, as its lock file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number | null;
  readonly status: "starting" | "ready" | "stopping";
}

/** What holds the data directory now, or null when nothing alive does. */
export function runningPostmaster({ data }: ServerHome): Postmaster | null {
  const lines = readLines(join(data, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3]) || null,
    status: status === "ready" ? "ready" : status === "stopping" ? "stopping" : "starting",
  };
}

/** A running server looks at its lock file every minute and ends when its id is not in it. */
const REMNANT_SECONDS = 150;

/** Takes away an empty lock file that a power failure left; one that is still young is somebody's who starts just now. */
export function dropRemnant({ data }: ServerHome): void {
  const lock = join(data, "postmaster.pid");
  const found = statSync(lock, { throwIfNoEntry: false });
  if (found?.size === 0 && Date.now() - found.mtimeMs > REMNANT_SECONDS * 1000) rmSync(lock, { force: true });
}

/**
 * Whether a process with this id runs and can be a server. A killed one stays as a zombie until its parent asks for it, for
 * seconds sometimes, and after a restart of the machine the id may belong to a stranger: neither holds anything.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (process.platform !== "linux") return true;
  const [stat] = readLines(`/proc/${pid}/stat`);
  if (stat === undefined) return false;
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
  return state !== "Z" && state !== "X" && name.startsWith("postgres");
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
