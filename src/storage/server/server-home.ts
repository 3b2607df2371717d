import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError } from "../../errors.js";
import type { ServerUser } from "./server-user.js";

/** Where the embedded server keeps its things. */
export interface ServerHome {
  readonly directory: string;
  /** PGDATA */
  readonly data: string;
  readonly log: string;
  readonly user: ServerUser | null;
  readonly password: string;
}

/** The data directory, made when it is not there, with the password of the server in a file that only we can read. */
export function openHome(directory: string, user: ServerUser | null): ServerHome {
  const unusable = (detail: string, cause?: unknown) =>
    new AppError("DATABASE_DIRECTORY_UNUSABLE", { directory, detail }, { cause });
  try {
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    if (!statSync(directory).isDirectory()) throw unusable("不是文件夹");
    if (user !== null) {
      // The server must be able to pass through; what is secret has its own mode.
      chmodSync(directory, statSync(directory).mode | 0o011);
    }
    const password = passwordIn(directory);
    const folder = join(directory, "server");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (user !== null) chownSync(folder, user.uid, user.gid);
    if (user !== null && !canEnter(folder, user)) throw unusable("运行数据库的账户不能进入上级文件夹");
    return { directory, data: join(folder, "data"), log: join(folder, "server.log"), user, password };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw code === "ENOSPC"
      ? new AppError("DATABASE_DISK_FULL", { detail: directory }, { cause: error })
      : unusable(code === "EACCES" || code === "EPERM" || code === "EROFS" ? "没有写入权限" : code || "不能建立", error);
  }
}

/** Refuses to start on a disk that is nearly full: a server that cannot write its log of changes stops in mid-work. */
export async function refuseFullDisk({ directory }: ServerHome, freeMegabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < freeMegabytes) {
    throw new AppError("DATABASE_DISK_FULL", { detail: `${directory} 可用 ${free} MB，至少需要 ${freeMegabytes} MB` });
  }
}

/** Written whole under another name and then linked, so that of two starting processes both read the same one. */
function passwordIn(directory: string): string {
  const path = join(directory, "database-password");
  const fresh = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  writeFileSync(fresh, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    unlinkSync(fresh);
  }
  return readFileSync(path, "utf8").trim();
}

function canEnter(folder: string, { uid, gid }: ServerUser): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}

/** The folder of the server's own files: what it may write to besides its data. */
export function workFolder({ data }: ServerHome): string {
  return dirname(data);
}
