// Reads, recognises and checks mutated samples one after another; tells the parent before and after each.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { checkReport, endChild, isAppError, readReport } from "../dist/index.js";
import { mutate, randomFrom } from "./mutations.mjs";

const { samples, from, to, seed } = workerData;
const cache = new Map();
const load = (path) => {
  if (!cache.has(path)) cache.set(path, new Uint8Array(readFileSync(path)));
  return cache.get(path);
};

for (let index = from; index < to; index++) {
  const path = samples[index % samples.length];
  const random = randomFrom(seed + index * 2654435761);
  const bytes = mutate(load(path), extname(path).slice(1), random);
  parentPort.postMessage({ kind: "start", index, path });
  const started = performance.now();
  let outcome = "read";
  let bug = null;
  try {
    const { report } = await readReport(bytes, path);
    checkReport(report);
  } catch (error) {
    if (isAppError(error)) outcome = error.code;
    else bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  parentPort.postMessage({ kind: "end", index, path, outcome, bug, milliseconds: performance.now() - started });
}
endChild();
parentPort.postMessage({ kind: "done" });
