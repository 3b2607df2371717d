// Asking at a steady rate, as many people do who know nothing of one another: each question is due at its time, whether the one before
// it has been answered or not, and what it waited counts from the time it was due. A generator that waits for answers asks a slow
// server less and so hears less of its slowness; this one does not.
import { Agent, get } from "node:http";
import { setImmediate as breath, setTimeout as pause } from "node:timers/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Asks in a thread of its own; gives milliseconds from when each was due, and how many answers were kept ones. */
export function steady(url, paths, { rate, seconds, connections = 64 }) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { task: "steady", url, paths, rate, seconds, connections } });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function ask(url, agent, at) {
  // From changing addresses, as behind the web server of an agency.
  const from = `${1 + (at % 223)}.${(at >> 8) % 256}.${at % 256}.${1 + (at % 254)}`;
  return new Promise((resolve) => {
    const failed = () => resolve({ isAnswered: false, isKept: false });
    const headers = { "x-forwarded-for": from, "accept-encoding": "gzip" };
    const request = get(url, { agent, headers, timeout: 10_000 }, (answer) => {
      answer.once("error", failed);
      answer.once("end", () => resolve({ isAnswered: answer.statusCode === 200, isKept: answer.headers.age !== undefined }));
      answer.resume();
    });
    request.once("timeout", () => request.destroy());
    request.once("error", failed);
  });
}

async function askAll({ url, paths, rate, seconds, connections }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took = [];
  const under = new Set();
  let errors = 0;
  let kept = 0;
  const begun = performance.now();
  for (let at = 0; at < rate * seconds; at++) {
    const due = begun + (at * 1000) / rate;
    // Behind its time it asks at once, but hears the answers in between.
    if (due > performance.now()) await pause(due - performance.now());
    else await breath();
    const one = ask(`${url}${paths[at % paths.length]}`, agent, at).then(({ isAnswered, isKept }) => {
      took.push(performance.now() - due);
      if (!isAnswered) errors += 1;
      if (isKept) kept += 1;
      under.delete(one);
    });
    under.add(one);
  }
  await Promise.all(under);
  const answered = took.length / ((performance.now() - begun) / 1000);
  agent.destroy();
  took.sort((one, other) => one - other);
  const part = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  return { asked: rate, rate: answered, p50: part(0.5), p99: part(0.99), worst: took.at(-1), errors, kept: kept / took.length };
}

if (!isMainThread && workerData?.task === "steady") parentPort.postMessage(await askAll(workerData));
