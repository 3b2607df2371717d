import { open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import { AppError } from "../errors.js";
import type { CheckedFile } from "../findings/checked-file.js";
import type { Decision } from "../findings/waivers.js";
import { LIMITS } from "../readers/limits.js";
import type { CheckTask } from "./check-input.js";
import { compiledModule } from "./compiled-module.js";
import type { InputFile } from "./input-file.js";
import type { PreviousReport } from "./previous-reports.js";

export interface CheckRun {
  readonly inputs: readonly InputFile[];
  /** Earlier reports to choose last year's from; empty when none were given. */
  readonly previous: readonly PreviousReport[];
  readonly decisions: readonly Decision[];
  /** Whether each document is wanted as a page with its findings in the margin. */
  readonly wantsPages: boolean;
  readonly threads?: number;
  /** Called when a file is done, in the order they finish. */
  readonly onDone?: (done: number) => void;
}

const THREAD_MEGABYTES = 448; // with its stack and its share of the process, below the 512 MB that are promised
const LOOK_AHEAD = 8; // files kept waiting for a slow one before them; bounds the memory of a long run

/**
 * Reads and checks many files on worker threads and gives them in the order of input.
 * A file that fails, hangs or eats memory fails alone, with a coded error.
 */
export async function* checkFiles(run: CheckRun): AsyncGenerator<CheckedFile> {
  const threads = Math.max(1, Math.min(run.threads ?? availableParallelism(), run.inputs.length));
  const pool = new Piscina<CheckTask, CheckedFile>({
    filename: compiledModule("checking-worker"),
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  });
  let done = 0;
  const free = new Slots(threads);
  const start = async (input: InputFile, index: number): Promise<CheckedFile> => {
    await free.take();
    try {
      return await runTask(pool, {
        input,
        previous: run.previous,
        decisions: run.decisions,
        page: run.wantsPages ? `f${index + 1}` : null,
      });
    } finally {
      free.giveBack();
      done += 1;
      run.onDone?.(done);
    }
  };
  try {
    const waiting: Promise<CheckedFile>[] = [];
    for (const [index, input] of run.inputs.entries()) {
      const task = start(input, index);
      task.catch(() => undefined); // a bug in a later file is met when its turn comes, below
      waiting.push(task);
      if (waiting.length > threads * LOOK_AHEAD) yield await (waiting.shift() as Promise<CheckedFile>); // just counted
    }
    for (const task of waiting) yield await task;
  } finally {
    await pool.destroy();
  }
}

/** Lets so many tasks run at once, so that the clock of each starts when its thread is free for it. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

async function runTask(pool: Piscina<CheckTask, CheckedFile>, task: CheckTask): Promise<CheckedFile> {
  const seconds = (await looksLikePdf(task.input)) ? LIMITS.scanSeconds + LIMITS.seconds : LIMITS.seconds;
  try {
    return await pool.run(task, { signal: AbortSignal.timeout(seconds * 1000) });
  } catch (error) {
    const failure = failureOf(error, seconds);
    if (failure === null) throw error;
    return { status: "unreadable", name: task.input.name, code: failure.code, message: failure.message };
  }
}

function failureOf(error: unknown, seconds: number): AppError | null {
  if (!(error instanceof Error)) return null;
  if (error.name === "AbortError" || error.name === "TimeoutError") return new AppError("READ_TIMED_OUT", { seconds });
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new AppError("READ_OUT_OF_MEMORY", { limit: THREAD_MEGABYTES });
  return null;
}

/** A pdf has its own deadline in its own process, and a scan a longer one; the thread waits for that. */
async function looksLikePdf(input: InputFile): Promise<boolean> {
  if (input.kind !== "file") return input.name.toLowerCase().endsWith(".pdf");
  const handle = await open(input.path).catch(() => null);
  if (handle === null) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead).includes("%PDF");
  } catch {
    return false; // a folder, say: reading it fails again in the thread, with its code
  } finally {
    await handle.close();
  }
}
