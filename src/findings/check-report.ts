import type { Check } from "../checks/define-check.js";
import type { Finding, Whereabouts } from "../checks/finding.js";
import { CHECKS } from "../checks/index.js";
import type { Place } from "../document/place.js";
import type { Report } from "../report/report.js";
import { fingerprintOf } from "./fingerprint.js";
import { type Decision, NO_WAIVERS, type Waivers } from "./waivers.js";
import { whereaboutsPlace, whereaboutsText } from "./whereabouts-text.js";

/** A finding as it is listed: with its place in words, the words it is about, its fingerprint and what was decided on it. */
export interface ListedFinding extends Finding {
  readonly fingerprint: string;
  readonly where: string;
  readonly place: Place | null;
  /** The stretch of text the finding is about, or the raw text of its cell. */
  readonly excerpt: string;
  readonly decision: Decision | null;
}

export interface CheckOptions {
  /** Last year's report of the same agency. */
  readonly previous?: Report | null;
  readonly waivers?: Waivers;
  /** The checks to run; all by default. */
  readonly checks?: readonly Check[];
}

/**
 * Every fault a careful auditor would find in a report, in the order of the document. Pure: the same report gives the same list.
 * A finding a person has decided on stays in the list with its decision.
 */
export function checkReport(
  report: Report,
  { previous = null, waivers = NO_WAIVERS, checks = CHECKS }: CheckOptions = {},
): ListedFinding[] {
  const found = checks.flatMap((check) => [...check.run(report, { previous })]);
  const listed = found.map((finding): ListedFinding => {
    const fingerprint = fingerprintOf(report, finding);
    return {
      ...finding,
      fingerprint,
      where: whereaboutsText(report, finding.at),
      place: whereaboutsPlace(report, finding.at),
      excerpt: excerptOf(report, finding.at),
      decision: waivers.get(fingerprint) ?? null,
    };
  });
  return inDocumentOrder(report, withoutRepeats(listed));
}

function withoutRepeats(findings: readonly ListedFinding[]): ListedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}

function inDocumentOrder(report: Report, findings: readonly ListedFinding[]): ListedFinding[] {
  const keyed = findings.map((finding) => ({ finding, key: orderKey(report, finding.at) }));
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2]);
  return keyed.map(({ finding }) => finding);
}

/** Block, then row, then column or offset. What stands nowhere comes first, as a reader would be told it first. */
function orderKey(report: Report, at: Whereabouts): readonly [number, number, number] {
  switch (at.kind) {
    case "cell": {
      const origin = report.tables[at.address.table]?.cells.get(`${at.address.row}|${at.address.column}`)?.origin;
      return origin ? [origin.block, origin.gridRow, origin.gridColumn] : [report.tables[at.address.table]?.block ?? -1, -1, 0];
    }
    case "text":
      return [at.passage.block, 0, at.start];
    case "section":
      return [report.sections.find((section) => section.id === at.section)?.heading.block ?? -1, 0, 0];
    case "table":
      return [report.tables[at.table]?.block ?? -1, -1, 0];
    case "report":
      return [-1, 0, 0];
    default:
      return at satisfies never;
  }
}

function excerptOf(report: Report, at: Whereabouts): string {
  if (at.kind === "text") return at.passage.text.slice(at.start, at.end);
  if (at.kind !== "cell") return "";
  return report.tables[at.address.table]?.cells.get(`${at.address.row}|${at.address.column}`)?.raw ?? "";
}
