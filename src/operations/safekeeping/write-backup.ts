import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { migrationsDone } from "../../storage/safekeeping/load-rows.js";
import { takeSnapshot } from "../../storage/safekeeping/snapshot.js";
import type { Office } from "../office.js";
import { countTallies } from "./count-tallies.js";
import { BACKUP_FORMAT, type SafekeepingHead, type SafekeepingTail } from "./manifest.js";
import { sealKeys } from "./sealed-keys.js";

export interface BackupOrder {
  readonly path: string;
  /** Puts the key file in, sealed with this; null leaves it out, and it must be kept elsewhere. */
  readonly passphrase: string | null;
}

export interface BackupWritten {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly tables: number;
  readonly rows: number;
  readonly hasKeys: boolean;
}

/**
 * Writes everything of register and portal into one file as of one moment, while people go on working. Whole or not at all: it bears its
 * name only when it is complete. Names of requesters are in it as they are in the database, encrypted.
 */
export async function writeBackup(office: Office, { path, passphrase }: BackupOrder): Promise<BackupWritten> {
  const { database } = office;
  const tallies = await countTallies(office);
  const unfinished = `${path}.${process.pid}.part`;
  const gzip = createGzip({ level: 6 });
  const file = createWriteStream(unfinished, { mode: 0o600, flags: "wx" });
  const hash = createHash("sha256");
  gzip.on("data", (bytes: Buffer) => hash.update(bytes));
  gzip.pipe(file);
  const say = async (line: string): Promise<void> => {
    if (!gzip.write(`${line}\n`)) await once(gzip, "drain");
  };
  try {
    const head: SafekeepingHead = {
      ...{ format: BACKUP_FORMAT, version: 1, madeAt: office.now().toISOString() },
      migrations: await migrationsDone(database.db),
      persons: "sealed",
    };
    await say(JSON.stringify(head));
    const { tables, chains } = await takeSnapshot(database, {
      begin: ({ name, columns }) => say(JSON.stringify({ table: name, columns: columns.map(([column]) => column) })),
      async take(_shape, lines) {
        for (const line of lines) await say(line);
      },
    });
    const keys = passphrase === null ? null : sealKeys(readFileSync(database.keys.path, "utf8"), passphrase);
    const tail: SafekeepingTail = { tables, chains, tallies, keys };
    await say(JSON.stringify({ end: tail }));
    gzip.end();
    await finished(file);
    renameSync(unfinished, path);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return { path, size: statSync(path).size, sha256: hash.digest("hex"), tables: tables.length, rows, hasKeys: keys !== null };
  } catch (error) {
    gzip.destroy();
    file.destroy();
    rmSync(unfinished, { force: true });
    throw error;
  }
}
