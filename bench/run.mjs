// npm run bench: how fast reports are read and checked, beside what one would use instead, in one run. Writes bench/RESULTS.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setUp } from "../scripts/setup.mjs";
import { floorOf } from "./floor.mjs";
import { interleaved, median, peakMegabytes, timed } from "./measure.mjs";
import { failures, librariesFor, programsFor } from "./peers.mjs";
import { samplesByKind } from "./samples.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..");
const COMMAND = join(ROOT, "bin", "yangguang.js");
setUp();
if (!existsSync(join(HERE, "node_modules")))
  spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: HERE, stdio: "inherit" });

const { readReport, checkReport, endChild } = await import("../dist/index.js");
const { readDocument } = await import("../dist/operations/read-document.js");
const { recogniseReport } = await import("../dist/recognition/recognise-report.js");

const AIMS = { docx: 8, doc: 8, xlsx: 8, odt: 8, html: 10, txt: 4, pdf: 40, scan: 4000 };
const ROUNDS = { pdf: 6, default: 15 };
const milliseconds = (value) =>
  value === undefined || value === null ? "—" : value >= 100 ? value.toFixed(0) : value.toFixed(2);
const tables = [];

/** A scan takes seconds: two of them, whole, are enough to know. */
async function benchScan(all) {
  process.stderr.write("scan …\n");
  const samples = all.filter(({ path }) => /scan200/.test(path)).slice(0, 2);
  const warm = await interleaved(
    { whole: async ({ bytes, path }) => checkReport((await readReport(bytes, path)).report) },
    samples,
    3,
  );
  const cold = median(samples.map(({ path }) => timed(process.execPath, [COMMAND, "check", path])));
  return { kind: "scan", samples: samples.length, whole: warm.get("whole"), cold, peers: [], programs: [] };
}

async function benchKind(kind, samples) {
  if (kind === "scan") return benchScan(samples);
  process.stderr.write(`${kind} …\n`);
  const floor = floorOf(kind);
  const inProcess = {
    ...(floor && { floor }),
    read: ({ bytes }) => readDocument(bytes),
    whole: async ({ bytes, path }) => checkReport((await readReport(bytes, path)).report),
    ...(await librariesFor(kind)),
  };
  const warm = await interleaved(inProcess, samples, ROUNDS[kind] ?? ROUNDS.default);
  const documents = await Promise.all(samples.map(async ({ bytes, path }) => ({ path, document: await readDocument(bytes) })));
  const pure = await interleaved({ recognise: ({ document, path }) => recogniseReport(document, path) }, documents, 15);
  const few = samples.slice(0, 3);
  const own = median(few.map(({ path }) => timed(process.execPath, [COMMAND, "check", path])));
  const programs = Object.entries(programsFor(kind)).map(([name, work]) => [
    name,
    median(few.map((sample) => elapsed(() => work(sample)))),
  ]);
  const read = warm.get("read");
  const whole = warm.get("whole");
  const peers = [...warm].filter(([name]) => !["floor", "read", "whole"].includes(name));
  return {
    kind,
    samples: samples.length,
    floor: warm.get("floor"),
    read,
    recognise: pure.get("recognise"),
    whole,
    cold: own,
    peers,
    programs,
  };
}

function elapsed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function throughput(kind, samples, count) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  for (let index = 0; index < count; index++)
    symlinkSync(
      samples[index % samples.length].path,
      join(folder, `${String(index).padStart(5, "0")}${extname(samples[index % samples.length].path)}`),
    );
  const args = [COMMAND, "check", folder, "--threads", "2", "--format", "csv", "-o", join(folder, "findings.csv")];
  const started = performance.now();
  const peak = peakMegabytes(process.execPath, args);
  if (peak === null) timed(process.execPath, args);
  const took = performance.now() - started;
  rmSync(folder, { recursive: true, force: true });
  return { kind, count, perSecond: count / (took / 1000), peak };
}

const kinds = samplesByKind();
const rows = [];
for (const kind of ["docx", "doc", "odt", "xlsx", "html", "txt", "pdf", "scan"])
  if (kinds.has(kind)) rows.push(await benchKind(kind, kinds.get(kind)));
endChild();

tables.push(
  "## 一份报告，热进程\n\n中位数，毫秒。“下限”只做解压、解码和数尖括号（或换行）；“读取”到段落和表格为止；“全程”含认出报告和全部检查。\n",
  "| 格式 | 样本 | 下限 | 读取 | 读取／下限 | 认出 | 全程 | 目标 | 另用他物（同一进程，只取文字） |\n|---|---|---|---|---|---|---|---|---|",
  ...rows.map(
    ({ kind, samples, floor, read, recognise, whole, peers }) =>
      `| ${kind} | ${samples} | ${milliseconds(floor)} | ${milliseconds(read)} | ${floor ? `${(read / floor).toFixed(1)}×` : "—"} | ${milliseconds(recognise)} | ${milliseconds(whole)} | ${AIMS[kind]} ${whole <= AIMS[kind] ? "达到" : "**未达**"} | ${peers.map(([name, time]) => `${name} ${milliseconds(time)}（${(time / whole).toFixed(1)}×${failures.has(name) ? `，${failures.get(name)} 份读不出` : ""}）`).join("；") || "—"} |`,
  ),
  "\n## 一份报告，冷启动\n\n从启动程序到结束，毫秒；括号内是 yangguang 全程的倍数。\n",
  "| 格式 | yangguang check | 另用他物（只取文字，不检查） |\n|---|---|---|",
  ...rows.map(
    ({ kind, cold, programs }) =>
      `| ${kind} | ${milliseconds(cold)} | ${programs.map(([name, time]) => `${name} ${milliseconds(time)}（${(time / cold).toFixed(1)}×）`).join("；") || "—"} |`,
  ),
);

const counts = { docx: 2000, doc: 2000, odt: 1000, xlsx: 2000, html: 1000, txt: 2000, pdf: 200 };
const runs = Object.entries(counts).map(([kind, count]) => throughput(kind, kinds.get(kind), count));
const mixed = ["docx", "doc", "odt", "xlsx", "html", "txt"].flatMap((kind) => kinds.get(kind));
const long = [throughput("混合", mixed, 1000), throughput("混合", mixed, 10000)];
tables.push(
  "\n## 许多报告，两个线程\n\n`yangguang check 文件夹 --threads 2 --format csv`，含启动；峰值内存为整个进程（不含读 pdf 的子进程）。\n",
  "| 格式 | 份数 | 份／秒 | 峰值内存 MB |\n|---|---|---|---|",
  ...[...runs, ...long].map(
    ({ kind, count, perSecond, peak }) => `| ${kind} | ${count} | ${perSecond.toFixed(0)} | ${peak ?? "—"} |`,
  ),
);

const page = `# 速度

本页由 \`npm run bench\` 写成，请勿手改。机器：${cpus().length} 核 ${cpus()[0]?.model.trim() ?? ""}，${Math.round(totalmem() / 1024 ** 3)} GB 内存，Node ${process.versions.node}，${process.platform}；与别人共用，绝对值随负载浮动，请看同一次运行里的比值。
${new Date().toISOString().slice(0, 10)}

${tables.join("\n")}
`;
writeFileSync(join(HERE, "RESULTS.md"), page);
process.stdout.write(page);
