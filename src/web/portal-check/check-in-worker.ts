import type { CheckReply, CheckRequest, Stage } from "./check-message.js";

/** How a check ended. */
export type Outcome = Exclude<CheckReply, { readonly kind: "ready" | "stage" }> | { readonly kind: "stopped" };

/** Four times what the server takes: a phone is that much slower. */
const MOST_SECONDS = 60;

/** The worker that checks, started when first needed and again after it was ended. */
export class CheckInWorker {
  #worker: Worker | null = null;
  #end: ((outcome: Outcome) => void) | null = null;

  /** Loads what most files need, so that a report can be checked when the connection has gone. */
  prepare(): void {
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
      const worker = this.#send(request);
      worker.onmessage = ({ data }: MessageEvent<CheckReply>) => {
        if (data.kind === "stage") tell(data.stage);
        else if (data.kind !== "ready") end(data);
      };
    });
  }

  /** Ends the check that is under way. */
  stop(): void {
    this.#discard();
    this.#end?.({ kind: "stopped" });
  }

  #send(request: CheckRequest): Worker {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module", name: "年报自查" });
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
