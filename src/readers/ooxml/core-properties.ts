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

/** The keys of the metadata, the same in every reader of office files. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ["dc:title", "title"],
  ["dc:subject", "subject"],
  ["dc:creator", "author"],
  ["dc:description", "description"],
  ["dcterms:created", "created"],
  ["dcterms:modified", "modified"],
  ["cp:lastModifiedBy", "lastAuthor"],
  ["cp:keywords", "keywords"],
  ["ep:Application", "application"],
  ["ep:Company", "company"],
]);

/** What an Office package says of itself: title, author, created, modified, application … Nothing when it cannot be read. */
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
    const key = event === "start" ? KEYS.get(scanner.name) : undefined;
    if (key === undefined) continue;
    const text = scanner.elementText().trim();
    if (text !== "") metadata.set(key, text);
  }
}
