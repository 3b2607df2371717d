import { SEVERITIES, type Severity } from "../../checks/finding.js";
import { type CheckedFile, type CheckedReport, SEVERITY_NAMES, tallyOf, tallyText } from "../../findings/checked-file.js";
import type { RunSummary } from "../../findings/run-count.js";
import { escapeHtml } from "./html-escape.js";
import type { Listing } from "./listing.js";
import { PAGE_STYLE } from "./page-style.js";

/** Findings as one html page that opens without a server: an index of the files, then each document with its findings in the margin. */
export function htmlListing(): Listing {
  const index: string[] = [];
  return {
    begin: () =>
      `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>年度报告检查结果</title>\n<style>${PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n`,
    file: (checked) => {
      const id = `f${index.length + 1}`;
      index.push(indexRow(checked, id));
      return checked.status === "read" ? reportSection(checked, id) : unreadableSection(checked, id);
    },
    overview: (summary) => overview(summary, index),
    end: () => "</main>\n</body>\n</html>\n",
  };
}

function overview(summary: RunSummary, index: readonly string[]): string {
  const { files, unreadable, withFindings, tally } = summary;
  const lead = `共 ${files} 个文件，${withFindings} 个有待处理的问题${unreadable > 0 ? `，${unreadable} 个无法读取` : ""}。${tallyText(tally)}。`;
  const filters = SEVERITIES.map(
    (severity) => `<label><input type="checkbox" id="show-${severity}" checked> ${SEVERITY_NAMES[severity]}</label>`,
  );
  return [
    '<div class="overview" id="top">',
    `<h1>政府信息公开工作年度报告检查结果</h1><p class="lead">${lead}</p>`,
    '<table class="index"><thead><tr><th>报告</th><th>年度</th><th class="wide">格式</th>',
    SEVERITIES.map((severity) => `<th>${SEVERITY_NAMES[severity]}</th>`).join(""),
    `</tr></thead><tbody>\n${index.join("\n")}\n</tbody></table>`,
    `<p class="filters">显示：${filters.join("")}</p>`,
    "</div>",
  ].join("");
}

function indexRow(checked: CheckedFile, id: string): string {
  if (checked.status === "unreadable") {
    return `<tr><td><a href="#${id}">${escapeHtml(checked.name)}</a></td><td colspan="5" class="error">无法读取（${checked.code}）</td></tr>`;
  }
  const { summary, findings, name } = checked;
  const tally = tallyOf(findings);
  const counts = SEVERITIES.map((severity) => countCell(severity, tally[severity])).join("");
  const label = summary.agency ?? summary.title ?? name;
  return `<tr><td><a href="#${id}">${escapeHtml(label)}</a><br><small class="zero">${escapeHtml(name)}</small></td><td>${summary.reportYear ?? "？"}</td><td class="wide">${escapeHtml(summary.formatName)}</td>${counts}</tr>`;
}

function countCell(severity: Severity, count: number): string {
  return `<td class="n ${count === 0 ? "zero" : severity}">${count}</td>`;
}

function reportSection({ summary, name, findings, notes, page }: CheckedReport, id: string): string {
  const what = [name, summary.reportYear === null ? "年度不详" : `${summary.reportYear} 年度`, summary.formatName]
    .map(escapeHtml)
    .join(" · ");
  const reading = notes.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join("");
  return [
    `<section class="report" id="${id}"><header>`,
    `<h2>${escapeHtml(summary.title ?? name)}</h2><p>${what} · ${tallyText(tallyOf(findings))}　<a class="top" href="#top">返回目录</a></p></header>`,
    reading ? `<ul class="reading" aria-label="读取说明">${reading}</ul>` : "",
    page === null ? '<p class="clean">没有发现问题。</p>' : page,
    "</section>\n",
  ].join("\n");
}

function unreadableSection({ name, code, message }: Extract<CheckedFile, { status: "unreadable" }>, id: string): string {
  return `<section class="report" id="${id}"><header><h2>${escapeHtml(name)}</h2></header><p class="unreadable">${escapeHtml(message)}（${code}）</p></section>\n`;
}
