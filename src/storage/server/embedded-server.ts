import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../errors.js";
import type { StorageConfiguration } from "../configuration.js";
import { findBinaries } from "./find-binaries.js";
import { makeCluster, SERVER_ROLE } from "./make-cluster.js";
import { dropRemnant, isAlive, type Postmaster, runningPostmaster } from "./postmaster.js";
import { openHome, refuseFullDisk, type ServerHome } from "./server-home.js";
import { serverUser } from "./server-user.js";
import { startFault } from "./start-fault.js";
import { freePort, startPostmaster } from "./start-postmaster.js";

/** How long what is left of a killed server may hold the directory: a zombie was seen to stay for two seconds. */
const HELD_SECONDS = 8;
const PORT_TRIES = 5;
const STOP_SECONDS = 30;

/** A server that runs here and how to reach it. */
export interface EmbeddedServer {
  readonly pid: number;
  readonly host: "127.0.0.1";
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/**
 * The embedded server of a data directory: the one that runs, also when the process that started it was killed, else a new one.
 * Comes back within `startSeconds` with a server or an AppError.
 */
export async function embeddedServer(configuration: StorageConfiguration): Promise<EmbeddedServer> {
  const { startSeconds, port: wantedPort, binaries: wanted, freeMegabytes } = configuration.database;
  const home = openHome(configuration.dataDirectory, serverUser());
  const until = Date.now() + startSeconds * 1000;
  let heldUntil: number | null = null;
  let portTries = 0;
  while (Date.now() < until) {
    const running = runningPostmaster(home);
    if (running?.status === "ready" && running.port !== null) return reachable(running, running.port, home);
    if (running !== null) {
      await pause(50); // it recovers after a kill, or is about to end
      continue;
    }
    await refuseFullDisk(home, freeMegabytes);
    const binaries = findBinaries(home, wanted);
    await makeCluster(home, binaries);
    const port = wantedPort ?? (await freePort());
    const outcome = await startPostmaster(home, binaries, port, until);
    if (outcome.kind !== "gone") continue;
    const fault = startFault(outcome.said, home);
    if (fault.kind === "final") throw fault.error;
    if (fault.kind === "port-taken") {
      if (wantedPort !== null || ++portTries >= PORT_TRIES) throw new AppError("DATABASE_PORT_TAKEN", { port });
      continue;
    }
    heldUntil ??= Date.now() + HELD_SECONDS * 1000;
    if (Date.now() > heldUntil) {
      throw new AppError("DATABASE_START_FAILED", { detail: "数据目录被另一个进程占用", log: home.log });
    }
    dropRemnant(home);
    await pause(100);
  }
  throw new AppError("DATABASE_START_FAILED", { detail: `${startSeconds} 秒内没有就绪`, log: home.log });
}

function reachable({ pid }: Postmaster, port: number, { password }: ServerHome): EmbeddedServer {
  return { pid, host: "127.0.0.1", port, user: SERVER_ROLE, password };
}

/** Stops a server and waits until it has ended: first as it should, at the end of patience as one pulls a plug. */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", STOP_SECONDS], // "fast": open transactions are rolled back, a checkpoint is written
    ["SIGQUIT", 5], // "immediate": the next start recovers
  ] as const) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(20)) if (!isAlive(pid)) return;
  }
}
