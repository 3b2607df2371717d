import { readFile } from "node:fs/promises";
import { CHECKS } from "../checks/index.js";
import { AppError } from "../errors.js";
import { SEVERITY_NAMES } from "../findings/checked-file.js";
import type { AddCommand } from "./command.js";

/** yangguang explain ID: the page of one check. */
export const addExplainCommand: AddCommand = (program, { output }) => {
  program
    .command("explain")
    .description("说明一项检查：依据、检查什么、例子、何时不适用")
    .argument("<id>", "检查编号，如 roll-forward/requests")
    .action(async (id: string) => {
      const check = CHECKS.find((candidate) => candidate.id === id);
      if (!check) throw new AppError("CHECK_UNKNOWN", { id });
      const page = await readFile(new URL(`../../docs/checks/${check.id}.md`, import.meta.url), "utf8");
      await output.write(
        `${page.trimEnd()}\n\n${output.dress.dim(`${check.id}　默认程度：${SEVERITY_NAMES[check.severity]}　适用：${check.formats.join("、")}`)}\n`,
      );
    });
};
