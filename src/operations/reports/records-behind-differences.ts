import type { CellDifference } from "../../tally/cell-differences.js";
import type { TallyResult } from "../../tally/tally-result.js";
import type { Office } from "../office.js";
import { type RecordBehind, recordsOf } from "./cell-records.js";

const MOST_RECORDS = 40;

/** The records that came into or left the cells of a correction: what it is made for. Of very many the first. */
export async function recordsBehindDifferences(
  office: Office,
  tally: TallyResult,
  differences: readonly CellDifference[],
): Promise<RecordBehind[]> {
  const found = new Map<string, RecordBehind>();
  const asked = new Set<string>();
  for (const { table, row, added, removed } of differences) {
    const ids = [...added, ...removed].filter((id) => !asked.has(id)).slice(0, MOST_RECORDS - asked.size);
    for (const id of ids) asked.add(id);
    for (const record of await recordsOf(office, tally, { cell: { table, row }, ids })) found.set(record.id, record);
  }
  return [...found.values()];
}
