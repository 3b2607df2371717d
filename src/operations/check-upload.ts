import { Piscina } from "piscina";
import { AppError } from "../errors.js";
import type { CheckedFile } from "../findings/checked-file.js";
import { LIMITS } from "../readers/limits.js";
import type { CheckTask } from "./check-input.js";
import { compiledModule } from "./compiled-module.js";

/** A file as somebody handed it in: its bytes are in memory only. */
export interface HandedIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface UploadToCheck {
  readonly report: HandedIn;
  /** Last year's report to compare with; null when none was given. */
  readonly previous: HandedIn | null;
}

const THREADS = 2;
const MOST_WAITING = 12;
const THREAD_MEGABYTES = 448;
const IDLE_MILLISECONDS = 60_000;

/** Checks reports that strangers hand in: on threads of its own, a few at a time, and without writing anything anywhere. */
export class UploadChecker {
  readonly #pool = new Piscina<CheckTask, CheckedFile>({
    filename: compiledModule("checking-worker"),
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MILLISECONDS,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  });

  /** A file that cannot be read, hangs or eats memory gives its coded error. Throws CHECKS_BUSY when too many wait already. */
  async check({ report, previous }: UploadToCheck): Promise<CheckedFile> {
    const task: CheckTask = {
      input: { kind: "bytes", ...report },
      previous: previous === null ? [] : [{ agency: null, year: null, input: { kind: "bytes", ...previous } }],
      decisions: [],
      page: "f1",
    };
    const seconds =
      LIMITS.seconds + (isPdf(report) || (previous !== null && isPdf(previous)) ? LIMITS.scanSeconds : LIMITS.seconds);
    try {
      return await this.#pool.run(task, { signal: AbortSignal.timeout(seconds * 1000) });
    } catch (error) {
      const failure = failureOf(error, seconds);
      return { status: "unreadable", name: report.name, code: failure.code, message: failure.message };
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

/** A pdf may be a scan, which is read more slowly than anything else. */
function isPdf({ bytes }: HandedIn): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF");
}

function failureOf(error: unknown, seconds: number): AppError {
  if (!(error instanceof Error)) throw error;
  if (error.name === "AbortError" || error.name === "TimeoutError") return new AppError("READ_TIMED_OUT", { seconds });
  const code = "code" in error ? error.code : undefined;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new AppError("READ_OUT_OF_MEMORY", { limit: THREAD_MEGABYTES });
  if (/queue is at limit/i.test(error.message)) throw new AppError("CHECKS_BUSY", {}, { cause: error });
  throw error;
}
