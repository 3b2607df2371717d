import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "../../errors.js";
import { type ChainHead, verifyAudit } from "../../storage/audit/verify-audit.js";
import type { StorageConfiguration } from "../../storage/configuration.js";
import { connect } from "../../storage/connection/connect.js";
import type { IdentityKeys } from "../../storage/identity/identity-keys.js";
import { openDatabase } from "../../storage/open-database.js";
import {
  clearDatabase,
  isEmptyDatabase,
  loadTables,
  migrateAsFar,
  type TableLoader,
} from "../../storage/safekeeping/load-rows.js";
import { currentKeyRow, openView, type RowView, sealView } from "../../storage/safekeeping/open-rows.js";
import { takeSnapshot } from "../../storage/safekeeping/snapshot.js";
import { officeOver } from "../office.js";
import { differingTallies } from "./count-tallies.js";
import { KEY_FILE } from "./export-folder.js";
import type { SafekeepingHead, SafekeepingTail } from "./manifest.js";
import { readBackup, type SafekeepingPart } from "./read-backup.js";
import { keysForOpenExport } from "./seal-key.js";
import { openKeys } from "./sealed-keys.js";

export interface RestoreOrder {
  readonly configuration: StorageConfiguration;
  /** The database to fill; it must be empty. */
  readonly database?: string;
  /** Of the key file in the backup; null: the key file is already where the configuration says. */
  readonly passphrase: string | null;
  /** The folder of an export that may hold the key file. */
  readonly keyFileFrom?: string;
}

/** What was restored and what proves it. */
export interface Restored {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  /** Tables that read back otherwise than they were written; none. */
  readonly differingTables: readonly string[];
  readonly chains: number;
  readonly entries: number;
  readonly isAuditIntact: boolean;
  readonly tallies: number;
  readonly differingTallies: readonly string[];
  readonly isProved: boolean;
}

/** Restores a backup into an empty database, whole or not at all, and proves it: rows, chains, tallies. */
export async function restoreBackup(path: string, order: RestoreOrder): Promise<Restored> {
  return restoreFrom(() => readBackup(path), order);
}

/** The same from any source that gives the parts in their order. */
export async function restoreFrom(parts: () => AsyncIterable<SafekeepingPart>, order: RestoreOrder): Promise<Restored> {
  const { configuration, passphrase, keyFileFrom, database: name = "yangguang" } = order;
  const { head, tail, keys } = await load(parts, { configuration, name, keyFileFrom: keyFileFrom ?? null });
  try {
    placeKeys(configuration, tail, { passphrase, keyFileFrom: keyFileFrom ?? null });
  } catch (error) {
    await emptied(configuration, name);
    throw error;
  }
  return prove(configuration, name, { head, tail, keys });
}

interface Loaded {
  readonly head: SafekeepingHead;
  readonly tail: SafekeepingTail;
  /** Those rows in the clear were sealed with; null where they came sealed. */
  readonly keys: IdentityKeys | null;
}

interface LoadOrder {
  readonly configuration: StorageConfiguration;
  readonly name: string;
  readonly keyFileFrom: string | null;
}

async function load(
  parts: () => AsyncIterable<SafekeepingPart>,
  { configuration, name, keyFileFrom }: LoadOrder,
): Promise<Loaded> {
  const { db, close } = await connect(configuration, name);
  try {
    if (!(await isEmptyDatabase(db))) throw new AppError("RESTORE_NOT_EMPTY", {});
    try {
      const head = await headOf(parts);
      const keys = head.persons === "open" ? openKeysFor(configuration, keyFileFrom) : null;
      await migrateAsFar(db, head.migrations);
      let tail: SafekeepingTail | null = null;
      await loadTables(db, async (tableOf) => {
        tail = await fill(parts, tableOf, keys);
      });
      if (tail === null) throw new AppError("BACKUP_UNREADABLE", { detail: "文件不完整，没有结尾" });
      return { head, tail, keys };
    } catch (error) {
      await clearDatabase(db);
      throw error;
    }
  } finally {
    await close();
  }
}

async function headOf(parts: () => AsyncIterable<SafekeepingPart>): Promise<SafekeepingHead> {
  for await (const part of parts()) if (part.kind === "head") return part.head;
  throw new AppError("BACKUP_UNREADABLE", { detail: "文件是空的" });
}

