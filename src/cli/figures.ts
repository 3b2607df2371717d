import { bytesOfInput } from "../operations/open-input.js";
import { setPowers } from "../operations/reports/enter-figures.js";
import { type FiguresImported, importFigures } from "../operations/reports/import-figures.js";
import { type DocumentsImported, importDocuments } from "../operations/reports/normative-documents.js";
import { FORMATS } from "../report/formats/index.js";
import type { Dress } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";
import { withOffice } from "./with-office.js";

interface ImportOptions {
  readonly agency: string;
  readonly from: string;
  readonly what: string;
  readonly dryRun?: true;
  readonly data?: string;
}

/** yangguang figures: monthly figures and normative documents from xlsx or csv (exit code 1 when there is a fault), and powers. */
export const addFiguresCommand: AddCommand = (program, { output, finish }) => {
  const figures = program.command("figures").description("表二的数字");
  figures
    .command("powers")
    .description("设置本机关没有的职权：表二的这些行不要求填报，记 0")
    .requiredOption("--agency <id>", "机关编号")
    .option("--without <rows...>", "表二的行，如 art20_6.coercion（行政强制）；不写则各项职权都有", [])
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(
      async ({ agency, without, data }: { readonly agency: string; readonly without: string[]; readonly data?: string }) => {
        const set = { agencyId: agency, withoutPower: without };
        const rows = await withOffice(data ?? null, (office, actor) => setPowers(office, actor, set));
        await output.write(rows.length === 0 ? "各项职权都有，逐月填报\n" : `没有的职权：${rows.map(rowName).join("、")}\n`);
      },
    );

  figures
    .command("import")
    .description("从 xlsx、csv 导入按月数字，或者规章、规范性文件清单")
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--from <file>", "xlsx 或 csv 文件，第一行是表头")
    .option("--what <what>", "monthly（按月数字）或 documents（文件清单）", "monthly")
    .option("--dry-run", "只试读，不写入")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .addHelpText("after", "\n有一处读不懂就一行也不写入。退出码：0 没有问题；1 有读不懂的地方；2 不能执行。")
    .action(async ({ agency, from, what, dryRun, data }: ImportOptions) => {
      const kind = choice("--what", what, ["monthly", "documents"]);
      const bytes = await bytesOfInput({ kind: "file", name: from, path: from });
      const file = { agencyId: agency, fileName: from, bytes, isDryRun: dryRun === true };
      const imported = await withOffice(data ?? null, async (office, actor) =>
        kind === "monthly"
          ? monthlyText(await importFigures(office, actor, file), output.dress)
          : documentsText(await importDocuments(office, actor, file), output.dress),
      );
      await output.write(`${imported.text}\n`);
      finish(imported.faults > 0 ? 1 : 0);
    });
};

const rowName = (row: string): string =>
  FORMATS.map(({ tables }) => tables.proactive)
    .find(({ rows }) => rows.some(({ id }) => id === row))
    ?.rows.find(({ id }) => id === row)?.label ?? row;

interface ImportText {
  readonly text: string;
  readonly faults: number;
}

function monthlyText({ changes, unchanged, faults, isWritten }: FiguresImported, dress: Dress): ImportText {
  const lines = changes.map(({ label, month, before, after }) =>
    before === null ? `  ${month}　${label}：${after}` : `  ${month}　${label}：${before} → ${after}`,
  );
  const head = `${isWritten ? "已写入" : "将写入"} ${changes.length} 个数字，${unchanged} 个没有变化`;
  return { text: [dress.bold(head), ...lines, ...faultLines(faults, dress)].join("\n"), faults: faults.length };
}

function documentsText({ added, changed, unchanged, faults, isWritten }: DocumentsImported, dress: Dress): ImportText {
  const lines = [
    ...added.map(({ title, number, madeOn }) => `  新增　${title}${number === "" ? "" : `（${number}）`}　${madeOn}`),
    ...changed.map(({ after }) => `  更新　${after.title}${after.number === "" ? "" : `（${after.number}）`}`),
  ];
  const head = `${isWritten ? "已写入" : "将写入"}：新增 ${added.length} 件，更新 ${changed.length} 件，${unchanged} 件没有变化`;
  return { text: [dress.bold(head), ...lines, ...faultLines(faults, dress)].join("\n"), faults: faults.length };
}

function faultLines(faults: FiguresImported["faults"], dress: Dress): string[] {
  if (faults.length === 0) return [];
  const lines = faults.map(({ row, column, message }) => `  第 ${row} 行第 ${column} 列：${message}`);
  return ["", dress.red(`${faults.length} 处没有读懂，什么都没有写入：`), ...lines];
}
