import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { isAppError } from "../errors.js";
import { CHINESE_HELP, chineseFault } from "./chinese-words.js";
import type { AddCommand, ExitCode } from "./command.js";
import { standardOutput } from "./output.js";

/** Every command, in the order of the help. Only the one that is called is loaded: most need no database and no server. */
export const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ["read", async () => (await import("./read.js")).addReadCommand],
  ["check", async () => (await import("./check.js")).addCheckCommand],
  ["compare", async () => (await import("./compare.js")).addCompareCommand],
  ["checks", async () => (await import("./checks.js")).addChecksCommand],
  ["explain", async () => (await import("./explain.js")).addExplainCommand],
  ["tally", async () => (await import("./tally.js")).addTallyCommand],
  ["figures", async () => (await import("./figures.js")).addFiguresCommand],
  ["books", async () => (await import("./books.js")).addBooksCommand],
  ["report", async () => (await import("./report.js")).addReportCommand],
  ["rehearse", async () => (await import("./rehearse.js")).addRehearseCommand],
  ["audit", async () => (await import("./audit.js")).addAuditCommand],
  ["rebuild", async () => (await import("./rebuild.js")).addRebuildCommand],
  ["bundle", async () => (await import("./bundle.js")).addBundleCommand],
  ["serve", async () => (await import("./serve.js")).addServeCommand],
  ["office", async () => (await import("./office.js")).addOfficeCommand],
  ["portal", async () => (await import("./portal.js")).addPortalCommand],
  ["backup", async () => (await import("./backup.js")).addBackupCommand],
  ["restore", async () => (await import("./backup.js")).addRestoreCommand],
  ["export", async () => (await import("./backup.js")).addExportCommand],
  ["import", async () => (await import("./backup.js")).addImportCommand],
  ["keys", async () => (await import("./keys.js")).addKeysCommand],
  ["accounts", async () => (await import("./accounts.js")).addAccountsCommand],
]);

/** Runs one command line and gives its exit code. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const output = standardOutput();
  const program = new Command("yangguang")
    .description("政府信息公开全过程：读取、检查、编制年度报告，台账、公开平台、办公室")
    .version(versionOf(), "-V, --version", "显示版本")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [command]", "显示某个命令的帮助")
    .showHelpAfterError("（运行 yangguang --help 查看用法）")
    .configureHelp(CHINESE_HELP)
    .configureOutput({ outputError: (text, write) => write(chineseFault(text)) })
    .exitOverride();
  for (const load of commandsFor(words[0] ?? "")) (await load())(program, { output, finish });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!isAppError(error)) throw error;
    output.tell(`${error.message}（${error.code}）\n`);
    return 2;
  }
  return exitCode;
}

/** The command that is called; all of them for the help and for a word that is none. */
function commandsFor(word: string): readonly (() => Promise<AddCommand>)[] {
  const called = COMMANDS.get(word);
  if (called !== undefined) return [called];
  return word === "-V" || word === "--version" ? [] : [...COMMANDS.values()];
}

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }; // our own file
  return version;
}
