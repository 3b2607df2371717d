import type { PlainDate } from "../law/plain-date.js";
import type { Recorded } from "./case-event.js";

/** A 规章 or 行政规范性文件, with what happened to it. Stock and flow of table two are counted from these days. */
export interface NormativeDocument extends Recorded {
  readonly documentId: string;
  readonly agencyId: string;
  readonly kind: "rules" | "normative_docs";
  readonly title: string;
  readonly number: string;
  readonly madeOn: PlainDate;
  readonly publishedOn: PlainDate | null;
  /** 废止或失效 */
  readonly repealedOn: PlainDate | null;
}

/** A figure of table two that is counted elsewhere and entered or imported by month: licensing, penalties, coercion, fees, lists of items. */
export interface MonthlyFigure extends Recorded {
  readonly agencyId: string;
  /** Row and column of table two: "art20_5.licensing", "decisions". */
  readonly row: string;
  readonly column: string;
  /** "2025-03" */
  readonly month: string;
  readonly value: number;
  /** Where it comes from: a system, a file with its hash, a person. */
  readonly source: string;
}
