import { escapeXml } from "../package/escape-xml.js";
import { officePackage, type PackagePart, type PackageProperties, relationshipsPart } from "../package/office-package.js";
import { FONT_TABLE, STYLE_SHEET } from "./word-styles.js";

const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

// GB/T 9704—2012, 5.2: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; 7.5: 页码 one line below it.
const PAGE =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>';

/** A Word document in the layout of official documents, of blocks of WordprocessingML (GB/T 9704—2012). */
export function wordDocument(blocks: readonly string[], properties: PackageProperties): Uint8Array {
  const name = "word/document.xml";
  const parts: PackagePart[] = [
    { name, contentType: `${TYPES}.document.main+xml`, xml: documentXml(blocks) },
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
  return officePackage(parts, properties);
}

function documentXml(blocks: readonly string[]): string {
  return `<w:document ${SPACES}><w:body>${blocks.join("")}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>${PAGE}</w:sectPr></w:body></w:document>`;
}

/** A paragraph of one style, with properties of its own where it needs them. */
export function wordParagraph(style: string, text: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${wordRun(text)}</w:p>`;
}

/** A paragraph of several lines. */
export function wordLines(style: string, lines: readonly string[], properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${lines.map((line) => wordRun(line)).join("<w:r><w:br/></w:r>")}</w:p>`;
}

/** Text with the properties of its run; nothing for no text. */
export function wordRun(text: string, properties = ""): string {
  if (text === "") return "";
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function footerXml(placing: string): string {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const dash = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>${placing}</w:pPr>${dash("— ")}${field}${dash(" —")}</w:p></w:ftr>`;
}
