// npm run fuzz: mutated corpus files through reader, recogniser and checks. Each must be read or end in a coded error, in time.
// Options: --inputs N (default 24000), --seed N (default 20190515, the day the Regulations came into force), --only EXT.
import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { ROOT, setUp } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "24000" },
    seed: { type: "string", default: "20190515" },
    only: { type: "string" },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
const HANG_SECONDS = 20; // twice the promise, because the machine is shared
setUp();

/** Small samples of each format; pdf costs more, so it gets a smaller share. */
function samplesOf() {
  const corpus = join(ROOT, "test", "corpus");
  const files = ["seeds", "real", "made", "refuse"].flatMap((part) =>
    readdirSync(join(corpus, part)).map((name) => join(corpus, part, name)),
  );
  const byKind = new Map();
  for (const path of files.sort()) {
    const kind = extname(path).slice(1);
    if (kind === "json" || kind === "rtf" || /scan|no-tounicode|bomb|loop|grid-750/.test(path) || statSync(path).size > 400_000)
      continue;
    if (values.only && kind !== values.only) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), path]);
  }
  const shares = { pdf: 1, wps: 1, md: 2, default: 4 };
  const rounds = [];
  const longest = Math.max(...[...byKind.values()].map((paths) => paths.length));
  for (let round = 0; round < longest; round++) {
    for (const [kind, paths] of byKind) {
      for (let share = 0; share < (shares[kind] ?? shares.default); share++)
        rounds.push(paths[(round * (shares[kind] ?? shares.default) + share) % paths.length]);
    }
  }
  return rounds;
}

const samples = samplesOf();
const outcomes = new Map();
const byKind = new Map();
const bugs = [];
let slowest = { milliseconds: 0, path: "", index: -1 };
let done = 0;

function run(from, to) {
  return new Promise((resolve) => {
    let current = from;
    let clock = null;
    const worker = new Worker(new URL("./fuzz-worker.mjs", import.meta.url), { workerData: { samples, from, to, seed } });
    const carryOn = (message) => {
      clearTimeout(clock);
      if (message) bugs.push(message);
      void worker.terminate();
      resolve(current + 1 < to && message ? run(current + 1, to) : undefined);
    };
    worker.on("message", (message) => {
      if (message.kind === "done") return carryOn(null);
      clearTimeout(clock);
      current = message.index;
      if (message.kind === "start") {
        clock = setTimeout(
          () => carryOn(`#${message.index} ${message.path}: no answer within ${HANG_SECONDS} s`),
          HANG_SECONDS * 1000,
        );
        return;
      }
      done += 1;
      outcomes.set(message.outcome, (outcomes.get(message.outcome) ?? 0) + 1);
      byKind.set(extname(message.path), (byKind.get(extname(message.path)) ?? 0) + 1);
      if (message.milliseconds > slowest.milliseconds)
        slowest = { milliseconds: message.milliseconds, path: message.path, index: message.index };
      if (message.bug) bugs.push(`#${message.index} ${message.path}: ${message.bug}`);
      if (done % 2000 === 0) process.stderr.write(`${done}/${inputs}\n`);
    });
    worker.on("error", (error) => carryOn(`#${current}: the thread died: ${error.message}`));
  });
}

const half = Math.ceil(inputs / 2);
const started = performance.now();
await Promise.all([run(0, half), run(half, inputs)]);
const list = (map) =>
  [...map]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
process.stdout.write(
  `inputs ${done}, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s\nby format: ${list(byKind)}\noutcomes: ${list(outcomes)}\nslowest: ${slowest.milliseconds.toFixed(0)} ms, #${slowest.index} ${slowest.path.slice(ROOT.length + 1)}\nbugs: ${bugs.length}\n`,
);
for (const bug of bugs.slice(0, 20)) process.stdout.write(`${bug.replaceAll(ROOT, ".")}\n`);
process.exit(bugs.length === 0 && done === inputs ? 0 : 1);
