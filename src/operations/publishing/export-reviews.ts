import { disclosureItem } from "../../law/publication/disclosure-items.js";
import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { type ItemListQuestion, type ItemRow, listItems } from "./list-items.js";

const COLUMNS: readonly ListColumn<ItemRow>[] = [
  { head: "轮到的环节", width: 20, of: ({ turn }) => turn },
  { head: "标题", width: 60, of: ({ title }) => title },
  { head: "文号", width: 24, of: ({ documentNumber }) => documentNumber },
  { head: "状态", width: 12, of: ({ stateLabel }) => stateLabel },
  {
    head: "法定公开项",
    width: 28,
    of: ({ disclosureItem: id }) => (id === null ? null : (disclosureItem(id)?.shortName ?? id)),
  },
  { head: "成文日期", width: 12, kind: "day", of: ({ madeOn }) => madeOn },
  { head: "公开期限", width: 12, kind: "day", of: ({ due }) => due },
  { head: "最近变动", width: 18, kind: "instant", of: ({ changedAt }) => changedAt },
];
const PAGE = 200;
const LAST = "9999-12-31";

/** What waits for whoever asks as a workbook, what must be public soonest in front, as on the page. */
export async function exportReviews(
  office: Office,
  actor: Actor,
  { agencyId }: { readonly agencyId: string },
): Promise<ListFile> {
  const rows = await everyRow<ItemRow, NonNullable<ItemListQuestion["after"]>>((after) =>
    listItems(office, actor, { agencyId, waiting: "review", after, limit: PAGE }),
  );
  rows.sort((one, other) => ((one.due ?? LAST) < (other.due ?? LAST) ? -1 : 1));
  return exportList(office, actor, { agencyId, list: "待我审核", columns: COLUMNS, rows });
}
