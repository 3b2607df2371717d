import type { SourceDocument } from "../../document/document.js";
import { type Note, note } from "../../document/note.js";
import { AppError } from "../../errors.js";
import { coreProperties } from "../ooxml/core-properties.js";
import { mainPartOf, relationshipsOf } from "../ooxml/office-package.js";
import { blocksOf, type TreeItem } from "../table-tree.js";
import { XmlScanner } from "../xml/xml-scanner.js";
import { ZipArchive } from "../zip/zip-archive.js";
import { ListLabels } from "./list-labels.js";
import { readItems } from "./read-items.js";
import type { Story } from "./story.js";
import { Styles } from "./styles.js";
import { WORD } from "./word-names.js";

/**
 * Reads a Word document (ISO/IEC 29500, strict or transitional) as it is seen with all changes accepted: deleted text is
 * left out with a note, automatic numbers are written out, footnotes and comments are no part of the text.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const archive = new ZipArchive(bytes);
  const main = mainPartOf(archive, "word/document.xml");
  const load = (type: string, usual: string): Uint8Array | null => {
    const part = relationshipsOf(archive, main).find((relationship) => relationship.type === type)?.target;
    return archive.find(part ?? usual);
  };
  const { items, notes } = readWordBody(archive.require(main), {
    styles: new Styles(() => load("styles", "word/styles.xml")),
    lists: new ListLabels(() => load("numbering", "word/numbering.xml")),
  });
  return { kind: "docx", blocks: blocksOf(items), notes, metadata: coreProperties(archive) };
}

function readWordBody(part: Uint8Array, lookups: Pick<Story, "styles" | "lists">): { items: TreeItem[]; notes: Note[] } {
  const scanner = new XmlScanner(part, WORD);
  const story: Story = { scanner, cells: 0, deletions: 0, chosen: [], readItems, ...lookups };
  let items: TreeItem[] | null = null;
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event === "start" && scanner.name === "w:body" && !items) items = readItems(story);
  }
  if (!items) throw new AppError("FILE_DAMAGED", { detail: "没有正文" });
  return { items, notes: story.deletions > 0 ? [note("deletedTextSkipped", { count: story.deletions })] : [] };
}
