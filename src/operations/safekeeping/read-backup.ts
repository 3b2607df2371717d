import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { AppError, isAppError } from "../../errors.js";
import { type SafekeepingHead, type SafekeepingTail, safekeepingHead, safekeepingTail } from "./manifest.js";

/** What is read of a backup or an export, in this order: head, tables with their rows, tail. */
export type SafekeepingPart =
  | { readonly kind: "head"; readonly head: SafekeepingHead }
  | { readonly kind: "table"; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: "rows"; readonly lines: readonly string[] }
  | { readonly kind: "tail"; readonly tail: SafekeepingTail };

const MOST_LINES = 500;
const MOST_CHARACTERS = 4_000_000;

/** Reads a backup from its file, some rows at a time. Throws BACKUP_UNREADABLE for what is no whole backup. */
export async function* readBackup(path: string): AsyncGenerator<SafekeepingPart> {
  if (!existsSync(path)) throw new AppError("FILE_NOT_FOUND", { path });
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on("error", (error) => gunzip.destroy(error));
  const lines = createInterface({ input: file.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY });
  const failures: unknown[] = [];
  gunzip.on("error", (error) => {
    failures.push(error);
    lines.close();
  });
  let held: string[] = [];
  let size = 0;
  let isFirst = true;
  let isWhole = false;
  try {
    for await (const line of lines) {
      if (line.startsWith("[")) {
        held.push(line);
        size += line.length;
        if (held.length < MOST_LINES && size < MOST_CHARACTERS) continue;
      }
      if (held.length > 0) yield { kind: "rows", lines: held };
      held = [];
      size = 0;
      if (line.startsWith("[")) continue;
      const part = partOf(line, isFirst);
      isFirst = false;
      isWhole = part.kind === "tail";
      yield part;
    }
  } catch (error) {
    if (isAppError(error)) throw error;
    failures.push(error);
  } finally {
    lines.close();
    file.destroy();
  }
  const [cause] = failures;
  if (cause !== undefined) throw new AppError("BACKUP_UNREADABLE", { detail: "文件损坏或者不是备份" }, { cause });
  if (!isWhole) throw new AppError("BACKUP_UNREADABLE", { detail: "文件不完整，没有结尾" });
}

function partOf(line: string, isFirst: boolean): SafekeepingPart {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new AppError("BACKUP_UNREADABLE", { detail: "文件里有认不出的内容" }, { cause });
  }
  if (isFirst) {
    const head = safekeepingHead.safeParse(json);
    if (!head.success) throw new AppError("BACKUP_UNREADABLE", { detail: "不是本系统的备份，或者版本更新" });
    return { kind: "head", head: head.data };
  }
  if (typeof json === "object" && json !== null && "end" in json) {
    const tail = safekeepingTail.safeParse(json.end);
    if (!tail.success) throw new AppError("BACKUP_UNREADABLE", { detail: "结尾认不出" });
    return { kind: "tail", tail: tail.data };
  }
  if (typeof json === "object" && json !== null && "table" in json && "columns" in json && Array.isArray(json.columns)) {
    return { kind: "table", name: String(json.table), columns: json.columns.map(String) };
  }
  throw new AppError("BACKUP_UNREADABLE", { detail: "文件里有认不出的内容" });
}
