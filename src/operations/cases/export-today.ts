import { chineseDay } from "../../law/plain-date.js";
import { type ListColumn, listWorkbook } from "../../writers/workbook/list-workbook.js";
import { type ListFile, noteExport } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { CASE_COLUMNS } from "./export-cases.js";
import { DESK_LABELS, type Desk, type DeskQuestion, readToday } from "./read-today.js";

type DeskRow = Desk["rows"][number];

const COLUMNS: readonly ListColumn<DeskRow>[] = [
  { head: "待办", width: 22, of: ({ groups }) => groups.map((group) => DESK_LABELS[group]).join("、") },
  ...CASE_COLUMNS,
  { head: "期限怎样算出", width: 60, of: ({ derivation }) => derivation.join("\n") },
];
const PAGE = 200;
const MOST_ROWS = 50_000;

/** The desk as a workbook, with the same filter as on the page and the reason for every day. */
export async function exportToday(
  office: Office,
  actor: Actor,
  question: Omit<DeskQuestion, "after" | "limit">,
): Promise<ListFile> {
  let page = await readToday(office, actor, { ...question, after: null, limit: PAGE });
  const rows = [...page.rows];
  while (page.next !== null && rows.length < MOST_ROWS) {
    page = await readToday(office, actor, { ...question, after: page.next, limit: PAGE });
    rows.push(...page.rows);
  }
  await noteExport(office, actor, { agencyId: question.agencyId, list: "今日待办", rows: rows.length });
  const list = { name: "今日待办", title: `今日待办（${chineseDay(page.today)}）`, creator: actor.name };
  return { fileName: `今日待办-${page.today}.xlsx`, bytes: listWorkbook({ ...list, columns: COLUMNS, rows }) };
}
