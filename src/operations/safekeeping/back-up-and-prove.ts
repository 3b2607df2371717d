import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dropDatabase } from "../../storage/connection/drop-database.js";
import type { Office } from "../office.js";
import { backupFolder, forgetOldBackups, type StorageConfiguration } from "./backup-folder.js";
import { backupName } from "./make-backup.js";
import { restoreBackup } from "./restore.js";
import { writeBackup } from "./write-backup.js";

/** The database a night's backup is tried out in; nothing of it stays. */
const TRIAL = "yangguang_restore_trial";

export interface NightlyBackup {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly rows: number;
  readonly isProved: boolean;
  readonly differing: readonly string[];
}

/**
 * Makes a backup and restores it into a database of its own to prove that it can be, then takes that away. A backup nobody has restored
 * is a hope.
 */
export async function backUpAndProve(office: Office, configuration: StorageConfiguration): Promise<NightlyBackup> {
  const name = backupName(office);
  const written = await writeBackup(office, { path: join(backupFolder(configuration), name), passphrase: null });
  const trial = trialIn(configuration);
  try {
    await trial.clear();
    mkdirSync(trial.folder, { recursive: true, mode: 0o711 });
    copyFileSync(office.database.keys.path, trial.configuration.keyFile);
    const restored = await restoreBackup(written.path, { configuration: trial.configuration, database: TRIAL, passphrase: null });
    forgetOldBackups(configuration);
    const differing = [...restored.differingTables, ...restored.differingTallies];
    return { name, size: written.size, sha256: written.sha256, rows: written.rows, isProved: restored.isProved, differing };
  } finally {
    await trial.clear();
  }
}

interface Trial {
  readonly folder: string;
  readonly configuration: StorageConfiguration;
  clear(): Promise<void>;
}

/** Where a backup is tried out: another database of the embedded server; beside a server of somebody else, an embedded one of its own. */
function trialIn(configuration: StorageConfiguration): Trial {
  const folder = join(configuration.dataDirectory, "restore-trial");
  const keyFile = join(folder, "identity-keys.json");
  const clearFolder = () => rmSync(folder, { recursive: true, force: true });
  if (configuration.database.url !== null) {
    const own = { ...configuration.database, url: null, port: null };
    return {
      folder,
      configuration: { ...configuration, dataDirectory: folder, keyFile, database: own },
      clear: async () => clearFolder(),
    };
  }
  return {
    folder,
    configuration: { ...configuration, keyFile },
    async clear() {
      clearFolder();
      await dropDatabase(configuration, TRIAL);
    },
  };
}
