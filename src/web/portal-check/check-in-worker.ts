import type { CheckReply, CheckRequest, Stage } from "./check-message.js";

/** How a check ended. */
export type Outcome = Exclude<CheckReply, { readonly kind: "ready" | "stage" }> | { readonly kind: "stopped" };

/** Six times what the server takes: a phone is that much slower. */
const MOST_SECONDS = 60;

/** The worker that checks, started when first needed and again after it was ended. */
export class CheckInWorker {
  #worker: Worker | null = null;
  #ready: (() => void) | null = null;
  #tell: ((stage: Stage) => void) | null = null;
  #end: ((outcome: Outcome) => void) | null = null;

  /** Loads what most files need, so that a report can be checked when the connection has gone; `ready` is called when it is there. */
  prepare(ready: () => void): void {
    this.#ready = ready;
    this.#send({ kind: "prepare" });
  }

  /** Ends in an outcome whatever happens; `tell` hears how far it is. */
  check(request: Extract<CheckRequest, { readonly kind: "check" }>, tell: (stage: Stage) => void): Promise<Outcome> {
    return new Promise((resolve) => {
      const deadline = window.setTimeout(() => {
        this.#discard();
        end({ kind: "beyond", why: `读取超过 ${MOST_SECONDS} 秒仍未完成，已停止。` });
      }, MOST_SECONDS * 1000);
      const end = (outcome: Outcome) => {
        window.clearTimeout(deadline);
        this.#end = null;
        resolve(outcome);
      };
      this.#end = end;
      this.#tell = tell;
      this.#send(request);
    });
  }

  /** Ends the check that is under way. */
  stop(): void {
    this.#discard();
    this.#end?.({ kind: "stopped" });
  }

  #hear(reply: CheckReply): void {
    if (reply.kind === "ready") this.#ready?.();
    else if (reply.kind === "stage") this.#tell?.(reply.stage);
    else this.#end?.(reply);
  }

  #send(request: CheckRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module", name: "年报自查" });
    worker.onmessage = ({ data }: MessageEvent<CheckReply>) => this.#hear(data);
    // It did not load, or something that cannot be has happened in it: the next check gets a new one.
    worker.onerror = () => {
      this.#discard();
      this.#end?.({ kind: "beyond", why: "这个浏览器里的检查程序没有启动。" });
    };
    return worker;
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
