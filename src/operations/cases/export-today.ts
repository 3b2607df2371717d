import { chineseDay } from "../../law/plain-date.js";
import { type ListColumn, listWorkbook } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { type ListFile, noteExport } from "../list-exported.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { CASE_COLUMNS } from "./export-cases.js";
import { DESK_LABELS, type Desk, type DeskQuestion, readToday } from "./read-today.js";

type DeskRow = Desk["rows"][number];

const COLUMNS: readonly ListColumn<DeskRow>[] = [
  { head: "待办", width: 22, of: ({ groups }) => groups.map((group) => DESK_LABELS[group]).join("、") },
  ...CASE_COLUMNS,
  { head: "期限怎样算出", width: 60, of: ({ derivation }) => derivation.join("\n") },
];
const PAGE = 200;

/** The desk as a workbook, with the same filter as on the page and the reason for every day. */
export async function exportToday(
  office: Office,
  actor: Actor,
  question: Omit<DeskQuestion, "after" | "limit">,
): Promise<ListFile> {
  const rows = await everyRow<DeskRow, NonNullable<DeskQuestion["after"]>>((after) =>
    readToday(office, actor, { ...question, after, limit: PAGE }),
  );
  await noteExport(office, actor, { agencyId: question.agencyId, list: "今日待办", rows: rows.length });
  const list = { name: "今日待办", title: `今日待办（${chineseDay(todayIn(office))}）`, creator: actor.name };
  return { fileName: `今日待办-${todayIn(office)}.xlsx`, bytes: listWorkbook({ ...list, columns: COLUMNS, rows }) };
}
