import { type ComposedReport, formatOf } from "../../report/composed-report.js";
import type { TableId } from "../../report/format.js";
import type { PublicReport, PublicReportFile, ReviewFigures, YearFigures } from "../../report/public-report.js";

interface Released {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
  readonly files: readonly PublicReportFile[];
  readonly publishedAt: string;
  readonly correction: string | null;
}

/** A released edition as the portal shows it. */
export function publicReport(report: ComposedReport, released: Released): PublicReport {
  const { agencyId, year, edition, publishedAt, correction } = released;
  const files = released.files.map(({ format, name, mediaType, size, sha256 }) => ({ format, name, mediaType, size, sha256 }));
  const { agency: agencyName, title, signOff } = report;
  return {
    summary: {
      ...{ agencyId, agencyName, year, edition, editions: edition, title, publishedAt },
      signedOn: signOff?.on ?? null,
      formats: files.map(({ format }) => format),
    },
    report,
    files,
    correction,
  };
}

/** The main figures of a report for charts over the years. A blank is null, and so is a sum with a blank in it. */
export function yearFigures(report: ComposedReport): YearFigures {
  const values = new Map(report.cells.map((cell) => [`${cell.table}|${cell.row}|${cell.column}`, cell]));
  const at = (table: TableId, row: string, column = "total"): number | null => {
    const cell = values.get(`${table}|${row}|${column}`);
    return cell?.kind === "number" ? cell.value : null;
  };
  const results = formatOf(report).tables.requests.footings.find(({ total }) => total === "results_total")?.parts ?? [];
  const group = (prefix: string): number | null => {
    const counts = results.filter((row) => row === prefix || row.startsWith(`${prefix}.`)).map((row) => at("requests", row));
    return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  };
  const review = (row: string): ReviewFigures => ({
    upheld: at("review_litigation", row, "upheld"),
    corrected: at("review_litigation", row, "corrected"),
    other: at("review_litigation", row, "other"),
    pending: at("review_litigation", row, "pending"),
    total: at("review_litigation", row),
  });
  return {
    year: report.reportYear,
    received: at("requests", "new_received"),
    carriedIn: at("requests", "carried_in"),
    carriedOut: at("requests", "carried_out"),
    outcomes: {
      granted: group("granted"),
      partial: group("partial"),
      denied: group("denied"),
      cannotProvide: group("unable"),
      notProcessed: group("rejected"),
      other: group("other"),
      total: at("requests", "results_total"),
    },
    reconsiderations: review("review"),
    directLawsuits: review("direct"),
    laterLawsuits: review("after_review"),
  };
}
