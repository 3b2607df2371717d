import { chineseDay, type PlainDate } from "../../law/plain-date.js";
import { recordActivity } from "../../storage/accounts/activity-store.js";
import type { CaseFilter } from "../../storage/stores/case-summary-store.js";
import { writeWorkbook } from "../../writers/workbook/write-workbook.js";
import { type Actor, type Office, todayIn } from "../office.js";
import type { CaseRow } from "./case-row.js";
import { listCases } from "./list-cases.js";

/** The columns of an exported list. Names of requesters are as the reader may see them; numbers and addresses are left out. */
const COLUMNS: readonly (readonly [heading: string, width: number, of: (row: CaseRow) => string | number | null])[] = [
  ["登记编号", 24, ({ number }) => number],
  ["到达日期", 12, ({ arrivedOn }) => arrivedOn],
  ["收到日期", 12, ({ receivedOn }) => receivedOn],
  ["提出渠道", 18, ({ channel }) => channel.label],
  ["申请人类别", 14, ({ requesterKind }) => requesterKind.label],
  ["申请人", 18, ({ requesterName }) => requesterName],
  ["申请内容", 60, ({ description }) => description],
  ["状态", 14, ({ state }) => state.label],
  ["承办人", 12, ({ handler }) => handler],
  ["承办单位", 16, ({ unit }) => unit],
  ["答复期限", 12, ({ due }) => due],
  ["办理结果", 34, ({ outcome }) => outcome?.label ?? null],
  ["办结日期", 12, ({ closedOn }) => closedOn],
];

const PAGE = 200;
/** A sheet has room for a million rows, a person does not. */
const MOST_ROWS = 100_000;

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
  const rows: CaseRow[] = [];
  let after: { readonly day: string; readonly id: string } | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(office, actor, { ...question, after, limit: PAGE });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < MOST_ROWS);
  const { agencyId } = question.filter;
  await recordActivity(office.database, {
    chain: agencyId,
    recordedBy: actor.id,
    kind: "cases-exported",
    subject: agencyId,
    body: { rows: rows.length },
  });
  const today = todayIn(office);
  const bytes = writeWorkbook(
    [
      {
        name: "申请台账",
        layout: "list",
        rows: [COLUMNS.map(([heading]) => heading), ...rows.map((row) => COLUMNS.map(([, , of]) => of(row)))],
        widths: COLUMNS.map(([, width]) => width),
        isLandscape: true,
      },
    ],
    { title: `政府信息公开申请台账（${chineseDay(today)}）`, creator: actor.name },
  );
  return { name: fileName(today), bytes };
}

const fileName = (today: PlainDate): string => `申请台账-${today}.xlsx`;
