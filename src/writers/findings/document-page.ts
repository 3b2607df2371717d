import type { Whereabouts } from "../../checks/finding.js";
import type { Block, Grid, GridCell, Paragraph, SourceDocument } from "../../document/document.js";
import { placeText } from "../../document/place.js";
import { basisText } from "../../findings/basis-text.js";
import type { ListedFinding } from "../../findings/check-report.js";
import { SEVERITY_NAMES } from "../../findings/checked-file.js";
import { whereaboutsText } from "../../findings/whereabouts-text.js";
import { cellAt, type Report, sectionOf } from "../../report/report.js";
import { escapeHtml } from "./html-escape.js";

/** A finding with the number it carries on the page. */
interface Numbered {
  readonly number: number;
  readonly finding: ListedFinding;
}

/** A stretch of a block's text that a finding is about. */
interface Mark extends Numbered {
  readonly start: number;
  readonly end: number;
}

interface PageContext {
  readonly report: Report;
  readonly document: SourceDocument;
  /** Keeps the ids of many documents on one page apart. */
  readonly prefix: string;
}

/**
 * The document's own text and tables as an html fragment, each finding beside the place it concerns.
 * What a web page has around the report is folded away.
 */
export function documentPage(context: PageContext, findings: readonly ListedFinding[]): string {
  const { document } = context;
  const numbered = findings.map((finding, index): Numbered => ({ number: index + 1, finding }));
  const byBlock = groupByBlock(context, numbered);
  const [first, last] = extentOf(context, byBlock);
  const rows = document.blocks.map((block, index) => blockRow(context, { block, index, findings: byBlock.get(index) ?? [] }));
  return [
    notesOf(byBlock.get(-1) ?? [], context, "没有固定位置的问题"),
    folded(rows.slice(0, first), "报告之前的页面内容"),
    ...rows.slice(first, last + 1),
    folded(rows.slice(last + 1), "报告之后的页面内容"),
  ].join("\n");
}

function groupByBlock(context: PageContext, numbered: readonly Numbered[]): ReadonlyMap<number, readonly Numbered[]> {
  const groups = new Map<number, Numbered[]>();
  for (const item of numbered) {
    const block = blockOf(context, item.finding.at);
    const group = groups.get(block);
    if (group) group.push(item);
    else groups.set(block, [item]);
  }
  return groups;
}

/** The block a finding stands in, -1 when it stands nowhere. A stretch of a passage over several blocks is looked for in each. */
function blockOf({ report, document }: PageContext, at: Whereabouts): number {
  switch (at.kind) {
    case "cell":
      return cellAt(report, at.address)?.origin.block ?? report.tables[at.address.table]?.block ?? -1;
    case "text": {
      const { passage } = at;
      const excerpt = passage.text.slice(at.start, at.end);
      for (let index = passage.block; index < passage.block + passage.blockCount; index++) {
        const block = document.blocks[index];
        if (block?.kind === "paragraph" && block.text.includes(excerpt)) return index;
      }
      return passage.block;
    }
    case "section":
      return sectionOf(report, at.section)?.heading.block ?? -1;
    case "table":
      return report.tables[at.table]?.block ?? -1;
    case "report":
      return -1;
    default:
      return at satisfies never;
  }
}

/** First and last block of the report itself. */
function extentOf({ report, document }: PageContext, byBlock: ReadonlyMap<number, unknown>): readonly [number, number] {
  const blocks = [
    ...(report.title ? [report.title.block] : []),
    ...[...report.preface, ...report.closing].map(({ block, blockCount }) => block + blockCount - 1),
    ...report.sections.flatMap(({ heading, paragraphs }) =>
      [heading, ...paragraphs].map(({ block, blockCount }) => block + blockCount - 1),
    ),
    ...Object.values(report.tables).flatMap((table) => [...table.cells.values()].map(({ origin }) => origin.block)),
    ...[...byBlock.keys()].filter((block) => block >= 0),
  ];
  if (blocks.length === 0) return [0, document.blocks.length - 1];
  return [blocks.reduce((a, b) => Math.min(a, b)), blocks.reduce((a, b) => Math.max(a, b))];
}

function folded(rows: readonly string[], label: string): string {
  const filled = rows.filter((row) => row !== "");
  return filled.length === 0
    ? ""
    : `<details class="chrome"><summary>${label}（${filled.length} 段）</summary>${filled.join("\n")}</details>`;
}

interface BlockWithFindings {
  readonly block: Block;
  readonly index: number;
  readonly findings: readonly Numbered[];
}

function blockRow(context: PageContext, { block, index, findings }: BlockWithFindings): string {
  const body = blockBody(context, { block, index, findings });
  if (body === "" && findings.length === 0) return "";
  const notes =
    findings.length === 0 ? "" : `<div class="margin">${findings.map((item) => noteCard(context, item)).join("")}</div>`;
  return `<div class="row" id="${context.prefix}-b${index}">${notes}<div class="paper">${body}</div></div>`;
}

