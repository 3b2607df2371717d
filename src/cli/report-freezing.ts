import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError, isAppError } from "../errors.js";
import type { Office } from "../operations/office.js";
import { editionsOfYear, type ListedEdition } from "../operations/reports/editions.js";
import { freezeYear } from "../operations/reports/freeze-year.js";
import { releasedFile, releaseEdition } from "../operations/reports/release-edition.js";
import type { FreezeRefusal } from "../tally/freeze-report.js";
import type { AddCommand, Terminal } from "./command.js";
import { type ReportOptions, reportAsked, reportCommand } from "./report-question.js";
import { wholeNumber } from "./whole-number.js";
import { withOffice } from "./with-office.js";

/** yangguang report freeze, correct, release and editions: what is published, once and for all. */
export const addReportFreezing: AddCommand = (report, terminal) => {
  const { output } = terminal;
  reportCommand(report, "freeze", "定稿为第 1 版；不能定稿的，列出全部原因").action(async (options: ReportOptions) => {
    const input = { ...reportAsked(options), after: 0, reason: null };
    await tellFreezing(terminal, options.data, async () => input);
  });

  reportCommand(report, "correct", "更正已经定稿的报告，成为下一版")
    .requiredOption("--reason <text>", "更正原因，随报告一并保存")
    .action(async (options: ReportOptions & { readonly reason: string }) => {
      const question = reportAsked(options);
      await tellFreezing(terminal, options.data, async (office) => {
        const after = await editionMeant(office, question, undefined);
        return { ...question, after, reason: options.reason };
      });
    });

  reportCommand(report, "release", "发布：写出各种格式的文件，逐个读回核对，存入台账，并在公开平台上公布")
    .option("--edition <number>", "第几版；默认最后一版")
    .option("--to <folder>", "另把文件写到这个文件夹")
    .action(async (options: ReportOptions & { readonly edition?: string; readonly to?: string }) => {
      const question = reportAsked(options);
      const { edition, release, files } = await withOffice(options.data ?? null, async (office, actor) => {
        const number = await editionMeant(office, question, options.edition);
        const released = await releaseEdition(office, actor, { ...question, edition: number });
        const asked = released.files.map(({ format }) => releasedFile(office, { ...question, edition: number, format }));
        return { edition: number, release: released, files: options.to === undefined ? [] : await Promise.all(asked) };
      });
      if (options.to !== undefined) {
        mkdirSync(options.to, { recursive: true });
        for (const { fileName, bytes } of files) writeFileSync(join(options.to, fileName), bytes);
      }
      const lines = release.files.map(({ name, size, sha256 }) => `  ${name}　${Math.ceil(size / 1024)} KB　SHA-256 ${sha256}`);
      const head = `第 ${edition} 版已发布，${lines.length} 个文件逐个读回，与数据一致`;
      await output.write(`${[head, ...lines, ...(release.missing === null ? [] : [release.missing])].join("\n")}\n`);
    });

  reportCommand(report, "editions", "列出各版报告").action(async (options: ReportOptions) => {
    const { agencyId, year } = reportAsked(options);
    const editions = await withOffice(options.data ?? null, ({ database }) => editionsOfYear(database, agencyId, year));
    const lines = editions.map((edition) => {
      const { release, reason } = edition;
      const state = release === null ? "未发布" : `${release.releasedAt} 发布`;
      return `${frozenText(edition)}　${state}${reason === null ? "" : `　更正原因：${reason}`}`;
    });
    await output.write(`${lines.length === 0 ? "还没有定稿" : lines.join("\n")}\n`);
  });
};

type ToFreeze = Parameters<typeof freezeYear>[2];

/** Freezes and says so; what stands in the way is listed line by line, with exit code 1. */
async function tellFreezing(
  { output, finish }: Terminal,
  folder: string | undefined,
  inputFor: (office: Office) => Promise<ToFreeze>,
): Promise<void> {
  try {
    const edition = await withOffice(folder ?? null, async (office, actor) => freezeYear(office, actor, await inputFor(office)));
    await output.write(`已定稿。${frozenText(edition)}\n`);
  } catch (error) {
    if (!isAppError(error) || error.code !== "REPORT_NOT_FROZEN") throw error;
    const { refusals } = error.details as { readonly refusals: readonly FreezeRefusal[] }; // as freezeYear gives them
    await output.write(
      `还不能定稿，须先办完 ${refusals.length} 项：\n${refusals.map(({ message }) => `  ${message}\n`).join("")}`,
    );
    finish(1);
  }
}

async function editionMeant(
  office: Office,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
  asked: string | undefined,
): Promise<number> {
  if (asked !== undefined) return wholeNumber("--edition", asked, { least: 1, most: 999 });
  const last = (await editionsOfYear(office.database, agencyId, year)).at(-1);
  if (last === undefined) throw new AppError("RECORD_UNKNOWN", { id: String(year), kind: "已经定稿的报告" });
  return last.edition;
}

function frozenText({ edition, asOf, contentHash }: ListedEdition): string {
  return `第 ${edition} 版　截至 ${asOf} 登记的内容　散列 ${contentHash}`;
}
