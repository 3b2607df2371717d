import type { Finding, Whereabouts } from "../checks/finding.js";
import { recognisable } from "../document/normalise.js";
import { cellKey, type Report } from "../report/report.js";

/**
 * Sixteen hexadecimal digits that stay the same when the same fault is found again in the same report, whatever file
 * format it came in and wherever its paragraph has moved. A different figure is a different fault.
 */
export function fingerprintOf(report: Report, finding: Finding): string {
  const facts = Object.keys(finding.data)
    .sort()
    .map((name) => `${name}=${recognisable(String(finding.data[name]))}`);
  return hashOf([identityOf(report), finding.checkId, finding.messageId, whereKey(finding.at), ...facts].join("\n"));
}

function identityOf(report: Report): string {
  const agency = report.agency.title ?? report.agency.body ?? report.agency.signOff;
  const name = agency ? recognisable(agency.value) : (report.source.name.split(/[\\/]/).at(-1) ?? "");
  return `${name}|${report.reportYear?.value ?? ""}`;
}

function whereKey(at: Whereabouts): string {
  switch (at.kind) {
    case "cell":
      return `${at.address.table}|${cellKey(at.address.row, at.address.column)}`;
    case "text":
      return recognisable(at.passage.text.slice(at.start, at.end));
    case "section":
      return at.section;
    case "table":
      return at.table;
    case "report":
      return "";
    default:
      return at satisfies never;
  }
}

/** FNV-1a in two 32-bit lanes: stable over platforms, no cryptography needed to tell findings of one report apart. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (index & 0xff), 0x01000193);
  }
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, "0");
  return hex(high) + hex(low);
}
