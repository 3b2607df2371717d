import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, type ComposedSection, composedTables } from "../../report/composed-report.js";
import { wordDocument, wordLines, wordParagraph, wordRun } from "../office-document/word-document.js";
import { SUB_HEADING_RUN } from "../office-document/word-styles.js";
import { docxTable } from "./docx-table.js";
import { printedTable } from "./printed-table.js";
import { subHeading } from "./sub-heading.js";
import { titleLines } from "./title-lines.js";

/** Writes the report as a Word document in the layout of official documents, by fonts that offices have (GB/T 9704—2012). */
export function writeDocx(report: ComposedReport): Uint8Array {
  const blocks = [
    wordLines("Title", titleLines(report)),
    ...report.preface.map(bodyParagraph),
    ...report.sections.flatMap((section) => sectionXml(report, section)),
    ...signOffXml(report),
    ...report.remarks.map(bodyParagraph),
  ];
  return wordDocument(blocks, { title: report.title, creator: report.agency });
}

function sectionXml(report: ComposedReport, { id, heading, paragraphs, notes }: ComposedSection): string[] {
  const tables = composedTables(report).filter((table) => table === id);
  return [
    wordParagraph("Heading1", heading),
    ...paragraphs.map(bodyParagraph),
    ...tables.map((table) => docxTable(printedTable(report, table))),
    ...notes.map((text) => wordParagraph("TableNote", text)),
  ];
}

function signOffXml({ signOff }: ComposedReport): string[] {
  if (signOff === null) return [];
  const lines = [
    signOff.agency && wordParagraph("SignOff", signOff.agency),
    signOff.on && wordParagraph("SignedOn", chineseDay(signOff.on)),
  ];
  return [wordParagraph("BodyText", ""), ...lines.filter((line) => line !== null)];
}

function bodyParagraph(text: string): string {
  const heading = subHeading(text);
  if (heading === null) return wordParagraph("BodyText", text);
  if (heading.length === text.length && heading.level === 2) return wordParagraph("Heading2", text);
  const runs = [wordRun(text.slice(0, heading.length), SUB_HEADING_RUN[heading.level]), wordRun(text.slice(heading.length))];
  return `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>${runs.join("")}</w:p>`;
}
