import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, type ComposedSection, composedTables } from "../../report/composed-report.js";
import { escapeXml } from "../package/escape-xml.js";
import { htmlTable } from "./html-table.js";
import { PAGE_STYLE } from "./page-style.js";
import { printedTable } from "./printed-table.js";
import { metaTags, type Publication } from "./publication.js";
import { subHeading } from "./sub-heading.js";

/** Writes the report as one page of HTML without scripts and without anything from elsewhere. */
export function writeHtml(report: ComposedReport, publication: Publication = {}): Uint8Array {
  const { title, agency } = report;
  const tags = metaTags({ title, source: agency }, publication);
  return new TextEncoder().encode(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
${tags.map(([name, content]) => `<meta name="${name}" content="${escapeXml(content)}">`).join("\n")}
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<article>
${reportArticle(report)}
</article>
</main>
</body>
</html>
`);
}

/** The report as the content of an article, for this page and for any other that shows it: headings from h1 down, tables with scopes. */
export function reportArticle(report: ComposedReport): string {
  const { title, preface, sections, signOff, remarks } = report;
  return [
    `<h1>${escapeXml(title)}</h1>`,
    ...preface.map(paragraph),
    ...sections.flatMap((section) => sectionHtml(report, section)),
    ...(signOff?.agency ? [`<p class="sign">${escapeXml(signOff.agency)}</p>`] : []),
    ...(signOff?.on ? [`<p class="date"><time datetime="${signOff.on}">${chineseDay(signOff.on)}</time></p>`] : []),
    ...remarks.map(paragraph),
  ].join("\n");
}

function sectionHtml(report: ComposedReport, { id, heading, paragraphs, notes }: ComposedSection): string[] {
  const tables = composedTables(report).filter((table) => table === id);
  return [
    `<h2>${escapeXml(heading)}</h2>`,
    ...paragraphs.map(paragraph),
    ...tables.map((table) => htmlTable(printedTable(report, table))),
    ...notes.map(paragraph),
  ];
}

function paragraph(text: string): string {
  const heading = subHeading(text);
  const isAlone = heading?.level === 2 && heading.length === text.length;
  return isAlone ? `<h3>${escapeXml(text)}</h3>` : `<p>${escapeXml(text)}</p>`;
}