async function fill(
  parts: () => AsyncIterable<SafekeepingPart>,
  tableOf: (name: string, columns: readonly string[]) => TableLoader,
  keys: IdentityKeys | null,
): Promise<SafekeepingTail | null> {
  if (keys !== null) {
    const { columns, line } = currentKeyRow(keys);
    await tableOf("public.identity_key", columns).add([line]);
  }
  const seal: RowView = keys === null ? (_shape, line) => line : sealView(keys);
  let shape: Parameters<RowView>[0] = { name: "", columns: [] };
  let loader: TableLoader | null = null;
  let tail: SafekeepingTail | null = null;
  const seen: { name: string; rows: number }[] = [];
  for await (const part of parts()) {
    if (part.kind === "table") {
      loader = tableOf(part.name, part.columns);
      shape = { name: part.name, columns: part.columns.map((column) => [column, ""] as const) };
      seen.push({ name: part.name, rows: 0 });
    } else if (part.kind === "rows") {
      const last = seen.at(-1);
      if (loader === null || last === undefined) throw new AppError("BACKUP_UNREADABLE", { detail: "有不属于任何表的内容" });
      await loader.add(part.lines.map((line) => seal(shape, line) ?? line));
      last.rows += part.lines.length;
    } else if (part.kind === "tail") tail = part.tail;
  }
  const told = new Map(tail?.tables.map(({ name, rows }) => [name, rows]));
  const wrong = seen.find(({ name, rows }) => told.get(name) !== rows);
  if (wrong !== undefined || told.size !== seen.length) {
    throw new AppError("BACKUP_UNREADABLE", { detail: `${wrong?.name ?? "表"}的行数与结尾所记不符` });
  }
  return tail;
}

function openKeysFor(configuration: StorageConfiguration, keyFileFrom: string | null): IdentityKeys {
  const beside = keyFileFrom === null ? null : join(keyFileFrom, KEY_FILE);
  if (beside !== null && existsSync(beside) && !existsSync(configuration.keyFile)) placeKeyFile(beside, configuration.keyFile);
  return keysForOpenExport(configuration, keyFileFrom);
}

function placeKeyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o711 });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

/** The keys must be there before anything is called restored: without them nobody can read who asked. */
function placeKeys(
  { keyFile }: StorageConfiguration,
  { keys }: SafekeepingTail,
  { passphrase, keyFileFrom }: { readonly passphrase: string | null; readonly keyFileFrom: string | null },
): void {
  if (existsSync(keyFile)) return;
  const beside = keyFileFrom === null ? null : join(keyFileFrom, KEY_FILE);
  if (beside !== null && existsSync(beside)) {
    placeKeyFile(beside, keyFile);
    return;
  }
  if (keys === null || passphrase === null) throw new AppError("KEY_FILE_MISSING", { path: keyFile });
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o711 });
  writeFileSync(keyFile, openKeys(keys, passphrase), { mode: 0o600, flag: "wx" });
}

async function emptied(configuration: StorageConfiguration, name: string): Promise<void> {
  const { db, close } = await connect(configuration, name);
  try {
    await clearDatabase(db);
  } finally {
    await close();
  }
}

async function prove(configuration: StorageConfiguration, name: string, { head, tail, keys }: Loaded): Promise<Restored> {
  // The rows are compared before the tables are brought up to date, which may change some.
  const raw = await connect(configuration, name);
  const again = await takeSnapshot(raw, null, keys === null ? undefined : openView(keys)).finally(raw.close);
  const found = new Map(again.tables.map((table) => [table.name, table.sha256]));
  const differingTables = tail.tables.filter((table) => found.get(table.name) !== table.sha256).map((table) => table.name);
  const database = await openDatabase(configuration, name);
  try {
    const anchors: ChainHead[] = [...tail.chains];
    const audit = await verifyAudit(database, { anchors });
    const tallies = await differingTallies(officeOver(database), tail.tallies);
    const differing = tallies.map(({ agencyId, year }) => `${agencyId} ${year}`);
    return {
      ...{ madeAt: head.madeAt, tables: tail.tables.length, rows: tail.tables.reduce((sum, { rows }) => sum + rows, 0) },
      ...{ differingTables, chains: tail.chains.length, entries: audit.entries, isAuditIntact: audit.isIntact },
      ...{ tallies: tail.tallies.length, differingTallies: differing },
      isProved: differingTables.length === 0 && audit.isIntact && differing.length === 0,
    };
  } finally {
    await database.close();
  }
}
