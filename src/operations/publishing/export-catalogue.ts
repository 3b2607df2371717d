import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { readCatalogue } from "./read-catalogue.js";

type Entry = Awaited<ReturnType<typeof readCatalogue>>["items"][number];

const COLUMNS: readonly ListColumn<Entry>[] = [
  { head: "事项", width: 24, of: ({ shortName }) => shortName },
  { head: "依据", width: 20, of: ({ basis }) => basis },
  { head: "条文", width: 60, of: ({ text }) => text },
  { head: "已公开", width: 10, of: ({ published }) => published },
  { head: "在办", width: 10, of: ({ drafts }) => drafts },
  { head: "最近一次", width: 12, kind: "day", of: ({ latestOn }) => latestOn },
  { head: "空缺", width: 50, of: ({ gap }) => gap?.text ?? null },
  { head: "本机关不涉及的原因", width: 40, of: ({ note }) => note },
];

/** 法定主动公开目录 as a workbook, every item with what it lacks. */
export async function exportCatalogue(
  office: Office,
  actor: Actor,
  { agencyId }: { readonly agencyId: string },
): Promise<ListFile> {
  const { items: rows } = await readCatalogue(office, agencyId);
  return exportList(office, actor, { agencyId, list: "法定主动公开目录", columns: COLUMNS, rows });
}
