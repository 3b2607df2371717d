import type { ComposedReport } from "../../report/composed-report.js";

const FULL_LINE = 20; // 156 mm hold twenty characters of 22 pt

/** The title on one line, or divided where its meaning divides, after the name of the agency (GB/T 9704—2012, 7.3.1: 词意完整). */
export function titleLines({ title, agency }: Pick<ComposedReport, "title" | "agency">): string[] {
  const rest = title.slice(agency.length);
  const isDivided = title.length > FULL_LINE && agency !== "" && title.startsWith(agency) && /^\d{4}年/.test(rest);
  return isDivided ? [agency, rest] : [title];
}
