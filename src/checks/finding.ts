import type { CellAddress, SectionId, TableId } from "../report/format.js";
import type { Passage } from "../report/report.js";

/** error: the report is wrong. warning: it very likely is. question: only a person can tell; the report is not failed for it. */
export const SEVERITIES = ["error", "warning", "question"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding is about: a cell, a stretch of text, a section, a table, or the report as a whole. */
export type Whereabouts =
  | { readonly kind: "cell"; readonly address: CellAddress }
  /** `start` and `end` are offsets into passage.text. */
  | { readonly kind: "text"; readonly passage: Passage; readonly start: number; readonly end: number }
  | { readonly kind: "section"; readonly section: SectionId }
  | { readonly kind: "table"; readonly table: TableId }
  | { readonly kind: "report" };

/** Where it is written: 政府信息公开条例 第四十九条. */
export interface Basis {
  readonly instrument: string;
  readonly place?: string;
}

/** A fault in a report, or a question about it. */
export interface Finding {
  readonly checkId: string;
  readonly messageId: string;
  readonly severity: Severity;
  /** The sentence a person reads: place, what is stated, what is expected. */
  readonly message: string;
  readonly at: Whereabouts;
  /** Other places the finding rests on, e.g. the cell a sentence contradicts. */
  readonly related: readonly Whereabouts[];
  /** What the message was filled with; `stated` and `expected`, when present, are the two figures or wordings. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly basis: readonly Basis[];
}

export const atCell = (address: CellAddress): Whereabouts => ({ kind: "cell", address });

export const atText = (passage: Passage, start = 0, end = passage.text.length): Whereabouts => ({
  kind: "text",
  passage,
  start,
  end,
});

export const atReport: Whereabouts = { kind: "report" };
