import type { FileKind } from "../document/document.js";
import type { Report } from "../report/report.js";
import { type CheckOptions, checkReport, type ListedFinding } from "./check-report.js";
import type { CheckedReport } from "./checked-file.js";

interface ReportOfFile {
  readonly report: Report;
  readonly kind: FileKind;
  /** What the file is called in listings. */
  readonly name: string;
}

/** A report of a file as a listing shows it. `pageOf` draws the document with its findings; null when only the list is wanted. */
export function checkedReport(
  { report, kind, name }: ReportOfFile,
  options: CheckOptions,
  pageOf: ((findings: readonly ListedFinding[]) => string) | null,
): CheckedReport {
  const findings = checkReport(report, options);
  const agency = report.agency.title ?? report.agency.body ?? report.agency.signOff;
  return {
    status: "read",
    name,
    summary: {
      kind,
      format: report.format.id,
      formatName: report.format.name,
      title: report.title?.text ?? null,
      agency: agency?.value ?? null,
      reportYear: report.reportYear?.value ?? null,
    },
    findings,
    notes: report.notes,
    page: pageOf === null || findings.length === 0 ? null : pageOf(findings),
  };
}
