import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, createWriteStream, existsSync, mkdirSync, readdirSync, type WriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { AppError } from "../../errors.js";
import { recordActivity } from "../../storage/accounts/activity-store.js";
import { migrationsDone } from "../../storage/safekeeping/load-rows.js";
import { openView } from "../../storage/safekeeping/open-rows.js";
import { type SnapshotTaker, takeSnapshot } from "../../storage/safekeeping/snapshot.js";
import type { TableShape } from "../../storage/safekeeping/table-shape.js";
import { loadIssuedLetter } from "../../storage/stores/issued-letter-store.js";
import type { Office } from "../office.js";
import { countTallies } from "./count-tallies.js";
import { exportReadme, fieldsPage } from "./export-readme.js";
import { EXPORT_FORMAT, type SafekeepingHead, type SafekeepingTail } from "./manifest.js";
import { writeSealKey } from "./seal-key.js";
import { SpreadsheetWriter } from "./spreadsheets.js";

export interface ExportOrder {
  readonly folder: string;
  /** Puts the key file beside: whoever has both reads everything. */
  readonly withKeys: boolean;
  /** Who wants requesters and files in the clear; null leaves them sealed. It is on record before anything is read. */
  readonly openedBy: string | null;
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
 * Writes everything as open files, to leave with any day: a JSONL file for each kind with an object a row, spreadsheets of the main
 * ones, files by their hash, a list of it all with hashes, and pages that explain them. `import` makes the same register of it again.
 */
export async function exportFolder(office: Office, order: ExportOrder): Promise<ExportedFolder> {
  const { database } = office;
  const { folder, withKeys, openedBy } = order;
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new AppError("OPTION_INVALID", { option: "<folder>", value: folder, allowed: "空文件夹" });
  if (openedBy !== null) {
    await recordActivity(database, { kind: "persons-exported", subject: "register", body: {}, recordedBy: openedBy });
  }
  for (const one of ["tables", "files", "spreadsheets"]) mkdirSync(join(folder, one), { recursive: true, mode: 0o700 });
  const tallies = await countTallies(office);
  const head: SafekeepingHead = {
    ...{ format: EXPORT_FORMAT, version: 1, madeAt: office.now().toISOString() },
    ...{ migrations: await migrationsDone(database.db), persons: openedBy === null ? "sealed" : "open" },
  };
  const writer = new FolderWriter(office, order);
  const { tables, chains } = await takeSnapshot(database, writer, openedBy === null ? undefined : openView(database.keys));
  await writer.end();
  const tail: SafekeepingTail = { tables, chains, tallies, keys: null };
  const types = Object.fromEntries(writer.shapes.map(({ name, columns }) => [name, Object.fromEntries(columns)]));
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify({ ...head, types, ...tail }, null, 1)}\n`);
  writeFileSync(join(folder, "README.md"), exportReadme(head));
  writeFileSync(join(folder, "FIELDS.md"), fieldsPage(writer.shapes));
  if (openedBy !== null) writeSealKey(folder, database.keys.file);
  if (withKeys) copyFileSync(database.keys.path, join(folder, KEY_FILE));
  return { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files: writer.files };
}

/** Takes the rows of a snapshot into the files of a folder. */
class FolderWriter implements SnapshotTaker {
  readonly shapes: TableShape[] = [];
  readonly #office: Office;
  readonly #folder: string;
  readonly #isOpen: boolean;
  readonly #known = new Set<string>();
  readonly #spreadsheets: SpreadsheetWriter;
  #stream: WriteStream | null = null;

  constructor(office: Office, { folder, openedBy }: ExportOrder) {
    this.#office = office;
    this.#folder = folder;
    this.#isOpen = openedBy !== null;
    this.#spreadsheets = new SpreadsheetWriter(join(folder, "spreadsheets"));
  }

  get files(): number {
    return this.#known.size;
  }

  async begin(shape: TableShape): Promise<void> {
    await this.end();
    this.shapes.push(shape);
    this.#stream = createWriteStream(join(this.#folder, "tables", `${shape.name}.jsonl`), { mode: 0o600, flags: "wx" });
    this.#spreadsheets.begin(shape.name);
  }

  async take({ name, columns }: TableShape, lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      const values = JSON.parse(line) as (string | null)[]; // an array of texts, as readRows gives it
      const row = Object.fromEntries(columns.map(([column], at) => [column, values[at] ?? null]));
      const fileColumn = FILE_COLUMNS.get(name);
      const hex = fileColumn === undefined ? null : row[fileColumn];
      if (fileColumn !== undefined && typeof hex === "string") row[fileColumn] = this.#keepFile(hex);
      if (this.#isOpen && name === "public.issued_letter") row.opened_body = await this.#letterBody(row.id ?? "");
      if (this.#stream?.write(`${JSON.stringify(row)}\n`) === false) await once(this.#stream, "drain");
      this.#spreadsheets.add(row);
    }
  }

  async end(): Promise<void> {
    this.#spreadsheets.end();
    if (this.#stream === null) return;
    this.#stream.end();
    await finished(this.#stream);
    this.#stream = null;
  }

  /** "\x89504e…" as the server writes bytes: kept as a file once, named by its hash. */
  #keepFile(hex: string): string {
    const bytes = Buffer.from(hex.slice(2), "hex");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (!this.#known.has(sha256)) writeFileSync(join(this.#folder, "files", sha256), bytes, { mode: 0o600 });
    this.#known.add(sha256);
    return `sha256:${sha256}`;
  }

  /** The sealed words of a letter are in the chain as they are: they stay, and what they say stands beside. */
  async #letterBody(id: string): Promise<string> {
    return JSON.stringify((await loadIssuedLetter<unknown>(this.#office.database, id))?.body ?? null);
  }
}
