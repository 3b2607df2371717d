import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import { recordActivity } from "../../storage/accounts/activity-store.js";
import type { CaseFilter } from "../../storage/stores/case-list-store.js";
import { type ListColumn, listWorkbook } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { type Actor, type Office, todayIn } from "../office.js";
import type { CaseRow } from "./case-row.js";
import { type CaseListQuestion, listCases } from "./list-cases.js";

/** The columns of an exported list. Names of requesters are as the reader may see them; numbers and addresses are left out. */
export const CASE_COLUMNS: readonly ListColumn<CaseRow>[] = [
  { head: "登记编号", width: 24, of: ({ number }) => number },
  { head: "到达日期", width: 12, kind: "day", of: ({ arrivedOn }) => arrivedOn },
  { head: "收到日期", width: 12, kind: "day", of: ({ receivedOn }) => receivedOn },
  { head: "提出渠道", width: 18, of: ({ channel }) => channel.label },
  { head: "申请人类别", width: 14, of: ({ requesterKind }) => requesterKind.label },
  { head: "申请人", width: 18, of: ({ requesterName }) => requesterName },
  { head: "申请内容", width: 60, of: ({ description }) => description },
  { head: "状态", width: 14, of: ({ state }) => state.label },
  { head: "承办人", width: 12, of: ({ handler }) => handler },
  { head: "承办单位", width: 16, of: ({ unit }) => unit },
  { head: "答复期限", width: 12, kind: "day", of: ({ due }) => due },
  { head: "办理结果", width: 34, of: ({ outcome }) => outcome?.label ?? null },
  { head: "办结日期", width: 12, kind: "day", of: ({ closedOn }) => closedOn },
];

const PAGE = 200;

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The list of cases as a workbook, with the same filter as on the page. Who took it out of the system is on record. */
export async function exportCases(
  office: Office,
  actor: Actor,
  question: { readonly filter: CaseFilter; readonly sort: "newest" | "oldest" | "due" },
): Promise<ExportedFile> {
  const rows = await everyRow<CaseRow, NonNullable<CaseListQuestion["after"]>>((after) =>
    listCases(office, actor, { ...question, after, limit: PAGE }),
  );
  const { agencyId } = question.filter;
  await recordActivity(office.database, {
    chain: agencyId,
    recordedBy: actor.id,
    kind: "cases-exported",
    subject: agencyId,
    body: { rows: rows.length },
  });
  const today = todayIn(office);
  const list = { name: "申请台账", title: `政府信息公开申请台账（${chineseDay(today)}）`, creator: actor.name };
  const bytes = listWorkbook({ ...list, columns: CASE_COLUMNS, rows });
  return { name: fileName(today), bytes };
}

const fileName = (today: PlainDate): string => `申请台账-${today}.xlsx`;
