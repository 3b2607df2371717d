import { SEVERITIES, type Severity } from "../checks/finding.js";
import { CHECKS } from "../checks/index.js";
import { AppError } from "../errors.js";
import type { CheckedFile } from "../findings/checked-file.js";
import { RunCount } from "../findings/run-count.js";
import { isAtLeast } from "../findings/standing.js";
import { type CheckRun, checkFiles } from "../operations/check-files.js";
import { findInputs } from "../operations/find-inputs.js";
import { loadWaivers } from "../operations/load-waivers.js";
import { previousReports } from "../operations/previous-reports.js";
import { csvListing } from "../writers/findings/csv.js";
import { htmlListing } from "../writers/findings/html.js";
import { jsonListing } from "../writers/findings/json.js";
import { LISTING_FORMATS, type Listing, type ListingFormat } from "../writers/findings/listing.js";
import { sarifListing } from "../writers/findings/sarif.js";
import { summaryText, textListing } from "../writers/findings/text.js";
import { xlsxListing } from "../writers/findings/xlsx.js";
import { type Dress, PLAIN } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand, ExitCode, Terminal } from "./command.js";
import { ProgressBar } from "./progress-bar.js";
import { openTarget } from "./target.js";
import { writeListing } from "./write-listing.js";

interface CheckCommandOptions {
  readonly previous?: string;
  readonly waivers?: string;
  readonly format: string;
  readonly minSeverity: string;
  readonly output?: string;
  readonly threads?: string;
}

/** yangguang check FILE|FOLDER|GLOB|ZIP… */
export const addCheckCommand: AddCommand = (program, terminal) => {
  program
    .command("check")
    .description("检查年度报告，列出问题、位置、依据和应有的数字")
    .argument("<file...>", "文件、文件夹、通配符或 zip 压缩包")
    .option("--previous <file>", "上一年度的报告；也可以是文件夹，按机关名称和年度对应")
    .option("--format <format>", `输出格式：${LISTING_FORMATS.join("、")}`, "text")
    .option("--min-severity <severity>", "只列出不低于此程度的问题：error（错误）、warning（警告）、question（询问）", "question")
    .option("--waivers <file>", "对问题的处理决定（见 docs/checks/waivers.md）")
    .option("-o, --output <file>", "写入文件，而不是标准输出")
    .option("--threads <number>", "线程数，默认为处理器核数")
    .addHelpText("after", "\n退出码：0 没有所问程度的问题；1 有问题；2 有文件无法读取。")
    .action(async (patterns: string[], options: CheckCommandOptions) =>
      terminal.finish(await check(patterns, options, terminal)),
    );
};

async function check(patterns: readonly string[], options: CheckCommandOptions, { output }: Terminal): Promise<ExitCode> {
  const least = choice("--min-severity", options.minSeverity, SEVERITIES);
  const format = choice("--format", options.format, LISTING_FORMATS);
  const threads = options.threads === undefined ? null : threadCount(options.threads);
  const decisions = options.waivers === undefined ? [] : await loadWaivers(options.waivers);
  const inputs = await findInputs(patterns);
  const previous = options.previous === undefined ? [] : await previousReports(options.previous);

  const target = openTarget(options.output, format, output);
  const bar = new ProgressBar(inputs.length);
  const onDone = (done: number) => bar.show(done);
  const count = new RunCount();
  const run: CheckRun = {
    inputs,
    previous,
    decisions,
    wantsPages: format === "html",
    onDone,
    ...(threads !== null && { threads }),
  };
  await writeListing(
    listingOf(format, target.path === null ? output.dress : PLAIN),
    passingBy(checkFiles(run), least, (checked) => {
      count.add(checked);
      if (target.path === null && output.isTerminal) bar.clear();
    }),
    target,
    () => {
      bar.clear();
      return count.summary();
    },
  );
  const summary = count.summary();
  if (target.path !== null) output.tell(`${summaryText(summary, PLAIN)}\n已写入 ${target.path}\n`);
  if (summary.unreadable > 0) return 2;
  return summary.withFindings > 0 ? 1 : 0;
}

/** The files with only the findings that were asked for, each shown to `look` on its way. */
async function* passingBy(
  files: AsyncIterable<CheckedFile>,
  least: Severity,
  look: (checked: CheckedFile) => void,
): AsyncGenerator<CheckedFile> {
  for await (const file of files) {
    const checked: CheckedFile =
      file.status === "read" ? { ...file, findings: file.findings.filter(({ severity }) => isAtLeast(severity, least)) } : file;
    look(checked);
    yield checked;
  }
}

function listingOf(format: ListingFormat, dress: Dress): Listing {
  switch (format) {
    case "text":
      return textListing(dress);
    case "json":
      return jsonListing();
    case "sarif":
      return sarifListing(CHECKS);
    case "html":
      return htmlListing();
    case "xlsx":
      return xlsxListing();
    case "csv":
      return csvListing();
    default:
      return format satisfies never;
  }
}

function threadCount(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new AppError("OPTION_INVALID", { option: "--threads", value, allowed: "1–99" });
  return Number(value);
}
