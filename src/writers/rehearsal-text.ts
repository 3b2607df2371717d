import type { Format, TableId } from "../report/format.js";
import { rowLabel } from "../report/format.js";
import { type TallyResult, talliedValue } from "../tally/tally-result.js";
import { columns, type Dress } from "./terminal.js";

/** What a rehearsal tells of one agency. */
export interface RehearsalWords {
  readonly agency: string;
  readonly format: Format;
  readonly tally: TallyResult;
  readonly records: Readonly<Record<"requests" | "events" | "proceedings" | "documents" | "figures", number>>;
  readonly edition: {
    readonly contentHash: string;
    readonly body: { readonly checks: readonly { readonly severity: string }[] };
  };
  readonly files: readonly { readonly name: string; readonly format: string; readonly bytes: Uint8Array }[];
  readonly hasPdf: boolean;
  readonly folder: string;
  readonly seconds: { readonly stored: number; readonly reported: number };
}

const REQUEST_ROWS = ["new_received", "carried_in", "granted", "partial", "results_total", "carried_out"] as const;
const PROCEEDING_ROWS = ["review", "direct", "after_review"] as const;

/** One agency of a rehearsal: what was on its books, the main figures of its tables, and where its report is. */
export function rehearsalText(words: RehearsalWords, dress: Dress): string {
  const { agency, tally, records, edition, files, hasPdf, folder, seconds } = words;
  const { checks } = edition.body;
  const many = (severity: string): number => checks.filter((check) => check.severity === severity).length;
  return [
    dress.bold(`${agency}　${tally.year}年（演练，数据均为虚构）`),
    `  台账：申请 ${records.requests} 件、事项 ${records.events} 条、复议诉讼 ${records.proceedings} 件、规范性文件 ${records.documents} 件、按月数字 ${records.figures} 个`,
    ...documentLines(words),
    ...columns([...mainFigures(words, "requests", REQUEST_ROWS), ...mainFigures(words, "review_litigation", PROCEEDING_ROWS)]),
    `  检查：错误 ${many("error")} · 警告 ${many("warning")} · 询问 ${many("question")}；定稿第 1 版，散列 ${edition.contentHash.slice(0, 16)}`,
    `  写出：${files.map(({ format, bytes }) => `${format} ${Math.ceil(bytes.length / 1024)} KB`).join("、")}，逐个读回，与数据一致`,
    ...(hasPdf ? [] : ["  没有安装排版引擎，未写 pdf"]),
    `  位置：${folder}`,
    dress.dim(`  写入台账 ${seconds.stored.toFixed(1)} 秒，统计、检查、定稿、发布 ${seconds.reported.toFixed(1)} 秒`),
  ].join("\n");
}

/** Table two: the documents; its other rows are figures entered by month. */
function documentLines({ format, tally }: RehearsalWords): string[] {
  const form = format.tables.proactive;
  const row = form.rows.find(({ id }) => id === "art20_1.normative_docs");
  if (row === undefined) return [];
  const figures = row.columns.map((column) => {
    const label = form.columns.find(({ id }) => id === column)?.label ?? column;
    return `${label} ${talliedValue(tally, { table: "proactive", row: row.id, column }) ?? "空白"}`;
  });
  return [`  表二　${row.label}：${figures.join("、")}`];
}

function mainFigures({ format, tally }: RehearsalWords, table: TableId, rows: readonly string[]): string[][] {
  const form = format.tables[table];
  return rows.map((row) => [
    `  ${table === "requests" ? "表三" : "表四"}　${rowLabel(form, row)}`,
    String(talliedValue(tally, { table, row, column: "total" }) ?? "空白"),
  ]);
}
