import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, createWriteStream, existsSync, mkdirSync, readdirSync, type WriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { AppError } from "../../errors.js";
import { migrationsDone } from "../../storage/safekeeping/load-rows.js";
import { takeSnapshot } from "../../storage/safekeeping/snapshot.js";
import type { Office } from "../office.js";
import { countTallies } from "./count-tallies.js";
import { EXPORT_README } from "./export-readme.js";
import { EXPORT_FORMAT, type SafekeepingHead, type SafekeepingTail } from "./manifest.js";

export interface ExportOrder {
  readonly folder: string;
  /** Puts the key file beside: whoever has both reads everything. */
  readonly withKeys: boolean;
}

export interface ExportedFolder {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

export const MANIFEST = "manifest.json";
export const KEY_FILE = "identity-keys.json";
/** Columns whose bytes become files by their hash: attachments and what the portal gives out. */
export const FILE_COLUMNS: ReadonlyMap<string, string> = new Map([
  ["public.attachment", "bytes"],
  ["portal.blob", "bytes"],
]);

/**
 * Writes everything as open files, to leave with any day: a JSONL file for each kind with an object a row, files by their hash, a list of
 * it all with hashes, and a page that explains them. `import` makes the same register of it again.
 */
export async function exportFolder(office: Office, { folder, withKeys }: ExportOrder): Promise<ExportedFolder> {
  const { database } = office;
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new AppError("OPTION_INVALID", { option: "<folder>", value: folder, allowed: "空文件夹" });
  for (const one of ["tables", "files"]) mkdirSync(join(folder, one), { recursive: true, mode: 0o700 });
  const tallies = await countTallies(office);
  const head: SafekeepingHead = {
    ...{ format: EXPORT_FORMAT, version: 1, madeAt: office.now().toISOString() },
    migrations: await migrationsDone(database.db),
  };
  const files = new Set<string>();
  const types: Record<string, Record<string, string>> = {};
  let stream: WriteStream | null = null;
  const endTable = async (): Promise<void> => {
    if (stream === null) return;
    stream.end();
    await finished(stream);
  };
  const { tables, chains } = await takeSnapshot(database, {
    async begin({ name, columns }) {
      await endTable();
      types[name] = Object.fromEntries(columns);
      stream = createWriteStream(join(folder, "tables", `${name}.jsonl`), { mode: 0o600, flags: "wx" });
    },
    async take({ name, columns }, lines) {
      for (const line of lines) {
        const values = JSON.parse(line) as (string | null)[]; // an array of texts, as readRows gives it
        const row = Object.fromEntries(columns.map(([column], at) => [column, values[at] ?? null]));
        const fileColumn = FILE_COLUMNS.get(name);
        const hex = fileColumn === undefined ? null : row[fileColumn];
        if (fileColumn !== undefined && typeof hex === "string") row[fileColumn] = keepFile(folder, hex, files);
        if (stream !== null && !stream.write(`${JSON.stringify(row)}\n`)) await once(stream, "drain");
      }
    },
  });
  await endTable();
  const tail: SafekeepingTail = { tables, chains, tallies, keys: null };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ ...head, types, ...tail }, null, 1)}\n`);
  writeFileSync(join(folder, "README.md"), EXPORT_README);
  if (withKeys) copyFileSync(database.keys.path, join(folder, KEY_FILE));
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: files.size };
}

/** "\x89504e…" as the server writes bytes: kept as a file once, named by its hash. */
function keepFile(folder: string, hex: string, known: Set<string>): string {
  const bytes = Buffer.from(hex.slice(2), "hex");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (!known.has(sha256)) writeFileSync(join(folder, "files", sha256), bytes, { mode: 0o600 });
  known.add(sha256);
  return `sha256:${sha256}`;
}
