import { lastClause, type Statement } from "./narrative.js";
import type { Report } from "./report.js";

// The report of a government covers its whole area, that of a department itself alone (条例第四十九条、第五十条).
const NARROWER_THAN_AREA =
  /政府办|办公室|办公厅|本级|机关本部|局机关|代表|[省市县区镇]政府|备案|部门|窗口|司法|法制|信访局|平台受理|我办|我室|本办/;
const OTHER_THAN_DEPARTMENT =
  /政府办|代表|本级|全[省市县区州旗]|系统|备案|下属|所属|直属|分局|各(?:区|县|市|镇|乡|街道|部门|单位|科|股|所|队|站|处)|办公室|窗口|平台受理|司法/;

interface Reporter {
  /** The names the report has for its agency, longest first. */
  readonly names: readonly string[];
  readonly isGovernment: boolean;
}

const known = new WeakMap<Report, Reporter>();

/** Who reports. Worked out once a report. */
function reporterOf(report: Report): Reporter {
  const ready = known.get(report);
  if (ready) return ready;
  const names = [report.agency.title, report.agency.body, report.agency.signOff]
    .flatMap((told) => (told ? [told.value] : []))
    .sort((one, other) => other.length - one.length);
  const isGovernment = names.some((name) => /人民政府|政府办公|管理委员会|管委会|政府$/.test(name));
  const reporter = { names, isGovernment };
  known.set(report, reporter);
  return reporter;
}

/** True for a government, or the office that reports for it. */
export function isGovernmentReport(report: Report): boolean {
  return reporterOf(report).isGovernment;
}

/** True when the words around a figure may mean another scope than the table, or were read by a machine: then only a person can tell. */
export function hasOpenScope(
  report: Report,
  statement: Statement,
  { label, before }: { label: string; before: string },
): boolean {
  if (report.source.kind === "scan") return true;
  const clause = lastClause(before, ";。");
  const words = reporterOf(report).names.reduce(
    (text, name) => text.replaceAll(name, ""),
    `${clause}${clause.endsWith(label) ? "" : label}`,
  );
  if (/备案|审理|受理行政复议|办理行政复议/.test(statement.text)) return true;
  return (isGovernmentReport(report) ? NARROWER_THAN_AREA : OTHER_THAN_DEPARTMENT).test(words);
}
