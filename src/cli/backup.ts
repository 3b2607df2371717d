import { mkdirSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { officeOver } from "../operations/office.js";
import { configurationIn, openRegister } from "../operations/open-register.js";
import { currentConfiguration } from "../operations/safekeeping/backup-folder.js";
import { exportFolder } from "../operations/safekeeping/export-folder.js";
import { readExport } from "../operations/safekeeping/read-export.js";
import { type Restored, restoreBackup, restoreFrom } from "../operations/safekeeping/restore.js";
import { writeBackup } from "../operations/safekeeping/write-backup.js";
import type { AddCommand } from "./command.js";

interface Where {
  readonly data?: string;
  readonly withKeys?: true;
}

const PASSPHRASE = "YANGGUANG_BACKUP_PASSPHRASE";
const KEYS_APART = "密钥文件没有放进去。请另外保存，没有它申请人的身份信息无法读取：";

/** yangguang backup: everything in one file, while people go on working. */
export const addBackupCommand: AddCommand = (program, { output }) => {
  program
    .command("backup <file>")
    .description("备份全部数据，使用中也可以做；完成后才有这个文件名")
    .option("--with-keys", `把密钥文件用口令加密后放进去；口令从环境变量 ${PASSPHRASE} 读取，没有时询问`)
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (file: string, { data, withKeys }: Where) => {
      const passphrase = withKeys === true ? await askPassphrase() : null;
      const database = await openRegister(data ?? null);
      try {
        const { rows, tables, size, sha256, hasKeys } = await writeBackup(officeOver(database), { path: file, passphrase });
        const lines = [`已备份 ${tables} 张表、${rows} 行，${megabytes(size)}，写入 ${file}`, `SHA-256：${sha256}`];
        if (!hasKeys) lines.push(`${KEYS_APART}${database.keys.path}`);
        await output.write(`${lines.join("\n")}\n`);
      } finally {
        await database.close();
      }
    });
};

/** yangguang restore: a backup in an empty database, proved. */
export const addRestoreCommand: AddCommand = (program, { output, finish }) => {
  program
    .command("restore <file>")
    .description("把备份恢复到空的数据库，并核对行数、散列、日志链和统计数")
    .option("--verify", "核对（总是核对；保留这个选项是为了写明意图）")
    .option("--data <folder>", "恢复到这个文件夹；默认按配置")
    .addHelpText("after", `\n密钥文件须先放到位，或者在备份时已用 --with-keys 放进去（口令：${PASSPHRASE}）。`)
    .action(async (file: string, { data }: Where) => {
      const restored = await restoreBackup(file, { configuration: target(data), passphrase: process.env[PASSPHRASE] ?? null });
      await output.write(`${restoredText(restored)}\n`);
      finish(restored.isProved ? 0 : 1);
    });
};

/** yangguang export: everything as open files, to leave with any day. */
export const addExportCommand: AddCommand = (program, { output }) => {
  program
    .command("export <folder>")
    .description("把全部数据导出为开放格式的文件：每类一个 JSONL，附件按散列值存放，附清单和说明")
    .option("--with-keys", "同时导出密钥文件（请妥善保管）；没有它不能导入")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (folder: string, { data, withKeys }: Where) => {
      const database = await openRegister(data ?? null);
      try {
        const { rows, tables, files } = await exportFolder(officeOver(database), { folder, withKeys: withKeys === true });
        const keys = withKeys === true ? [] : [`${KEYS_APART}${database.keys.path}`];
        await output.write(`${[`已导出 ${tables} 类、${rows} 行、${files} 个文件到 ${folder}`, ...keys].join("\n")}\n`);
      } finally {
        await database.close();
      }
    });
};

/** yangguang import: the same register of an exported folder, proved. */
export const addImportCommand: AddCommand = (program, { output, finish }) => {
  program
    .command("import <folder>")
    .description("把导出的文件夹导入空的数据库，并核对行数、散列、日志链和统计数")
    .option("--data <folder>", "导入到这个文件夹；默认按配置")
    .action(async (folder: string, { data }: Where) => {
      const restored = await restoreFrom(() => readExport(folder), {
        configuration: target(data),
        passphrase: null,
        keyFileFrom: folder,
      });
      await output.write(`${restoredText(restored)}\n`);
      finish(restored.isProved ? 0 : 1);
    });
};

function target(data: string | undefined) {
  if (data === undefined) return currentConfiguration();
  mkdirSync(data, { recursive: true, mode: 0o711 });
  return configurationIn(data);
}

async function askPassphrase(): Promise<string> {
  const given = process.env[PASSPHRASE];
  if (given !== undefined && given !== "") return given;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question("密钥的口令：");
  } finally {
    terminal.close();
  }
}

function restoredText(restored: Restored): string {
  const { madeAt, tables, rows, differingTables, chains, entries, isAuditIntact, tallies, differingTallies, isProved } = restored;
  return [
    `已恢复 ${madeAt} 的数据：${tables} 张表、${rows} 行。`,
    differingTables.length === 0 ? "  各表重读后与备份逐行一致" : `  与备份不一致的表：${differingTables.join("、")}`,
    isAuditIntact ? `  日志完整：${chains} 条链、${entries} 条` : "  日志有断点，请运行 yangguang audit verify",
    differingTallies.length === 0
      ? `  重新统计 ${tallies} 个机关年度，数字全部相同`
      : `  统计数不同：${differingTallies.join("、")}`,
    isProved ? "核对通过。" : "核对没有通过，请不要使用这份数据。",
  ].join("\n");
}

function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(1)} MB`;
}
