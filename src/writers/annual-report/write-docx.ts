import { chineseDay } from "../../law/plain-date.js";
import { type ComposedReport, type ComposedSection, composedTables } from "../../report/composed-report.js";
import { escapeXml } from "../package/escape-xml.js";
import { officePackage, type PackagePart, relationshipsPart } from "../package/office-package.js";
import { FONT_TABLE, STYLE_SHEET, SUB_HEADING_RUN } from "./docx-styles.js";
import { docxTable } from "./docx-table.js";
import { printedTable } from "./printed-table.js";
import { subHeading } from "./sub-heading.js";
import { titleLines } from "./title-lines.js";

const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

// GB/T 9704—2012, 5.2: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 7.5: 页码 one line below it.
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>';

/** Writes the report as a Word document in the layout of official documents, by fonts that offices have (GB/T 9704—2012). */
export function writeDocx(report: ComposedReport): Uint8Array {
  const name = "word/document.xml";
  const parts: PackagePart[] = [
    { name, contentType: `${TYPES}.document.main+xml`, xml: documentXml(report) },
    { name: "word/styles.xml", contentType: `${TYPES}.styles+xml`, xml: STYLE_SHEET },
    { name: "word/fontTable.xml", contentType: `${TYPES}.fontTable+xml`, xml: FONT_TABLE },
    {
      name: "word/settings.xml",
      contentType: `${TYPES}.settings+xml`,
      xml: `<w:settings ${SPACES}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    },
    // 7.5: the number stands at the outer side, one character in.
    {
      name: "word/footer1.xml",
      contentType: `${TYPES}.footer+xml`,
      xml: footerXml('<w:ind w:rightChars="100" w:right="320"/><w:jc w:val="right"/>'),
    },
    {
      name: "word/footer2.xml",
      contentType: `${TYPES}.footer+xml`,
      xml: footerXml('<w:ind w:leftChars="100" w:left="320"/><w:jc w:val="left"/>'),
    },
    relationshipsPart(name, [
      ["footer", "footer1.xml"],
      ["footer", "footer2.xml"],
      ["styles", "styles.xml"],
      ["fontTable", "fontTable.xml"],
      ["settings", "settings.xml"],
    ]),
  ];
  return officePackage(parts, { title: report.title, creator: report.agency });
}

function documentXml(report: ComposedReport): string {
  const blocks = [
    `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${titleLines(report)
      .map((line) => run(line))
      .join("<w:r><w:br/></w:r>")}</w:p>`,
    ...report.preface.map(bodyParagraph),
    ...report.sections.flatMap((section) => sectionXml(report, section)),
    ...signOffXml(report),
    ...report.remarks.map(bodyParagraph),
  ];
  return `<w:document ${SPACES}><w:body>${blocks.join("")}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>${PAGE}</w:sectPr></w:body></w:document>`;
}

function sectionXml(report: ComposedReport, { id, heading, paragraphs, notes }: ComposedSection): string[] {
  const tables = composedTables(report).filter((table) => table === id);
  return [
    paragraph("Heading1", heading),
    ...paragraphs.map(bodyParagraph),
    ...tables.map((table) => docxTable(printedTable(report, table))),
    ...notes.map((text) => paragraph("TableNote", text)),
  ];
}

function signOffXml({ signOff }: ComposedReport): string[] {
  if (signOff === null) return [];
  const lines = [
    signOff.agency && paragraph("SignOff", signOff.agency),
    signOff.on && paragraph("SignedOn", chineseDay(signOff.on)),
  ];
  return [paragraph("BodyText", ""), ...lines.filter((line) => line !== null)];
}

function bodyParagraph(text: string): string {
  const heading = subHeading(text);
  if (heading === null) return paragraph("BodyText", text);
  if (heading.length === text.length && heading.level === 2) return paragraph("Heading2", text);
  const runs = [run(text.slice(0, heading.length), SUB_HEADING_RUN[heading.level]), run(text.slice(heading.length))];
  return `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>${runs.join("")}</w:p>`;
}

const paragraph = (style: string, text: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

const run = (text: string, properties = ""): string =>
  text === ""
    ? ""
    : `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

function footerXml(placing: string): string {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const dash = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>${placing}</w:pPr>${dash("— ")}${field}${dash(" —")}</w:p></w:ftr>`;
}
