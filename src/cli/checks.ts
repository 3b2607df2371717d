import { CHECKS } from "../checks/index.js";
import { SEVERITY_NAMES } from "../findings/checked-file.js";
import { columns } from "../writers/terminal.js";
import type { AddCommand } from "./command.js";

/** yangguang checks: every check there is. */
export const addChecksCommand: AddCommand = (program, { output }) => {
  program
    .command("checks")
    .description("列出全部检查")
    .option("--json", "以 JSON 输出")
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      if (json) {
        const rows = CHECKS.map(({ id, title, severity, basis, formats, needsPrevious, messageIds }) => ({
          id,
          title,
          severity,
          basis,
          formats,
          needs_previous: needsPrevious,
          message_ids: messageIds,
        }));
        await output.write(`${JSON.stringify(rows, null, 2)}\n`);
        return;
      }
      const rows = CHECKS.map(({ id, title, severity, needsPrevious }) => [
        id,
        SEVERITY_NAMES[severity],
        title + (needsPrevious ? "（需上年报告）" : ""),
      ]);
      await output.write(
        `${columns(rows).join("\n")}\n\n共 ${CHECKS.length} 项检查。运行 yangguang explain <编号> 查看依据、例子和不适用的情形。\n`,
      );
    });
};
