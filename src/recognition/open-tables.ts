import type { SourceDocument } from "../document/document.js";
import { type SectionId, TABLE_IDS, type TableId } from "../report/format.js";
import { isLoneFigure, isNumber, lineRow, rowsOf, type SourceRow } from "./source-row.js";
import { SPELLINGS } from "./table-labels.js";

/** The rows of each statutory table, from however many grids they come, in printed order. */
export type OpenedTables = ReadonlyMap<TableId, readonly SourceRow[]>;

/** Words that stand only in the heads of one table. Reduced: without brackets and signs. */
const OPENING: readonly { readonly table: TableId; readonly opens: (texts: readonly string[]) => boolean }[] = [
  { table: "review_litigation", opens: opensReview },
  { table: "requests", opens: opensRequests },
  { table: "proactive", opens: opensProactive },
];

function opensReview(texts: readonly string[]): boolean {
  if (texts.includes("行政复议") && texts.includes("行政诉讼")) return true;
  if (texts.some((text) => text.startsWith("未经复议直接起诉") || text.startsWith("行政复议行政诉讼"))) return true;
  return texts.includes("结果维持") && texts.includes("结果纠正");
}

function opensRequests(texts: readonly string[]): boolean {
  if (texts.includes("自然人") && texts.some((text) => text === "总计" || text === "法人或其他组织")) return true;
  return texts.some((text) => /勾稽关系|^申请人情况|^本年新收政府信息公开|^本年新收申请/.test(text));
}

function opensProactive(texts: readonly string[]): boolean {
  if (texts.some((text) => /第二十条第[一五六八九]项?/.test(text) && text.length < 40)) return true;
  return texts.includes("信息内容") && texts.some((text) => SPELLINGS.proactive.columns.has(text));
}

/**
 * Collects the rows of the three tables. A row with the words of a head opens its table; further rows belong to it until another
 * opens or a heading closes it. So one sheet with all tables, a table cut into several grids and grids glued together all work,
 * and the navigation tables of a web page are never opened.
 */
export function openTables(document: SourceDocument, headings: ReadonlyMap<number, SectionId | null>): OpenedTables {
  const rows = new Map<TableId, SourceRow[]>(TABLE_IDS.map((id) => [id, []]));
  let open: TableId | null = null;
  let section: SectionId | null = null;
  document.blocks.forEach((block, index) => {
    if (headings.has(index)) {
      section = headings.get(index) ?? null;
      if (section !== null && open !== section) open = null;
    }
    if (block.kind === "paragraph") {
      const due = tableOf(section);
      const line = due === null ? null : lineRow(block, index);
      const own = due === null ? undefined : rows.get(due);
      if (due && line && own && (isRowOf(line, due) || isTornRow(line, due) || (own.length > 0 && isLoneFigure(line))))
        own.push(line);
    }
    if (block.kind !== "grid") return;
    for (const row of rowsOf(block, index)) {
      open = opened(row, section) ?? open;
      const own = open === null ? undefined : rows.get(open);
      if (own && own.length < MOST_ROWS) own.push(row);
    }
  });
  return rows;
}

/** The longest table of the form has 27 rows with its heads; a hundred pages of anything else are not read as one. */
const MOST_ROWS = 400;

const tableOf = (section: SectionId | null): TableId | null =>
  section === "proactive" || section === "requests" || section === "review_litigation" ? section : null;

function opened(row: SourceRow, section: SectionId | null): TableId | null {
  const texts = row.cells.flatMap(({ label }) => (label === "" ? [] : [label]));
  const due = tableOf(section);
  if (texts.length === 0) return due !== null && isTornRow(row, due) ? due : null;
  const byHead = OPENING.find(({ opens }) => opens(texts));
  if (byHead) return byHead.table;
  return due !== null && (isRowOf(row, due) || isHeadOf(row, due)) ? due : null;
}

/** True for a row with two heads of the table, as they remain of a torn one. */
const isHeadOf = (row: SourceRow, table: TableId): boolean =>
  row.cells.filter(({ label }) => SPELLINGS[table].columns.has(label)).length >= 2;

/** As many figures as a whole row of the table has, with no label or a piece of one. */
function isTornRow(row: SourceRow, table: TableId): boolean {
  const due = table === "requests" ? 7 : table === "review_litigation" ? 15 : null;
  return due !== null && row.cells.filter(isNumber).length === due;
}

/** True for a row with figures whose label is one of the table's, letter by letter. */
function isRowOf(row: SourceRow, table: TableId | null): boolean {
  if (table === null || !row.cells.some(isNumber)) return false;
  return row.cells.some(({ label }) => SPELLINGS[table].rows.has(label));
}
