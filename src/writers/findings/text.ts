import type { Severity } from "../../checks/finding.js";
import { placeText } from "../../document/place.js";
import { basisText } from "../../findings/basis-text.js";
import type { ListedFinding } from "../../findings/check-report.js";
import { type CheckedFile, SEVERITY_NAMES, tallyOf, tallyText } from "../../findings/checked-file.js";
import type { RunSummary } from "../../findings/run-count.js";
import { cutTo, type Dress } from "../terminal.js";
import type { Listing } from "./listing.js";

/** Findings for a terminal: a line for the file, then what is wrong, where, with the words of the document and the source in law. */
export function textListing(dress: Dress): Listing {
  return {
    begin: () => "",
    file: (checked) => `${fileLines(checked, dress).join("\n")}\n\n`,
    end: (summary) => `${summaryText(summary, dress)}\n`,
  };
}

function fileLines(checked: CheckedFile, dress: Dress): string[] {
  if (checked.status === "unreadable") {
    return [`${dress.bold(checked.name)}　${dress.red(`无法读取（${checked.code}）`)}`, `  ${checked.message}`];
  }
  const { name, summary, findings, notes } = checked;
  const what = [summary.agency ?? "机关不详", summary.reportYear ?? "年度不详", summary.formatName].join("，");
  const lines = [`${dress.bold(name)}　${dress.dim(what)}　${tallyText(tallyOf(findings))}`];
  for (const finding of findings) lines.push(...findingLines(finding, dress));
  for (const { message, place } of notes) {
    lines.push(dress.dim(`  读取说明　${message}${place ? `（${placeText(place)}）` : ""}`));
  }
  return lines;
}

function findingLines(finding: ListedFinding, dress: Dress): string[] {
  const { severity, where, place, message, excerpt, checkId, fingerprint, basis, decision } = finding;
  const at = place ? `${where}（${placeText(place)}）` : where;
  const lines = [`  ${colourOf(severity, dress)(SEVERITY_NAMES[severity])}　${at}`, `    ${message}`];
  const quoted = excerpt.replace(/\s+/g, " ").trim();
  if (finding.at.kind === "text" && quoted !== "") lines.push(dress.dim(`    原文：${cutTo(quoted, 96)}`));
  lines.push(dress.dim(`    依据：${basisText(basis)}　${checkId}　${fingerprint}`));
  if (decision)
    lines.push(
      dress.green(
        `    已${decision.decision === "waived" ? "豁免" : "确认"}：${decision.reason}${decision.by ? `（${decision.by}）` : ""}`,
      ),
    );
  return lines;
}

function colourOf(severity: Severity, dress: Dress): (text: string) => string {
  return { error: dress.red, warning: dress.yellow, question: dress.cyan }[severity];
}

/** 「共 5 个文件：3 个有问题，错误 4 · 警告 8」 */
export function summaryText({ files, unreadable, withFindings, tally }: RunSummary, dress: Dress): string {
  const failed = unreadable > 0 ? `，${dress.red(`${unreadable} 个无法读取`)}` : "";
  const found = withFindings > 0 ? `${withFindings} 个有待处理的问题，${tallyText(tally)}` : "没有发现问题";
  return dress.bold(`共 ${files} 个文件：${found}${failed}`);
}
