import { type ChildProcess, fork } from "node:child_process";
import type { SourceDocument } from "../document/document.js";
import { AppError } from "../errors.js";
import { LIMITS } from "../readers/limits.js";
import { compiledModule } from "./compiled-module.js";
import { errorOf, type PdfTasks, type ReadingReply, type ReadingRequest } from "./reading-message.js";
import { residentMegabytes } from "./resident-memory.js";

const START_SECONDS = 30;
const WATCH_MILLISECONDS = 50;
/** A child that has once grown this large is replaced: wasm memory never shrinks. */
const RETIRE_MEGABYTES = LIMITS.childMegabytes * 0.6;
/** After these the engine of the child is in an unknown state. */
const SPOILT: ReadonlySet<string> = new Set(["READ_OUT_OF_MEMORY", "READER_CRASHED"]);

type Answer = PdfTasks[keyof PdfTasks]["answer"];
type Work = Omit<ReadingRequest, "job">;

interface Job {
  readonly work: Work;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A child process that reads one file after another; it is replaced when a file has cost it its life. */
class ChildReader {
  readonly #waiting: Job[] = [];
  #child: ChildProcess | undefined;
  #isReady = false;
  /** The file at work has been given more time; a child that says only then that it is ready must not take it back. */
  #hasMoreTime = false;
  #current: Job | undefined;
  #job = 0;
  #deadline: NodeJS.Timeout | undefined;
  #watch: NodeJS.Timeout | undefined;

  do(work: Work): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      this.#next();
    });
  }

  /** Ends the child; the files it has not read fail. */
  end(): void {
    const cancelled = new AppError("READER_CRASHED", { detail: "读取已取消" });
    for (const job of this.#waiting.splice(0)) job.reject(cancelled);
    this.#stop(cancelled);
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#waiting.shift();
    if (job === undefined) {
      this.#rest();
      return;
    }
    this.#current = job;
    this.#job++;
    const child = this.#start();
    child.ref();
    child.channel?.ref();
    this.#allow(this.#isReady ? LIMITS.seconds : START_SECONDS);
    this.#watch = setInterval(() => this.#watchMemory(), WATCH_MILLISECONDS);
    const request = { job: this.#job, ...job.work };
    child.send(request, (error) => {
      if (error !== null && child === this.#child) this.#stop(new AppError("READER_CRASHED", { detail: "无法送达" }));
    });
  }

  /** An idle child must not keep the parent alive. */
  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const child = fork(compiledModule("reading-child"), [], {
      serialization: "advanced",
      // Flags of the parent (test runners, debuggers) are not for the child.
      execArgv: [`--max-old-space-size=${LIMITS.childMegabytes / 2}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("message", (reply: ReadingReply) => {
      if (child === this.#child) this.#receive(reply);
    });
    child.on("exit", (code, signal) => {
      if (child === this.#child) this.#stop(crashOf(code, signal));
    });
    child.on("error", () => {
      if (child === this.#child) this.#stop(new AppError("READER_CRASHED", { detail: "无法启动" }));
    });
    this.#child = child;
    this.#isReady = false;
    return child;
  }

  #receive(reply: ReadingReply): void {
    if (reply.kind === "ready") {
      this.#isReady = true;
      if (this.#current !== undefined && !this.#hasMoreTime) this.#allow(LIMITS.seconds);
      return;
    }
    if (reply.job !== this.#job || this.#current === undefined) return;
    switch (reply.kind) {
      case "longer":
        this.#hasMoreTime = true;
        this.#allow(LIMITS.scanSeconds);
        break;
      case "done":
        this.#finish((job) => job.resolve(reply.answer));
        break;
      case "error":
        if (SPOILT.has(reply.code)) this.#stop(errorOf(reply));
        else this.#finish((job) => job.reject(errorOf(reply)));
        break;
      default:
        reply satisfies never;
    }
  }

  #allow(seconds: number): void {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#stop(new AppError("READ_TIMED_OUT", { seconds })), seconds * 1000);
  }

  #watchMemory(): void {
    const megabytes = residentMegabytes(this.#child?.pid);
    if (megabytes > LIMITS.childMegabytes) this.#stop(new AppError("READ_OUT_OF_MEMORY", { limit: LIMITS.childMegabytes }));
  }

  #finish(settle: (job: Job) => void): void {
    const job = this.#current;
    this.#clear();
    if (residentMegabytes(this.#child?.pid) > RETIRE_MEGABYTES) this.#kill();
    if (job !== undefined) settle(job);
    this.#next();
  }

  /** The child is lost; only the file at work fails. */
  #stop(error: AppError): void {
    const job = this.#current;
    this.#clear();
    this.#kill();
    job?.reject(error);
    this.#next();
  }

  #clear(): void {
    this.#current = undefined;
    this.#hasMoreTime = false;
    clearTimeout(this.#deadline);
    clearInterval(this.#watch);
  }

  #kill(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.unref();
    child?.channel?.unref();
    child?.kill("SIGKILL");
  }
}

/** V8 aborts when its heap is full, and the system kills what takes the machine's last memory. */
function crashOf(code: number | null, signal: NodeJS.Signals | null): AppError {
  if (signal === "SIGABRT" || signal === "SIGKILL" || code === 134) {
    return new AppError("READ_OUT_OF_MEMORY", { limit: LIMITS.childMegabytes });
  }
  return new AppError("READER_CRASHED", { detail: signal ?? `代码 ${code}` });
}

/** Reading may take minutes; a person who looks at a page waits for nobody. So there are two children, each started when first needed. */
const children = new Map<"reading" | "pages", ChildReader>();

function child(which: "reading" | "pages"): ChildReader {
  const known = children.get(which);
  if (known !== undefined) return known;
  if (children.size === 0) process.once("exit", endChild);
  const started = new ChildReader();
  children.set(which, started);
  return started;
}

/** Reads a pdf or a scan in a child process, so that no file can take this process with it. */
export async function readInChild(bytes: Uint8Array): Promise<SourceDocument> {
  return (await child("reading").do({ bytes, task: "read", ask: null })) as SourceDocument; // the answer to "read", see PdfTasks
}

/** Looks at, searches, screens or redacts a pdf in a child process. */
export async function workInChild<Task extends Exclude<keyof PdfTasks, "read">>(
  bytes: Uint8Array,
  task: Task,
  ask: PdfTasks[Task]["ask"],
): Promise<PdfTasks[Task]["answer"]> {
  const work = { bytes, task, ask } as Work; // task and ask belong together by the signature
  return child("pages").do(work) as Promise<PdfTasks[Task]["answer"]>; // the child answers what was asked
}

/** Ends the child processes, if there are any; the next file starts another. */
export function endChild(): void {
  for (const each of children.values()) each.end();
}
