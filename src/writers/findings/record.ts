import { placeText } from "../../document/place.js";
import { basisText } from "../../findings/basis-text.js";
import type { ListedFinding } from "../../findings/check-report.js";
import type { CheckedFile } from "../../findings/checked-file.js";
import { SEVERITY_NAMES } from "../../findings/checked-file.js";

/** A finding as plain JSON: the open schema of `--format json`. */
function findingRecord(finding: ListedFinding): Record<string, unknown> {
  const { checkId, messageId, severity, message, where, place, at, excerpt, data, basis, fingerprint, decision } = finding;
  return {
    fingerprint,
    check: checkId,
    message_id: messageId,
    severity,
    message,
    where,
    place: place && { ...place, text: placeText(place) },
    ...(at.kind === "cell" && { cell: at.address }),
    ...(at.kind === "section" && { section: at.section }),
    ...(at.kind === "text" && { span: { start: at.start, end: at.end, passage: at.passage.text } }),
    excerpt,
    data,
    basis,
    decision,
  };
}

/** A checked file as plain JSON. */
export function fileRecord(checked: CheckedFile): Record<string, unknown> {
  if (checked.status === "unreadable") {
    return { file: checked.name, status: "unreadable", error: { code: checked.code, message: checked.message } };
  }
  const { name, summary, findings, notes } = checked;
  return {
    file: name,
    status: "read",
    kind: summary.kind,
    format: summary.format,
    title: summary.title,
    agency: summary.agency,
    report_year: summary.reportYear,
    findings: findings.map(findingRecord),
    notes,
  };
}

/** The columns of the csv and the workbook, in order. */
export const TABLE_HEAD = [
  "文件",
  "机关",
  "年度",
  "严重程度",
  "位置",
  "文件中的位置",
  "问题",
  "原文",
  "依据",
  "检查编号",
  "指纹",
  "处理",
  "理由",
] as const;

/** The rows of a checked file under TABLE_HEAD; a file that could not be read is one row with its error. */
export function tableRows(checked: CheckedFile): string[][] {
  if (checked.status === "unreadable") {
    return [[checked.name, "", "", "无法读取", "", "", checked.message, "", "", checked.code, "", "", ""]];
  }
  const { name, summary, findings } = checked;
  return findings.map(({ severity, where, place, message, excerpt, basis, checkId, fingerprint, decision }) => [
    name,
    summary.agency ?? "",
    summary.reportYear === null ? "" : String(summary.reportYear),
    SEVERITY_NAMES[severity],
    where,
    place ? placeText(place) : "",
    message,
    excerpt.replace(/\s+/g, " ").trim().slice(0, 500),
    basisText(basis),
    checkId,
    fingerprint,
    decision ? { accepted: "已确认", waived: "已豁免" }[decision.decision] : "",
    decision?.reason ?? "",
  ]);
}
