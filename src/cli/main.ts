import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { isAppError } from "../errors.js";
import { addAccountsCommand } from "./accounts.js";
import { addAuditCommand } from "./audit.js";
import { addBooksCommand } from "./books.js";
import { addBundleCommand } from "./bundle.js";
import { addCheckCommand } from "./check.js";
import { addChecksCommand } from "./checks.js";
import type { AddCommand, ExitCode } from "./command.js";
import { addCompareCommand } from "./compare.js";
import { addExplainCommand } from "./explain.js";
import { addFiguresCommand } from "./figures.js";
import { addOfficeCommand } from "./office.js";
import { standardOutput } from "./output.js";
import { addPortalCommand } from "./portal.js";
import { addReadCommand } from "./read.js";
import { addRehearseCommand } from "./rehearse.js";
import { addReportCommand } from "./report.js";
import { addTallyCommand } from "./tally.js";

const COMMANDS: readonly AddCommand[] = [
  addReadCommand,
  addCheckCommand,
  addCompareCommand,
  addChecksCommand,
  addExplainCommand,
  addTallyCommand,
  addFiguresCommand,
  addBooksCommand,
  addReportCommand,
  addRehearseCommand,
  addAuditCommand,
  addBundleCommand,
  addOfficeCommand,
  addPortalCommand,
  addAccountsCommand,
];

/** Runs one command line and gives its exit code. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const output = standardOutput();
  const program = new Command("yangguang")
    .description("读取、检查、统计、编制政府信息公开工作年度报告")
    .version(versionOf(), "-V, --version", "显示版本")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [command]", "显示某个命令的帮助")
    .showHelpAfterError("（运行 yangguang --help 查看用法）")
    .configureHelp({ styleTitle: chineseTitle })
    .exitOverride();
  for (const add of COMMANDS) add(program, { output, finish });
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

function versionOf(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }; // our own file
  return version;
}

const TITLES: ReadonlyMap<string, string> = new Map([
  ["Usage:", "用法："],
  ["Arguments:", "参数："],
  ["Options:", "选项："],
  ["Commands:", "命令："],
]);

function chineseTitle(title: string): string {
  return TITLES.get(title) ?? title;
}
