import { isAppError } from "../../errors.js";
import { Vocabulary } from "../xml/vocabulary.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import type { ZipArchive } from "../zip/zip-archive.js";

const PROPERTIES = new Vocabulary({
  namespaces: {
    dc: ["http://purl.org/dc/elements/1.1/"],
    dcterms: ["http://purl.org/dc/terms/"],
    cp: [
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
      "http://purl.oclc.org/ooxml/package/metadata/core-properties",
    ],
    ep: [
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
    ],
  },
  elements: [
    "dc:title",
    "dc:subject",
    "dc:creator",
    "dc:description",
    "dcterms:created",
    "dcterms:modified",
    "cp:lastModifiedBy",
    "cp:keywords",
    "ep:Application",
    "ep:Company",
  ],
  attributes: [],
});

/** What an Office package says of itself: title, creator, created, modified, application … Nothing when it cannot be read. */
export function coreProperties(archive: ZipArchive): Map<string, string> {
  const metadata = new Map<string, string>();
  for (const part of ["docProps/core.xml", "docProps/app.xml"]) {
    try {
      const bytes = archive.find(part);
      if (bytes) addProperties(bytes, metadata);
    } catch (error) {
      // The text does not depend on them: a report is not refused for a damaged author.
      if (!isAppError(error)) throw error;
    }
  }
  return metadata;
}

function addProperties(bytes: Uint8Array, metadata: Map<string, string>): void {
  const scanner = new XmlScanner(bytes, PROPERTIES);
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start" || scanner.name === "") continue;
    const local = scanner.name.slice(scanner.name.indexOf(":") + 1);
    const text = scanner.elementText().trim();
    if (text !== "") metadata.set(local.charAt(0).toLowerCase() + local.slice(1), text);
  }
}
