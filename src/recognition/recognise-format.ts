import { type Format, TABLE_IDS, type TableId } from "../report/format.js";
import { FORMATS, formatForYear } from "../report/formats/index.js";
import type { OpenedTables } from "./open-tables.js";
import { bestSimilarity } from "./similarity.js";
import { tableLabels } from "./table-labels.js";

/** The format of a report and whether its tables prove it. */
export interface RecognisedFormat {
  readonly format: Format;
  readonly isProved: boolean;
}

const NEAR = 0.75;
/** A label proves an edition only when it is clearly nearer to it than to any other. */
const MARGIN = 0.1;

/**
 * Tells the edition by the heads of the tables, never by the year: agencies use the form of 2019 years later. Only when no
 * head speaks does the report year decide, and then nothing is proved.
 */
export function recogniseFormat(tables: OpenedTables, reportYear: number | null): RecognisedFormat {
  for (const table of TABLE_IDS) {
    const format = byHeads(tables, table);
    if (format) return { format, isProved: true };
  }
  const latest = FORMATS.at(-1);
  const format = (reportYear === null ? null : formatForYear(reportYear)) ?? latest;
  if (format === undefined) throw new Error("There is no statutory format.");
  return { format, isProved: false };
}

function byHeads(tables: OpenedTables, table: TableId): Format | null {
  const votes = FORMATS.map(() => 0);
  const seen = new Set<string>();
  for (const { cells } of tables.get(table) ?? []) {
    for (const { label } of cells) {
      if (label.length < 3 || seen.has(label)) continue;
      seen.add(label);
      const voice = voiceOf(label, table);
      if (voice !== null) votes[voice] = (votes[voice] ?? 0) + 1;
    }
  }
  const most = Math.max(...votes);
  const winners = FORMATS.filter((_, index) => votes[index] === most);
  const [winner] = winners;
  return most > 0 && winners.length === 1 && winner ? winner : null;
}

/** The index of the one format that knows this label, or null when several do or none. */
function voiceOf(label: string, table: TableId): number | null {
  const exact = FORMATS.flatMap((_, index) => (spellingsOf(index, table).includes(label) ? [index] : []));
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  const likeness = FORMATS.map((_, index) => bestSimilarity(label, spellingsOf(index, table), NEAR - MARGIN));
  const best = Math.max(...likeness);
  if (best < NEAR) return null;
  const near = likeness.flatMap((value, index) => (value > best - MARGIN ? [index] : []));
  return near.length === 1 ? (near[0] ?? null) : null;
}

const known = new Map<string, readonly string[]>();

/** Every spelling of a column or row of a table in the format with this index; stand-in rows included, for they prove nothing. */
function spellingsOf(index: number, table: TableId): readonly string[] {
  const key = `${index}:${table}`;
  const found = known.get(key);
  if (found) return found;
  const format = FORMATS[index];
  if (!format) return [];
  const { rows, columnSpellings } = tableLabels(format, table);
  const spellings = [...columnSpellings, ...rows.flatMap((row) => row.spellings)];
  known.set(key, spellings);
  return spellings;
}
