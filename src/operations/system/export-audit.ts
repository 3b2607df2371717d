import { CSV_BEGINNING, csvLine } from "../../writers/csv-line.js";
import { type ListColumn, listWorkbook } from "../../writers/workbook/list-workbook.js";
import { chinaTime } from "../accounts/china-time.js";
import { recordActivity } from "../accounts/record-activity.js";
import type { Actor, Office } from "../office.js";
import { type AuditLine, type AuditQuestion, searchAudit } from "./search-audit.js";

const AUDIT_FORMATS = ["xlsx", "csv", "jsonl"] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

export interface AuditFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const PAGE = 1_000;
/** More than a sheet can be read; whoever needs more asks by year. */
const MOST_LINES = 200_000;

/** What was found in the audit trail as a file. That it was taken out is itself on record. */
export async function exportAudit(
  office: Office,
  actor: Actor,
  { question, format }: { readonly question: AuditQuestion; readonly format: AuditFormat },
): Promise<AuditFile> {
  const lines: AuditLine[] = [];
  for (let after: Parameters<typeof searchAudit>[2]["after"] = null; lines.length < MOST_LINES; ) {
    const page = await searchAudit(office, actor, { question, after, limit: PAGE });
    lines.push(...page.lines);
    if (page.next === null) break;
    after = page.next;
  }
  const body = { format, count: lines.length };
  await recordActivity(office, actor, { kind: "audit-exported", subject: "", body });
  const fileName = `审计日志.${format}`;
  switch (format) {
    case "xlsx":
      return {
        fileName,
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes: workbookOf(lines, actor.name),
      };
    case "csv":
      return {
        fileName,
        mediaType: "text/csv; charset=utf-8",
        bytes: encode(CSV_BEGINNING + [HEAD, ...lines.map(rowOf)].map(csvLine).join("")),
      };
    case "jsonl":
      return {
        fileName,
        mediaType: "application/jsonl",
        bytes: encode(lines.map((line) => `${JSON.stringify(line)}\n`).join("")),
      };
    default:
      return format satisfies never;
  }
}

const HEAD = ["时间", "人员", "事项", "对象", "变化", "原因", "链", "序号", "类别", "人员编号"];
const WIDTHS = [18, 12, 26, 26, 60, 24, 14, 8, 18, 22];

function rowOf(line: AuditLine): string[] {
  const { at, byName, what, subject, subjectName, changes, reason, chain, position, kind, by } = line;
  const changed = changes.map(({ field, before, after }) =>
    before === null ? `${field}：${after ?? ""}` : `${field}：${before} → ${after ?? "（无）"}`,
  );
  const about = subjectName === null ? subject : `${subjectName}（${subject}）`;
  return [chinaTime(at), byName, what, about, changed.join("\n"), reason ?? "", chain, String(position), kind, by];
}

function workbookOf(lines: readonly AuditLine[], creator: string): Uint8Array {
  const columns = HEAD.map((head, index): ListColumn<AuditLine> => {
    const width = WIDTHS[index] ?? 12;
    if (head === "时间") return { head, width, kind: "instant", of: ({ at }) => at };
    if (head === "序号") return { head, width, of: ({ position }) => position };
    return { head, width, of: (line) => rowOf(line)[index] ?? null };
  });
  return listWorkbook({ name: "审计日志", title: "审计日志", creator, columns, rows: lines });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
