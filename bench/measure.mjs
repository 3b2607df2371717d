import { spawnSync } from "node:child_process";

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs the candidates in turn (A, B, C, A, B, C, …) over the samples, so that a busy moment of a shared machine hits all of them.
 * Gives for each the median milliseconds a document: of the medians of the rounds.
 */
export async function interleaved(candidates, samples, rounds) {
  const medians = new Map(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(candidates)) {
      const times = [];
      for (const sample of samples) {
        const started = performance.now();
        await work(sample);
        times.push(performance.now() - started);
      }
      medians.get(name).push(median(times));
    }
  }
  // The first round warms the code up and is not counted.
  return new Map([...medians].map(([name, times]) => [name, median(times.slice(1))]));
}

/** Milliseconds of one run of a program, start to end. Throws when it fails. */
export function timed(program, args, options = {}) {
  const started = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    ...options,
  });
  if (error || (status !== 0 && status !== 1)) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return performance.now() - started;
}

export function hasProgram(name) {
  return spawnSync("which", [name], { stdio: "ignore" }).status === 0;
}

/** Peak resident memory of a program in MB, by GNU time; null where it is not installed. */
export function peakMegabytes(program, args, options = {}) {
  if (!hasProgram("/usr/bin/time")) return null;
  const { stderr } = spawnSync("/usr/bin/time", ["-f", "%M", program, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    ...options,
  });
  const kilobytes = Number(stderr.trim().split("\n").at(-1));
  return Number.isFinite(kilobytes) ? Math.round(kilobytes / 1024) : null;
}
