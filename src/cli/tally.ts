import { tallyRegister } from "../operations/tally-register.js";
import { tallyJson } from "../writers/tally-json.js";
import { tallyText } from "../writers/tally-text.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";
import { instant } from "./instant.js";
import { wholeNumber } from "./whole-number.js";

interface TallyOptions {
  readonly agency: string;
  readonly year: string;
  readonly asOf?: string;
  readonly format: string;
  readonly data?: string;
}

/** yangguang tally: the three tables of a year as the register has them. */
export const addTallyCommand: AddCommand = (program, { output }) => {
  program
    .command("tally")
    .description("由台账统计年度报告的三张表")
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--year <year>", "年度；尚未结束的，统计到今天")
    .option("--as-of <instant>", "只计这一时刻以前登记的内容，如 2026-01-20T08:00:00Z；默认现在")
    .option("--format <format>", "输出格式：text 或 json（每一格附所依据的记录编号）", "text")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async ({ agency, year, asOf, format: wanted, data }: TallyOptions) => {
      const format = choice("--format", wanted, ["text", "json"]);
      const counted = await tallyRegister(data ?? null, {
        agencyId: agency,
        year: wholeNumber("--year", year, { least: 1, most: 9999 }),
        asOf: asOf === undefined ? null : instant("--as-of", asOf),
      });
      const text =
        format === "json" ? JSON.stringify(tallyJson(counted.agency, counted.tally), null, 2) : tallyText(counted, output.dress);
      await output.write(`${text}\n`);
    });
};
