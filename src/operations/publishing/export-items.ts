import { disclosureItem } from "../../law/publication/disclosure-items.js";
import { themeName } from "../../law/publication/themes.js";
import { validityMark } from "../../law/publication/validity.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { writeWorkbook } from "../../writers/workbook/write-workbook.js";
import { chinaTime } from "../accounts/china-time.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { type ItemListQuestion, type ItemRow, listItems } from "./list-items.js";
import { publishingSettingsOf } from "./publishing-settings.js";

type Marks = PublishingSettings["validityMarks"];

const COLUMNS: readonly (readonly [heading: string, width: number, of: (row: ItemRow, marks: Marks) => string | null])[] = [
  ["索引号", 28, ({ indexNumber }) => indexNumber],
  ["标题", 60, ({ title }) => title],
  ["文号", 24, ({ documentNumber }) => documentNumber],
  ["状态", 12, ({ stateLabel }) => stateLabel],
  [
    "法定公开项",
    28,
    (row) => (row.disclosureItem === null ? null : (disclosureItem(row.disclosureItem)?.shortName ?? row.disclosureItem)),
  ],
  ["主题分类", 22, ({ theme }) => (theme === null ? null : (themeName(theme) ?? theme))],
  ["体裁", 12, ({ genre }) => genre],
  ["有效性", 12, ({ validity }, marks) => (validity === null ? null : (validityMark(validity, marks)?.name ?? validity))],
  ["成文日期", 12, ({ madeOn }) => madeOn],
  ["公开时间", 18, ({ publishedAt }) => (publishedAt === null ? null : chinaTime(publishedAt))],
  ["定时公开", 18, ({ scheduledFor }) => (scheduledFor === null ? null : chinaTime(scheduledFor))],
  ["公开期限", 12, ({ due }) => due],
];
const PAGE = 200;
const MOST_ROWS = 100_000;

/** The list of items as a workbook, with the same filter as on the page. */
export async function exportItems(
  office: Office,
  actor: Actor,
  question: Omit<ItemListQuestion, "after" | "limit">,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { settings } = await publishingSettingsOf(office.database, question.agencyId, todayIn(office));
  const rows: ItemRow[] = [];
  let after: ItemListQuestion["after"] = null;
  do {
    const page: Awaited<ReturnType<typeof listItems>> = await listItems(office, actor, { ...question, after, limit: PAGE });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  const sheet = {
    name: "主动公开信息",
    layout: "list" as const,
    rows: [COLUMNS.map(([heading]) => heading), ...rows.map((row) => COLUMNS.map(([, , of]) => of(row, settings.validityMarks)))],
    widths: COLUMNS.map(([, width]) => width),
    isLandscape: true,
  };
  return { fileName: "主动公开信息.xlsx", bytes: writeWorkbook([sheet], { title: "主动公开信息清单", creator: actor.name }) };
}
