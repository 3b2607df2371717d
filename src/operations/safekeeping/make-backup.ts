import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError } from "../../errors.js";
import type { Actor, Office } from "../office.js";
import { BACKUP_SUFFIX, backupFolder, listBackups } from "./backup-folder.js";
import { type BackupWritten, writeBackup } from "./write-backup.js";

/** The name of a backup made now: 20261121T023000.yangguang-backup. */
export function backupName({ now }: Pick<Office, "now">): string {
  return `${now().toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}${BACKUP_SUFFIX}`;
}

/** Makes a backup beside those of the nights, without the keys. */
export async function makeBackup(office: Office, _actor: Actor): Promise<BackupWritten & { readonly name: string }> {
  const name = backupName(office);
  const written = await writeBackup(office, { path: join(backupFolder(office.database), name), passphrase: null });
  return { ...written, name };
}

/** A backup that is there, by its name alone. */
export function backupFile({ database }: Office, name: string): { readonly name: string; readonly bytes: Uint8Array } {
  const found = listBackups(database).find((one) => one.name === basename(name));
  if (found === undefined) throw new AppError("RECORD_UNKNOWN", { id: name, kind: "备份" });
  return { name: found.name, bytes: readFileSync(join(backupFolder(database), found.name)) };
}
