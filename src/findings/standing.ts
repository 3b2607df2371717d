import { SEVERITIES, type Severity } from "../checks/finding.js";
import type { ListedFinding } from "./check-report.js";

/** Findings that still ask for something: not waived, and at least of this severity. */
export function standing(findings: readonly ListedFinding[], atLeast: Severity): ListedFinding[] {
  return findings.filter((finding) => finding.decision?.decision !== "waived" && isAtLeast(finding.severity, atLeast));
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
