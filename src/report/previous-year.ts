import type { Report } from "./report.js";

/** True unless both reports say their year and the other one is not of the year before. */
export function isYearBefore(previous: Report, report: Report): boolean {
  if (previous.reportYear === null || report.reportYear === null) return true;
  return previous.reportYear.value === report.reportYear.value - 1;
}
