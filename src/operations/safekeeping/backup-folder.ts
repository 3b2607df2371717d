import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import type { StorageConfiguration } from "../../storage/configuration.js";

export type { StorageConfiguration } from "../../storage/configuration.js";
export { readConfiguration as currentConfiguration } from "../../storage/read-configuration.js";

export const BACKUP_SUFFIX = ".yangguang-backup";
/** As many nights as are kept. */
const KEPT = 14;

/** Where the nightly backups lie: beside the database, so an administrator copies them elsewhere (docs/operating/backup.md). */
export function backupFolder({ dataDirectory }: Pick<StorageConfiguration, "dataDirectory">): string {
  const folder = join(dataDirectory, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export interface KeptBackup {
  readonly name: string;
  readonly size: number;
  readonly madeAt: string;
}

/** The backups that are there, the newest first. */
export function listBackups(configuration: Pick<StorageConfiguration, "dataDirectory">): KeptBackup[] {
  const folder = join(configuration.dataDirectory, "backups");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(BACKUP_SUFFIX))
    .map((name) => {
      const { size, mtime } = statSync(join(folder, name));
      return { name, size, madeAt: mtime.toISOString() };
    })
    .toSorted((one, other) => (one.name < other.name ? 1 : -1));
}

/** Takes away what is older than the nights that are kept. */
export function forgetOldBackups(configuration: Pick<StorageConfiguration, "dataDirectory">): void {
  for (const { name } of listBackups(configuration).slice(KEPT)) unlinkSync(join(backupFolder(configuration), name));
}
