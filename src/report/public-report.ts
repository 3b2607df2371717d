import type { PlainDate } from "../law/plain-date.js";
import type { ComposedReport } from "./composed-report.js";

/** A line of the list of annual reports. */
export interface ReportSummary {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly year: number;
  /** The newest edition is shown; earlier ones stay reachable. */
  readonly edition: number;
  readonly editions: number;
  readonly title: string;
  readonly publishedAt: string;
  readonly signedOn: PlainDate | null;
  /** The forms it can be downloaded in: docx pdf html xlsx txt json csv. */
  readonly formats: readonly string[];
}

export interface PublicReport {
  readonly summary: ReportSummary;
  readonly report: ComposedReport;
  readonly files: readonly PublicReportFile[];
  /** Why there is another edition; null for the first. */
  readonly correction: string | null;
}

export interface PublicReportFile {
  readonly format: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** The figures of one agency over the years, for charts and the table beside them. A cell that is not filled in is null, never 0. */
export interface ReportSeries {
  readonly agencyId: string;
  readonly agencyName: string;
  /** In the order of the years; a year without a report is not in it. */
  readonly years: readonly YearFigures[];
}

export interface YearFigures {
  readonly year: number;
  /** 本年新收 */
  readonly received: number | null;
  /** 上年结转 */
  readonly carriedIn: number | null;
  /** 结转下年度 */
  readonly carriedOut: number | null;
  readonly outcomes: OutcomeFigures;
  readonly reconsiderations: ReviewFigures;
  /** Without a reconsideration before. */
  readonly directLawsuits: ReviewFigures;
  /** After a reconsideration. */
  readonly laterLawsuits: ReviewFigures;
}

/** How requests were answered, in the groups of table three. */
export interface OutcomeFigures {
  readonly granted: number | null;
  readonly partial: number | null;
  readonly denied: number | null;
  readonly cannotProvide: number | null;
  readonly notProcessed: number | null;
  readonly other: number | null;
  readonly total: number | null;
}

export interface ReviewFigures {
  readonly upheld: number | null;
  readonly corrected: number | null;
  readonly other: number | null;
  readonly pending: number | null;
  readonly total: number | null;
}
