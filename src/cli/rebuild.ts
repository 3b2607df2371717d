import { rebuildProjections } from "../operations/system/projections.js";
import type { AddCommand } from "./command.js";
import { withOffice } from "./with-office.js";

/** yangguang rebuild: makes what is derived from the events again. Facts are not touched. */
export const addRebuildCommand: AddCommand = (program, { output }) => {
  program
    .command("rebuild")
    .description("由事件重建推得的数据：办理情况、列表、留存的统计结果；不改动所记的事实")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n重建办理情况时，写入要等候。退出码：0 已重建；2 台账不能打开。")
    .action(async ({ data }: { readonly data?: string }) => {
      const { courses, summaries, keptCounts } = await withOffice(data ?? null, rebuildProjections);
      await output.write(
        `已重建：办理情况 ${courses} 条，列表 ${summaries} 件；清除留存的统计结果 ${keptCounts} 条，下次统计时重新计算。\n`,
      );
    });
};
