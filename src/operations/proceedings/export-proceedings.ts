import { writeWorkbook } from "../../writers/workbook/write-workbook.js";
import type { Actor, Office } from "../office.js";
import { listProceedings, type ProceedingQuestion } from "./list-proceedings.js";
import type { ProceedingRow } from "./proceeding-row.js";

const COLUMNS: readonly (readonly [heading: string, width: number, of: (row: ProceedingRow) => string | null])[] = [
  ["种类", 14, ({ kind }) => kind.label],
  ["起诉方式", 18, ({ route }) => route?.label ?? null],
  ["案号", 28, ({ number }) => number],
  ["复议机关或者法院", 28, ({ forum }) => forum],
  ["关联的申请", 24, ({ caseNumber }) => caseNumber],
  ["提起日期", 12, ({ filedOn }) => filedOn],
  ["状态", 14, ({ state }) => state.label],
  ["应答复日期", 12, ({ answerDue }) => answerDue],
  ["审结日期", 12, ({ concludedOn }) => concludedOn],
  ["结果", 14, ({ result }) => result?.label ?? null],
  ["共同被告", 10, ({ isCoDefendant }) => (isCoDefendant ? "是" : "否")],
];
const MOST_ROWS = 50_000;

/** Reconsiderations and lawsuits as a workbook, with the same filter as on the page. */
export async function exportProceedings(
  office: Office,
  actor: Actor,
  question: Pick<ProceedingQuestion, "agencyId" | "kind" | "state">,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const { rows } = await listProceedings(office, { ...question, after: null, limit: MOST_ROWS });
  const sheet = {
    name: "复议和诉讼",
    layout: "list" as const,
    rows: [COLUMNS.map(([heading]) => heading), ...rows.map((row) => COLUMNS.map(([, , of]) => of(row)))],
    widths: COLUMNS.map(([, width]) => width),
    isLandscape: true,
  };
  return { fileName: "复议和诉讼.xlsx", bytes: writeWorkbook([sheet], { title: "行政复议和行政诉讼", creator: actor.name }) };
}
