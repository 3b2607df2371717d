import { isAppError } from "../errors.js";
import { endChild } from "../operations/child-reader.js";
import { findInputs } from "../operations/find-inputs.js";
import type { InputFile } from "../operations/input-file.js";
import { bytesOfInput } from "../operations/open-input.js";
import { readReport } from "../operations/read-report.js";
import type { Report } from "../report/report.js";
import { reportJson } from "../writers/report-json.js";
import { reportText } from "../writers/report-text.js";
import { reportValues } from "../writers/report-values.js";
import type { Dress } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand, ExitCode, Terminal } from "./command.js";

type Form = "text" | "values" | "json";

interface ReadOptions {
  readonly values?: boolean;
  readonly format: string;
}

/** yangguang read FILE… [--values | --format json] */
export const addReadCommand: AddCommand = (program, terminal) => {
  program
    .command("read")
    .description("读取年度报告，显示读到的每一个数字及其在文件中的位置")
    .argument("<file...>", "文件、文件夹、通配符或 zip 压缩包")
    .option("--values", "只输出数值（JSON，键名见 docs/report-values.md）")
    .option("--format <format>", "输出格式：text 或 json", "text")
    .action(async (patterns: string[], options: ReadOptions) => {
      const form = options.values ? "values" : choice("--format", options.format, ["text", "json"]);
      let exitCode: ExitCode = 0;
      for (const input of await findInputs(patterns)) {
        if (!(await printOne(input, form, terminal))) exitCode = 2;
      }
      endChild();
      terminal.finish(exitCode);
    });
};

async function printOne(input: InputFile, form: Form, { output }: Terminal): Promise<boolean> {
  try {
    const { report } = await readReport(await bytesOfInput(input), input.name);
    await output.write(`${rendered(report, form, output.dress)}\n`);
    return true;
  } catch (error) {
    if (!isAppError(error)) throw error;
    output.tell(`${input.name}：${error.message}（${error.code}）\n`);
    return false;
  }
}

/** A report as text: for a person, as plain values, or with everything that was read. */
function rendered(report: Report, form: Form, dress: Dress): string {
  switch (form) {
    case "text":
      return reportText(report, dress);
    case "values":
      return JSON.stringify(reportValues(report));
    case "json":
      return JSON.stringify(reportJson(report), null, 2);
    default:
      return form satisfies never;
  }
}
