import { SEVERITIES, type Severity } from "../checks/finding.js";
import type { FileKind } from "../document/document.js";
import type { Note } from "../document/note.js";
import type { ListedFinding } from "./check-report.js";
import { standing } from "./standing.js";

/** What a file was found to be. */
export interface ReportSummary {
  readonly kind: FileKind;
  readonly format: string;
  readonly formatName: string;
  readonly title: string | null;
  readonly agency: string | null;
  readonly reportYear: number | null;
}

/** One file of a run, read and checked. */
export interface CheckedReport {
  readonly status: "read";
  readonly name: string;
  readonly summary: ReportSummary;
  readonly findings: readonly ListedFinding[];
  readonly notes: readonly Note[];
  /** The document with the findings at their places, as an html fragment, when the listing asks for it. */
  readonly page: string | null;
}

/** One file of a run that could not be read: a coded error stands in its place. */
export interface UnreadableFile {
  readonly status: "unreadable";
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

export type CheckedFile = CheckedReport | UnreadableFile;

/** How many findings stand, by severity. */
export type Tally = Readonly<Record<Severity, number>>;

export function tallyOf(findings: readonly ListedFinding[]): Tally {
  const tally: Record<Severity, number> = { error: 0, warning: 0, question: 0 };
  for (const { severity } of standing(findings, "question")) tally[severity] += 1;
  return tally;
}

/** The severity in Chinese, as every listing prints it. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", question: "询问" };

/** 「错误 2 · 警告 1 · 询问 3」; leaves out what is zero; 「没有发现问题」 when all are. */
export function tallyText(tally: Tally): string {
  const parts = SEVERITIES.filter((severity) => tally[severity] > 0).map(
    (severity) => `${SEVERITY_NAMES[severity]} ${tally[severity]}`,
  );
  return parts.length > 0 ? parts.join(" · ") : "没有发现问题";
}
