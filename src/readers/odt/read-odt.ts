import type { SourceDocument } from "../../document/document.js";
import { note } from "../../document/note.js";
import { AppError, isAppError } from "../../errors.js";
import { blocksOf, type TreeItem } from "../table-tree.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import { ZipArchive } from "../zip/zip-archive.js";
import { ListCounters } from "./list-counters.js";
import { ODT, type OdtScanner } from "./odt-names.js";
import type { OdtStory } from "./odt-story.js";
import { OdtStyles } from "./odt-styles.js";
import { readItems } from "./read-text.js";

/** Reads an OpenDocument text (ISO/IEC 26300) as it is seen: deleted text, notes and comments are left out. */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const archive = new ZipArchive(bytes);
  refuseEncrypted(archive);
  const styles = new OdtStyles(() => archive.find("styles.xml"));
  const scanner: OdtScanner = new XmlScanner(archive.require("content.xml"), ODT);
  const story: OdtStory = { scanner, styles, lists: new ListCounters(styles), deletions: 0, insertions: 0, cells: 0 };
  let items: TreeItem[] | null = null;
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event !== "start") continue;
    if (scanner.name === "office:text" && !items) items = readItems(story);
    else styles.take(scanner);
  }
  if (!items) throw new AppError("FILE_DAMAGED", { detail: "没有正文" });
  const notes = story.deletions > 0 ? [note("deletedTextSkipped", { count: story.deletions })] : [];
  return { kind: "odt", blocks: blocksOf(items), notes, metadata: properties(archive) };
}

/** With a password every part is ciphertext; the manifest alone says so (ISO/IEC 26300-3, 4.8). */
function refuseEncrypted(archive: ZipArchive): void {
  const manifest = archive.find("META-INF/manifest.xml");
  if (!manifest) return;
  const scanner: OdtScanner = new XmlScanner(manifest, ODT);
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event === "start" && scanner.name === "manifest:encryption-data") throw new AppError("FILE_PROTECTED", {});
  }
}

const PROPERTY_KEYS: ReadonlyMap<string, string> = new Map([
  ["dc:title", "title"],
  ["dc:subject", "subject"],
  ["dc:description", "description"],
  ["dc:creator", "lastAuthor"],
  ["dc:date", "modified"],
  ["meta:initial-creator", "author"],
  ["meta:creation-date", "created"],
  ["meta:generator", "application"],
]);

function properties(archive: ZipArchive): Map<string, string> {
  const metadata = new Map<string, string>();
  try {
    const part = archive.find("meta.xml");
    if (!part) return metadata;
    const scanner: OdtScanner = new XmlScanner(part, ODT);
    for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
      const key = event === "start" ? PROPERTY_KEYS.get(scanner.name) : undefined;
      if (key === undefined) continue;
      const text = scanner.elementText().trim();
      if (text !== "") metadata.set(key, text);
    }
  } catch (error) {
    // The text does not depend on them.
    if (!isAppError(error)) throw error;
  }
  return metadata;
}
