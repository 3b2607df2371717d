import { rehearse } from "../operations/rehearse.js";
import { rehearsalText } from "../writers/rehearsal-text.js";
import type { AddCommand } from "./command.js";
import { wholeNumber } from "./whole-number.js";

interface RehearseOptions {
  readonly agencies: string;
  readonly year: string;
  readonly requests: string;
  readonly seed: string;
  readonly data?: string;
}

/** yangguang rehearse: a whole year from the first request to the published report, with invented records. */
export const addRehearseCommand: AddCommand = (program, { output }) => {
  program
    .command("rehearse")
    .description("演练：虚构一年的台账，统计、检查、定稿，写出年度报告")
    .requiredOption("--year <year>", "年度，须已经结束")
    .option("--agencies <number>", "机关数（1–100）", "1")
    .option("--requests <number>", "每个机关的申请件数（0–100000）", "500")
    .option("--seed <number>", "种子；相同的种子得到相同的一年", "1")
    .option("--data <folder>", "放台账和报告的文件夹，其中不能已有台账；默认新建一个临时文件夹")
    .action(async ({ agencies, year, requests, seed, data }: RehearseOptions) => {
      const begun = performance.now();
      const plan = {
        agencies: wholeNumber("--agencies", agencies, { least: 1, most: 100 }),
        year: wholeNumber("--year", year, { least: 1, most: 9999 }),
        requests: wholeNumber("--requests", requests, { least: 0, most: 100_000 }),
        seed: wholeNumber("--seed", seed, { least: 0, most: 2 ** 31 }),
      };
      for await (const report of rehearse(data ?? null, plan)) {
        await output.write(`${rehearsalText(report, output.dress)}\n\n`);
      }
      await output.write(`共 ${plan.agencies} 个机关，用时 ${((performance.now() - begun) / 1000).toFixed(1)} 秒\n`);
    });
};
