import { disclosureItem } from "../../law/publication/disclosure-items.js";
import { themeName } from "../../law/publication/themes.js";
import { validityMark } from "../../law/publication/validity.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { exportList, type ListFile } from "../list-exported.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type ItemListQuestion, type ItemRow, listItems } from "./list-items.js";
import { publishingSettingsOf } from "./publishing-settings.js";

type Marks = PublishingSettings["validityMarks"];

interface Listed {
  readonly row: ItemRow;
  readonly marks: Marks;
}

const COLUMNS: readonly ListColumn<Listed>[] = [
  { head: "索引号", width: 28, of: ({ row: { indexNumber } }) => indexNumber },
  { head: "标题", width: 60, of: ({ row: { title } }) => title },
  { head: "文号", width: 24, of: ({ row: { documentNumber } }) => documentNumber },
  { head: "状态", width: 12, of: ({ row: { stateLabel } }) => stateLabel },
  {
    head: "法定公开项",
    width: 28,
    of: ({ row }) => (row.disclosureItem === null ? null : (disclosureItem(row.disclosureItem)?.shortName ?? row.disclosureItem)),
  },
  { head: "主题分类", width: 22, of: ({ row: { theme } }) => (theme === null ? null : (themeName(theme) ?? theme)) },
  { head: "体裁", width: 12, of: ({ row: { genre } }) => genre },
  {
    head: "有效性",
    width: 12,
    of: ({ row: { validity }, marks }) => (validity === null ? null : (validityMark(validity, marks)?.name ?? validity)),
  },
  { head: "成文日期", width: 12, kind: "day", of: ({ row: { madeOn } }) => madeOn },
  { head: "公开时间", width: 18, kind: "instant", of: ({ row: { publishedAt } }) => publishedAt },
  { head: "定时公开", width: 18, kind: "instant", of: ({ row: { scheduledFor } }) => scheduledFor },
  { head: "公开期限", width: 12, kind: "day", of: ({ row: { due } }) => due },
];
const PAGE = 200;

/** The list of items as a workbook, with the same filter as on the page. */
export async function exportItems(
  office: Office,
  actor: Actor,
  question: Omit<ItemListQuestion, "after" | "limit">,
): Promise<ListFile> {
  const { settings } = await publishingSettingsOf(office.database, question.agencyId, todayIn(office));
  const rows = await everyRow<ItemRow, NonNullable<ItemListQuestion["after"]>>((after) =>
    listItems(office, actor, { ...question, after, limit: PAGE }),
  );
  const marked = rows.map((row) => ({ row, marks: settings.validityMarks }));
  return exportList(office, actor, { agencyId: question.agencyId, list: "主动公开信息", columns: COLUMNS, rows: marked });
}
