import { basename } from "node:path";
import { bytesOfInput } from "../operations/open-input.js";
import { explainDifference } from "../operations/reports/explain-difference.js";
import { openBooksFrom } from "../operations/reports/open-books.js";
import { type BooksOpened, readOpening } from "../operations/reports/read-opening.js";
import { columnLabel, type Format, rowLabel, TABLE_IDS } from "../report/format.js";
import { formatForYear } from "../report/formats/index.js";
import type { Dress } from "../writers/terminal.js";
import { choice } from "./choice.js";
import type { AddCommand } from "./command.js";
import { wholeNumber } from "./whole-number.js";
import { withOffice } from "./with-office.js";

interface BooksOptions {
  readonly agency: string;
  readonly year: string;
  readonly data?: string;
}

/** yangguang books: opens the books of a year with last year's published report, and explains where it differs from the register. */
export const addBooksCommand: AddCommand = (program, { output }) => {
  const books = program.command("books").description("开账：以上年度报告承接结转数量，说明与台账的差异");
  const asked = ({ agency, year }: BooksOptions) => ({
    agencyId: agency,
    year: wholeNumber("--year", year, { least: 2019, most: 2199 }),
  });

  books
    .command("open")
    .description("以上年度已公布的报告文件开账，列出与台账不一致的格")
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--year <year>", "开账的年度，即报告年度的下一年")
    .requiredOption("--from <file>", "上年度报告：docx、doc、wps、odt、pdf、html、txt、xlsx")
    .option("--dry-run", "只试读，不保存")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (options: BooksOptions & { readonly from: string; readonly dryRun?: true }) => {
      const question = asked(options);
      const isDryRun = options.dryRun === true;
      const name = basename(options.from);
      const bytes = await bytesOfInput({ kind: "file", name: options.from, path: options.from });
      const opened = await withOffice(options.data ?? null, (office, actor) =>
        openBooksFrom(office, actor, { ...question, fileName: name, bytes, isDryRun }),
      );
      const head = isDryRun ? "试读（没有保存）" : `已为 ${question.year} 年开账`;
      await output.write(`${booksText(opened, { head, year: question.year }, output.dress)}\n`);
    });

  books
    .command("show")
    .description("查看以哪份报告开账，与台账有哪些不一致")
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--year <year>", "年度")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (options: BooksOptions) => {
      const question = asked(options);
      const opened = await withOffice(options.data ?? null, (office, actor) => readOpening(office, actor, question));
      await output.write(`${booksText(opened, { head: `${question.year} 年的账`, year: question.year }, output.dress)}\n`);
    });

  books
    .command("explain")
    .description("说明一格不一致的原因；定稿前每一格都要说明")
    .requiredOption("--agency <id>", "机关编号")
    .requiredOption("--year <year>", "年度")
    .requiredOption("--cell <table/row/column>", "哪一格，如 requests/carried_in/natural")
    .requiredOption("--reason <text>", "原因；写“”则撤回")
    .option("--reporter <id>", "上年报告是哪个机关的（合并过的机关、政府汇总时填写）")
    .option("--data <folder>", "台账所在的文件夹；默认按配置")
    .action(async (options: BooksOptions & { readonly cell: string; readonly reason: string; readonly reporter?: string }) => {
      const question = asked(options);
      const [table = "", row = "", column = ""] = options.cell.split("/");
      const address = { table: choice("--cell", table, TABLE_IDS), row, column };
      const reporterId = options.reporter ?? options.agency;
      const differences = await withOffice(options.data ?? null, (office, actor) =>
        explainDifference(office, actor, { ...question, ...address, reporterId, reason: options.reason }),
      );
      await output.write(`${differenceLines(differences, question.year, output.dress).join("\n")}\n`);
    });
};

function booksText(opened: BooksOpened, { head, year }: { readonly head: string; readonly year: number }, dress: Dress): string {
  const { kind, title, fileName, figures, differences, warnings } = opened;
  const source =
    kind === null
      ? "没有上年度报告开账，结转数量由台账自行得出。"
      : kind === "paper"
        ? `上年度报告：${title ?? ""}（文件 ${fileName ?? ""}）`
        : `上年度报告：${title ?? ""}（本系统定稿）`;
  const format = formatForYear(year - 1);
  const carried = figures.filter(({ table, column }) => table === "requests" && column !== "total");
  const known = carried.filter(({ value }) => value !== null);
  const brought =
    carried.length === 0 || format === null
      ? []
      : [`承接结转：${known.map(({ column, value }) => `${columnLabel(format.tables.requests, column)} ${value}`).join("、")}`];
  return [
    dress.bold(head),
    source,
    ...brought,
    ...(warnings.length > 0 ? ["", dress.yellow("请核对"), ...warnings.map((one) => `  ${one}`)] : []),
    "",
    ...differenceLines(differences, year, dress),
  ].join("\n");
}

function differenceLines(differences: BooksOpened["differences"], year: number, dress: Dress): string[] {
  if (differences.length === 0) return [dress.green("与台账没有不一致。")];
  const format = formatForYear(year);
  return [
    dress.bold(`与台账不一致 ${differences.length} 格`),
    ...differences.flatMap((difference) => {
      const { table, row, column, reported, ledger, explanation } = difference;
      const name = format === null ? row : cellName(format, difference);
      return [
        `  ${name}：上年报告 ${reported}，台账 ${ledger}`,
        explanation === null ? `    未说明；说明用 --cell ${table}/${row}/${column} --reason 原因` : `    已说明：${explanation}`,
      ];
    }),
  ];
}

function cellName(format: Format, { table, row, column }: BooksOpened["differences"][number]): string {
  const form = format.tables[table];
  return `${rowLabel(form, row)}·${columnLabel(form, column)}`;
}
