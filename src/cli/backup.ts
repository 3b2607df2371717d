import { mkdirSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { AppError } from "../errors.js";
import { type Office, officeOver } from "../operations/office.js";
import { configurationIn, openRegister } from "../operations/open-register.js";
import { hasWaitingSubmissions } from "../operations/portal/take-in-submissions.js";
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

interface WhatToExport extends Where {
  readonly openPersons?: true;
  readonly by?: string;
}

/** yangguang export: everything as open files, to leave with any day. */
export const addExportCommand: AddCommand = (program, { output, finish }) => {
  program
    .command("export <folder>")
    .description("把全部数据导出为开放格式的文件：每类一个 JSONL，主要的表另有 CSV，附件按散列值存放，附清单和逐列的说明")
    .option("--with-keys", "同时导出密钥文件（请妥善保管）；没有它不能导入封存的导出")
    .option("--open-persons", "申请人的身份信息和附件写成明文；先说明并询问，须与 --by 同用，记入审计日志")
    .option("--by <name>", "谁要求明文导出")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (folder: string, { data, withKeys, openPersons, by }: WhatToExport) => {
      if (openPersons === true && (by ?? "").trim() === "")
        throw new AppError("OPTION_INVALID", { option: "--by", value: by ?? "", allowed: "要求明文导出的人员姓名" });
      const database = await openRegister(data ?? null);
      try {
        const office = officeOver(database);
        if (openPersons === true && !(await isOpenExportWanted(office, folder))) {
          await output.write("没有导出。\n");
          finish(1);
          return;
        }
        const openedBy = openPersons === true ? (by ?? "") : null;
        const { rows, tables, files } = await exportFolder(office, { folder, withKeys: withKeys === true, openedBy });
        const lines = [`已导出 ${tables} 类、${rows} 行、${files} 个文件到 ${folder}`];
        if (openedBy !== null) lines.push("申请人的身份信息和附件是明文，请妥善保管；这次导出已记入审计日志。");
        else if (withKeys !== true) lines.push(`${KEYS_APART}${database.keys.path}`);
        await output.write(`${lines.join("\n")}\n`);
      } finally {
        await database.close();
      }
    });
};

const YES = "明文导出";

async function isOpenExportWanted(office: Office, folder: string): Promise<boolean> {
  const warning = [
    `将把全部申请人的姓名、证件号码、联系方式，以及全部附件和文书，以明文写入 ${folder}。`,
    "任何拿到这个文件夹的人都能读到，本系统无法收回；谁在何时导出，记入审计日志。",
  ];
  if (await hasWaitingSubmissions(office)) {
    warning.push("公开平台还有没有接收的网上申请，它们仍是加密的，以后只有原来的密钥文件能打开。请先运行办公室接收完毕再导出。");
  }
  return (await ask(`${warning.join("\n")}\n确认请输入“${YES}”：`)).trim() === YES;
}

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
  return ask("密钥的口令：");
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Where nobody is there to answer, the input ends without a line.
  const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    return await Promise.race([terminal.question(question), ended]);
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
