import type { ListColumn } from "../../writers/workbook/list-workbook.js";
import { everyRow } from "../every-row.js";
import { exportList, type ListFile } from "../list-exported.js";
import type { Actor, Office } from "../office.js";
import { listProceedings, type ProceedingQuestion } from "./list-proceedings.js";
import type { ProceedingRow } from "./proceeding-row.js";

const COLUMNS: readonly ListColumn<ProceedingRow>[] = [
  { head: "种类", width: 14, of: ({ kind }) => kind.label },
  { head: "起诉方式", width: 18, of: ({ route }) => route?.label ?? null },
  { head: "案号", width: 28, of: ({ number }) => number },
  { head: "复议机关或者法院", width: 28, of: ({ forum }) => forum },
  { head: "关联的申请", width: 24, of: ({ caseNumber }) => caseNumber },
  { head: "提起日期", width: 12, kind: "day", of: ({ filedOn }) => filedOn },
  { head: "状态", width: 14, of: ({ state }) => state.label },
  { head: "应答复日期", width: 12, kind: "day", of: ({ answerDue }) => answerDue },
  { head: "审结日期", width: 12, kind: "day", of: ({ concludedOn }) => concludedOn },
  { head: "结果", width: 14, of: ({ result }) => result?.label ?? null },
  { head: "共同被告", width: 10, of: ({ isCoDefendant }) => (isCoDefendant ? "是" : "否") },
];
/** All are read for each page, so there should be few pages. */
const PAGE = 10_000;

/** Reconsiderations and lawsuits as a workbook, with the same filter as on the page. */
export async function exportProceedings(
  office: Office,
  actor: Actor,
  question: Pick<ProceedingQuestion, "agencyId" | "kind" | "state">,
): Promise<ListFile> {
  const rows = await everyRow<ProceedingRow, NonNullable<ProceedingQuestion["after"]>>((after) =>
    listProceedings(office, { ...question, after, limit: PAGE }),
  );
  return exportList(office, actor, { agencyId: question.agencyId, list: "复议和诉讼", columns: COLUMNS, rows });
}
