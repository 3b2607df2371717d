import { Vocabulary } from "../xml/vocabulary.js";
import type { XmlScanner } from "../xml/xml-scanner.js";

/** The elements and attributes of SpreadsheetML that matter for text and tables (ISO/IEC 29500-1, 18). */
export const SHEET = new Vocabulary({
  namespaces: {
    x: ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"],
    r: [
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ],
  },
  elements: [
    "x:workbookPr",
    "x:sheet",
    "x:col",
    "x:row",
    "x:c",
    "x:f",
    "x:v",
    "x:is",
    "x:t",
    "x:rPh",
    "x:si",
    "x:mergeCell",
    "x:drawing",
    "x:numFmt",
    "x:border",
    "x:left",
    "x:right",
    "x:top",
    "x:bottom",
    "x:cellXfs",
    "x:xf",
  ],
  attributes: [
    "name",
    "state",
    "hidden",
    "min",
    "max",
    "r:id",
    "r",
    "s",
    "t",
    "ref",
    "date1904",
    "numFmtId",
    "formatCode",
    "borderId",
    "style",
  ],
});

export type SheetScanner =
  typeof SHEET extends Vocabulary<infer Element, infer Attribute> ? XmlScanner<Element, Attribute> : never;