function blockBody(context: PageContext, { block, index, findings }: BlockWithFindings): string {
  switch (block.kind) {
    case "paragraph":
      return paragraphHtml(context, { block, index, findings });
    case "grid":
      return gridHtml(context, block, findings);
    case "picture":
      return '<p class="picture">〔图片〕</p>';
    default:
      return block satisfies never;
  }
}

function paragraphHtml(
  { report, prefix }: PageContext,
  { block, index, findings }: BlockWithFindings & { readonly block: Paragraph },
): string {
  if (block.text.trim() === "") return "";
  const marks = findings.flatMap((item): Mark[] => {
    if (item.finding.at.kind !== "text") return [];
    const { passage, start, end } = item.finding.at;
    const offset = block.text.indexOf(passage.text);
    const from = offset >= 0 ? offset + start : block.text.indexOf(passage.text.slice(start, end));
    return from < 0 || end <= start ? [] : [{ ...item, start: from, end: from + end - start }];
  });
  const isTitle = report.title?.block === index;
  const isHeading = report.sections.some(({ heading }) => heading.block === index);
  const tag = isTitle ? "h3" : isHeading ? "h4" : "p";
  return `<${tag}>${markedText(block.text, marks, prefix)}</${tag}>`;
}

/** The text with its marks; where two overlap, the later one begins where the earlier ends. */
function markedText(text: string, marks: readonly Mark[], prefix: string): string {
  let html = "";
  let done = 0;
  for (const { start, end, number, finding } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, done);
    html += escapeHtml(text.slice(done, from));
    const words = escapeHtml(text.slice(from, Math.max(from, end)));
    html += `<mark class="${finding.severity}">${words}</mark>${reference(prefix, number, finding)}`;
    done = Math.max(done, end);
  }
  return html + escapeHtml(text.slice(done));
}

function reference(prefix: string, number: number, { severity }: ListedFinding): string {
  return `<sup><a class="ref ${severity}" href="#${prefix}-n${number}" aria-label="问题 ${number}">${number}</a></sup>`;
}

function gridHtml({ report, prefix }: PageContext, grid: Grid, findings: readonly Numbered[]): string {
  const rows: GridCell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) rows[cell.row]?.push(cell);
  const marked = new Map<string, Numbered[]>();
  for (const item of findings) {
    if (item.finding.at.kind !== "cell") continue;
    const origin = cellAt(report, item.finding.at.address)?.origin;
    if (!origin) continue;
    const key = `${origin.gridRow},${origin.gridColumn}`;
    marked.set(key, [...(marked.get(key) ?? []), item]);
  }
  const html = rows.map(
    (cells) => `<tr>${cells.map((cell) => cellHtml(cell, marked.get(`${cell.row},${cell.column}`) ?? [], prefix)).join("")}</tr>`,
  );
  return `<div class="table" role="group" aria-label="表格" tabindex="0"><table${grid.ragged ? ' class="ragged"' : ""}>${html.join("\n")}</table></div>`;
}

function cellHtml(cell: GridCell, findings: readonly Numbered[], prefix: string): string {
  const spans =
    (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "") + (cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : "");
  const worst = findings[0]?.finding.severity;
  const figure = /^[\s\d０-９.,，+\-－—/／%]*$/.test(cell.text) ? " figure" : "";
  const classes = `${worst ?? ""}${figure}`.trim();
  const references = findings.map(({ number, finding }) => reference(prefix, number, finding)).join("");
  return `<td${spans}${classes ? ` class="${classes}"` : ""}>${escapeHtml(cell.text.trim())}${references}</td>`;
}

function notesOf(findings: readonly Numbered[], context: PageContext, title: string): string {
  if (findings.length === 0) return "";
  return `<div class="general"><h3>${title}</h3>${findings.map((item) => noteCard(context, item)).join("")}</div>`;
}

function noteCard({ report, document, prefix }: PageContext, { number, finding }: Numbered): string {
  const { severity, where, place, message, basis, checkId, fingerprint, decision, related } = finding;
  const links = related.map((at) => {
    const block = blockOf({ report, document, prefix }, at);
    const words = escapeHtml(whereaboutsText(report, at));
    return block >= 0 ? `<a href="#${prefix}-b${block}">${words}</a>` : words;
  });
  return [
    `<article class="note ${severity}${decision ? " decided" : ""}" id="${prefix}-n${number}">`,
    `<p class="kind"><b>${number}</b> ${SEVERITY_NAMES[severity]}<span>${escapeHtml(place ? `${where}（${placeText(place)}）` : where)}</span></p>`,
    `<p>${escapeHtml(message)}</p>`,
    links.length > 0 ? `<p class="source">对照：${links.join("、")}</p>` : "",
    decision
      ? `<p class="decision">已${decision.decision === "waived" ? "豁免" : "确认"}：${escapeHtml(decision.reason)}</p>`
      : "",
    `<p class="source">${escapeHtml(basisText(basis))}<br><code>${escapeHtml(checkId)}</code> <code>${fingerprint}</code></p>`,
    "</article>",
  ].join("");
}
