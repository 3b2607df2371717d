import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

/** A zip archive of some texts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])),
  );
}

/** The document part of a Word file round the XML of its body. */
export function wordDocumentXml(body: string): string {
  const namespaces = [
    `xmlns:w="${W}"`,
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces.join(" ")}><w:body>${body}</w:body></w:document>`;
}

/** A Word file with this body, and what else is given of styles, numbering and other parts. */
export function wordFile(
  body: string,
  more: { styles?: string; numbering?: string; parts?: Record<string, string> } = {},
): Uint8Array {
  return zipOf({
    "word/document.xml": wordDocumentXml(body),
    ...(more.styles === undefined ? {} : { "word/styles.xml": `<w:styles xmlns:w="${W}">${more.styles}</w:styles>` }),
    ...(more.numbering === undefined
      ? {}
      : { "word/numbering.xml": `<w:numbering xmlns:w="${W}">${more.numbering}</w:numbering>` }),
    ...more.parts,
  });
}

/** An OpenDocument text with this body. */
export function odtFile(
  body: string,
  more: { automaticStyles?: string; styles?: string; parts?: Record<string, string> } = {},
): Uint8Array {
  const namespaces = ["office", "text", "table", "style"].map((name) => `xmlns:${name}="${OASIS}${name}:1.0"`);
  namespaces.push(
    `xmlns:draw="${OASIS}drawing:1.0"`,
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  );
  const root = namespaces.join(" ");
  return zipOf({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${root}><office:automatic-styles>${more.automaticStyles ?? ""}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    "styles.xml": `<office:document-styles ${root}><office:styles>${more.styles ?? ""}</office:styles></office:document-styles>`,
    ...more.parts,
  });
}

/** One sheet of a workbook: what stands inside its x:worksheet element, without prefixes. */
export interface SheetSpec {
  readonly name: string;
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
}

/** A workbook with these sheets. */
export function workbookFile(
  sheets: readonly SheetSpec[],
  more: { styles?: string; strings?: string; workbookPr?: string } = {},
): Uint8Array {
  const parts: Record<string, string> = {};
  const relationships: string[] = [];
  const list = sheets.map(({ name, xml, state }, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${X}">${xml}</worksheet>`;
    relationships.push(`<Relationship Id="rId${index + 1}" Type="${R}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ""}/>`;
  });
  if (more.styles !== undefined) {
    parts["xl/styles.xml"] = `<styleSheet xmlns="${X}">${more.styles}</styleSheet>`;
    relationships.push(`<Relationship Id="styles" Type="${R}/styles" Target="styles.xml"/>`);
  }
  if (more.strings !== undefined) {
    parts["xl/sharedStrings.xml"] = `<sst xmlns="${X}">${more.strings}</sst>`;
    relationships.push(`<Relationship Id="strings" Type="${R}/sharedStrings" Target="/xl/sharedStrings.xml"/>`);
  }
  return zipOf({
    "xl/workbook.xml": `<workbook xmlns="${X}" xmlns:r="${R}">${more.workbookPr ?? ""}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}">${relationships.join("")}</Relationships>`,
    ...parts,
  });
}
