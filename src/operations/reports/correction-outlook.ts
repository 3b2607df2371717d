import type { ComposedReport } from "../../report/composed-report.js";
import type { CellDifference } from "../../tally/cell-differences.js";
import type { TallyResult } from "../../tally/tally-result.js";
import type { Office } from "../office.js";
import { type RecordBehind, recordsOf } from "./cell-records.js";

/** Words that another edition has otherwise: the paragraphs that go and those that come. */
export interface ChangedText {
  readonly heading: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Every part of a report whose words differ, in printed order. Where only their order does, no paragraph goes or comes. */
export function changedTexts(before: ComposedReport, after: ComposedReport): ChangedText[] {
  const parts = [textParts(before), textParts(after)] as const;
  const headings = new Set(parts.flatMap((part) => [...part.keys()]));
  return [...headings].flatMap((heading) => {
    const [was, is] = parts.map((part) => part.get(heading) ?? []) as [readonly string[], readonly string[]]; // of two, two
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ heading, before: was.filter((one) => !is.includes(one)), after: is.filter((one) => !was.includes(one)) }];
  });
}

function textParts({ title, preface, sections, signOff, remarks }: ComposedReport): Map<string, readonly string[]> {
  return new Map([
    ["标题", [title]],
    ["前言", preface],
    ...sections.map(({ heading, paragraphs, notes }) => [heading, [...paragraphs, ...notes]] as const),
    ["落款", [signOff?.agency ?? "", signOff?.on ?? ""].filter((one) => one !== "")],
    ["附注", remarks],
  ]);
}

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
