import { rebuildPortal } from "../operations/portal/rebuild-portal.js";
import { rebuildProjections } from "../operations/system/projections.js";
import type { AddCommand } from "./command.js";
import { withOffice } from "./with-office.js";

/** yangguang rebuild: makes what is derived from the events again. Facts are not touched. */
export const addRebuildCommand: AddCommand = (program, { output }) => {
  program
    .command("rebuild")
    .description("由事件重建推得的数据：办理情况、列表、留存的统计结果；加 --portal 一并重建公开平台的内容；不改动所记的事实")
    .option("--portal", "由台账重新生成公开平台显示的全部内容；期间照常可以访问")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n重建办理情况时，写入要等候。退出码：0 已重建；2 台账不能打开。")
    .action(async ({ data, portal }: { readonly data?: string; readonly portal?: true }) => {
      const { courses, summaries, keptCounts } = await withOffice(data ?? null, rebuildProjections);
      await output.write(
        `已重建：办理情况 ${courses} 条，列表 ${summaries} 件；清除留存的统计结果 ${keptCounts} 条，下次统计时重新计算。\n`,
      );
      if (portal !== true) return;
      const { agencies, items, reports, statuses, removed } = await withOffice(data ?? null, rebuildPortal);
      await output.write(
        `公开平台已重建：机关 ${agencies} 个，信息 ${items} 条，年度报告 ${reports} 份，办理进度更新 ${statuses} 件，移除 ${removed} 条。\n`,
      );
    });
};
