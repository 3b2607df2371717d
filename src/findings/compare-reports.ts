import { recognisable } from "../document/normalise.js";
import type { Cell } from "../report/cell.js";
import { type CellAddress, type SectionId, TABLE_IDS } from "../report/format.js";
import { cellKey, type Passage, type Report, type Section } from "../report/report.js";
import { sentencesOf } from "../report/sentences.js";

/** A statutory cell that differs between two reports; a side is null when the cell is not on its page. */
export interface CellDifference {
  readonly address: CellAddress;
  readonly before: Cell | null;
  readonly after: Cell | null;
  /** after − before, when both are figures. */
  readonly change: number | null;
}

/** A sentence of the later report that stands word for word, or nearly so, in the earlier one. */
export interface ReusedSentence {
  readonly text: string;
  readonly passage: Passage;
}

export interface SectionComparison {
  readonly id: SectionId | null;
  readonly heading: string;
  readonly sentences: number;
  readonly reused: readonly ReusedSentence[];
}

export interface Comparison {
  readonly cells: readonly CellDifference[];
  readonly sameCells: number;
  readonly sections: readonly SectionComparison[];
  /** Headings of the earlier report that the later one has not. */
  readonly headingsGone: readonly string[];
}

const SHORTEST_SENTENCE = 10; // shorter ones (「无。」) say nothing about copying

/** What changed from one report to another: two years, or two versions of one. Pure; the order of arguments is before, after. */
export function compareReports(before: Report, after: Report): Comparison {
  const cells = differencesOf(before, after);
  const known = new Set(before.sections.flatMap((section) => sentencesIn(section).map(({ key }) => key)));
  const names = new Set(after.sections.map(({ heading }) => recognisable(heading.text)));
  return {
    cells: cells.filter(isDifferent),
    sameCells: cells.filter((difference) => !isDifferent(difference)).length,
    sections: after.sections.map((section) => {
      const sentences = sentencesIn(section);
      return {
        id: section.id,
        heading: section.heading.text,
        sentences: sentences.length,
        reused: sentences.filter(({ key }) => known.has(key)),
      };
    }),
    headingsGone: before.sections.map(({ heading }) => heading.text).filter((text) => !names.has(recognisable(text))),
  };
}

/** Share of the later report's sentences that stand in the earlier one, 0 to 1; null when there is nothing to compare. */
export function reuseShare({ sections }: Comparison): number | null {
  const total = sections.reduce((sum, { sentences }) => sum + sentences, 0);
  return total === 0 ? null : sections.reduce((sum, { reused }) => sum + reused.length, 0) / total;
}

/** Every cell that is on the page of either report. Cells of two formats are compared where their ids are the same. */
function differencesOf(before: Report, after: Report): CellDifference[] {
  return TABLE_IDS.flatMap((table) => {
    const keys = new Set([...(after.tables[table]?.cells.keys() ?? []), ...(before.tables[table]?.cells.keys() ?? [])]);
    return [...keys].map((key): CellDifference => {
      const [row = "", column = ""] = key.split("|");
      const was = before.tables[table]?.cells.get(cellKey(row, column)) ?? null;
      const is = after.tables[table]?.cells.get(cellKey(row, column)) ?? null;
      const change = was?.kind === "number" && is?.kind === "number" ? roundedDifference(is.value, was.value) : null;
      return { address: { table, row, column }, before: was, after: is, change };
    });
  });
}

function isDifferent({ before, after, change }: CellDifference): boolean {
  if (change !== null) return change !== 0;
  if (before?.kind === "unread" && after?.kind === "unread") return recognisable(before.raw) !== recognisable(after.raw);
  return before?.kind !== after?.kind;
}

/** Money has at most a few decimals; binary fractions must not show. */
function roundedDifference(after: number, before: number): number {
  return Math.round((after - before) * 1e6) / 1e6;
}

interface KeyedSentence extends ReusedSentence {
  readonly key: string;
}

/** The key leaves out the year and the figures: 「2022年公开12条」 taken over as 「2023年公开15条」 is the same sentence. */
function sentencesIn(section: Section): KeyedSentence[] {
  return section.paragraphs.flatMap((passage) =>
    sentencesOf(passage.text)
      .map(({ text }) => ({ text, passage, key: recognisable(text).replace(/\d+/g, "#") }))
      .filter(({ key }) => key.length >= SHORTEST_SENTENCE),
  );
}
