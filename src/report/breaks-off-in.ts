import type { Report, Section } from "./report.js";

/** The section a text breaks off in, or null when it runs to its end: what would come later is not missing one by one. */
export function breaksOffIn(report: Report): Section | null {
  const last = report.sections.at(-1);
  if (!last || report.closing.length > 0 || last.id === null || last.id === "other" || last.id === "problems") return null;
  return last;
}
