import { compareReports } from "../findings/compare-reports.js";
import { endChild } from "../operations/child-reader.js";
import { readReport } from "../operations/read-report.js";
import { comparisonJson } from "../writers/comparison-json.js";
import { comparisonText } from "../writers/comparison-text.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";

/** yangguang compare A B: two years, or two versions of one report. Exit code 1 when they differ. */
export const addCompareCommand: AddCommand = (program, { output, finish }) => {
  program
    .command("compare")
    .description("比较两份年度报告：表格逐格，文字逐句")
    .argument("<before>", "前一份（上一年度，或修改前的版本）")
    .argument("<after>", "后一份")
    .option("--format <format>", "输出格式：text 或 json", "text")
    .action(async (beforePath: string, afterPath: string, options: { readonly format: string }) => {
      const format = choice("--format", options.format, ["text", "json"]);
      const { report: before } = await readReport(beforePath);
      const { report: after } = await readReport(afterPath);
      endChild();
      const comparison = compareReports(before, after);
      const text =
        format === "json"
          ? JSON.stringify(comparisonJson(comparison), null, 2)
          : comparisonText(before, after, comparison, output.dress);
      await output.write(`${text}\n`);
      finish(comparison.cells.length > 0 ? 1 : 0);
    });
};
