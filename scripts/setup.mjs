// Brings a fresh clone to the point where it can run: dependencies installed, TypeScript compiled. Does nothing twice.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const STAMP = join(ROOT, "node_modules", ".yangguang-lock");
const BUILT = join(ROOT, "dist", ".built");

/** Runs a program in the project folder with its output shown; ends this process when it fails. */
export function run(program, args, { quiet = false } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: quiet ? "pipe" : "inherit",
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  if (quiet) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  process.stderr.write(`\n${program} ${args.join(" ")}：未成功${error ? `（${error.message}）` : ""}。\n`);
  process.exit(status ?? 1);
}

/** The Node of the project (24), which the servers need; this process may run on an older one. */
export function projectNode() {
  const own = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}

const lockHash = () =>
  createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");

function install() {
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  process.stderr.write("安装依赖（npm ci）……\n");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(STAMP, wanted);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

export function build() {
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest(join(ROOT, "src"))) return;
  process.stderr.write("编译（npm run build）……\n");
  run(projectNode(), [join("scripts", "build.mjs")]);
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, "");
}

export function setUp() {
  install();
  build();
}
