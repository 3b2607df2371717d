import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AppError } from "../../errors.js";
import { FILE_COLUMNS, MANIFEST } from "./export-folder.js";
import { safekeepingHead, safekeepingTail } from "./manifest.js";
import type { SafekeepingPart } from "./read-backup.js";

const MOST_LINES = 500;
const MOST_CHARACTERS = 4_000_000;

/** Reads an exported folder in the parts of a backup. */
export async function* readExport(folder: string): AsyncGenerator<SafekeepingPart> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new AppError("FILE_NOT_FOUND", { path });
  const json: unknown = JSON.parse(readFileSync(path, "utf8"));
  const head = safekeepingHead.safeParse(json);
  const tail = safekeepingTail.safeParse(json);
  if (!head.success || !tail.success) throw new AppError("BACKUP_UNREADABLE", { detail: "清单认不出" });
  yield { kind: "head", head: head.data };
  for (const { name, columns } of tail.data.tables) {
    yield { kind: "table", name, columns };
    yield* rowsOf(folder, name, columns);
  }
  yield { kind: "tail", tail: tail.data };
}

async function* rowsOf(folder: string, name: string, columns: readonly string[]): AsyncGenerator<SafekeepingPart> {
  const path = join(folder, "tables", `${name}.jsonl`);
  if (!existsSync(path)) throw new AppError("BACKUP_UNREADABLE", { detail: `缺少 ${name}.jsonl` });
  const fileColumn = FILE_COLUMNS.get(name) ?? null;
  let held: string[] = [];
  let size = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text === "") continue;
    const row = JSON.parse(text) as Record<string, string | null>; // written by exportFolder; the database refuses what is not
    const line = JSON.stringify(
      columns.map((column) => (column === fileColumn ? bytesOf(folder, row[column]) : (row[column] ?? null))),
    );
    held.push(line);
    size += line.length;
    if (held.length < MOST_LINES && size < MOST_CHARACTERS) continue;
    yield { kind: "rows", lines: held };
    held = [];
    size = 0;
  }
  if (held.length > 0) yield { kind: "rows", lines: held };
}

function bytesOf(folder: string, named: string | null | undefined): string | null {
  if (named == null) return null;
  const [, sha256] = /^sha256:([0-9a-f]{64})$/.exec(named) ?? [];
  if (sha256 === undefined) throw new AppError("BACKUP_UNREADABLE", { detail: "附件的散列值认不出" });
  const path = join(folder, "files", sha256);
  if (!existsSync(path)) throw new AppError("BACKUP_UNREADABLE", { detail: `缺少文件 ${sha256}` });
  return `\\x${readFileSync(path).toString("hex")}`;
}
