import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { AppError } from "../errors.js";
import { RELEASE_FORMATS } from "../operations/release-report.js";
import { draftFile } from "../operations/reports/draft-file.js";
import { draftReport } from "../operations/reports/draft-report.js";
import { writePlace } from "../operations/reports/write-place.js";
import { draftText } from "../writers/draft-text.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";
import { instant } from "./instant.js";
import { type ReportOptions, reportAsked, reportCommand } from "./report-question.js";
import { withOffice } from "./with-office.js";

/** yangguang report draft and write: the report as it would be if the year ended today, and the places only a person can write. */
export const addReportDrafting: AddCommand = (report, { output }) => {
  reportCommand(report, "draft", "由台账起草年度报告；任何时候都可以，如同年度今天结束")
    .option("--as-of <instant>", "只计这一时刻以前登记的内容，如 2026-01-20T08:00:00Z")
    .option("--to <file>", "写成文件，格式按扩展名：docx、pdf、html、xlsx、txt、json、csv；待写处空着")
    .action(async (options: ReportOptions & { readonly asOf?: string; readonly to?: string }) => {
      const { asOf, to, data } = options;
      const question = { ...reportAsked(options), ...(asOf !== undefined && { asOf: instant("--as-of", asOf) }) };
      if (to !== undefined) {
        const format = choice("--to", extname(to).slice(1).toLowerCase(), RELEASE_FORMATS);
        const { bytes } = await withOffice(data ?? null, (office, actor) => draftFile(office, actor, { ...question, format }));
        writeFileSync(to, bytes);
        await output.write(`草稿已写入 ${to}\n`);
        return;
      }
      const { counted, draft } = await withOffice(data ?? null, (office, actor) => draftReport(office, actor, question));
      await output.write(`${draftText({ ...counted, draft }, output.dress)}\n`);
    });

  reportCommand(report, "write", "写草稿里待写的一处，或者改写台账写的一段")
    .requiredOption("--place <id>", "哪一处，如 overview.lead（见 report draft）")
    .option("--text <text>", "文字")
    .option("--from <file>", "从 UTF-8 文本文件读取文字，每行一段")
    .action(async (options: ReportOptions & { readonly place: string; readonly text?: string; readonly from?: string }) => {
      const text = options.text ?? textFrom(options.from);
      const written = { ...reportAsked(options), place: options.place, text };
      const heading = await withOffice(options.data ?? null, (office, actor) => writePlace(office, actor, written));
      await output.write(`已写入“${heading}”\n`);
    });
};

function textFrom(path: string | undefined): string {
  if (path === undefined)
    throw new AppError("OPTION_INVALID", { option: "--text", value: "", allowed: "文字，或者用 --from 指定文件" });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    if (cause instanceof TypeError) throw new AppError("FILE_DAMAGED", { detail: "不是 UTF-8 编码的文本" }, { cause });
    throw new AppError("FILE_NOT_FOUND", { path }, { cause });
  }
}
