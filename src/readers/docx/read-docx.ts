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
 * left out with a note, automatic numbers are written out, footnotes and comments are no part of the text. The forms of Word
 * and WPS that keep a document in one XML file (Word 2003 XML, flat OPC) are read too.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  if (isXml(bytes)) return readFlat(bytes);
  const archive = new ZipArchive(bytes);
  const main = mainPartOf(archive, "word/document.xml");
  const load = (type: string, usual: string): Uint8Array | null => {
    const part = relationshipsOf(archive, main).find((relationship) => relationship.type === type)?.target;
    return archive.find(part ?? usual);
  };
  const { blocks, notes } = readWordBody(archive.require(main), {
    styles: new Styles(() => load("styles", "word/styles.xml")),
    lists: new ListLabels(() => load("numbering", "word/numbering.xml")),
  });
  return { kind: "docx", blocks, notes, metadata: coreProperties(archive) };
}

/** Everything stands in the one file: styles and lists are looked for in it when a paragraph asks. */
function readFlat(bytes: Uint8Array): SourceDocument {
  const lookups = { styles: new Styles(() => bytes), lists: new ListLabels(() => bytes) };
  return { kind: "docx", ...readWordBody(bytes, lookups), metadata: new Map() };
}

/** An XML document begins with "<", after a byte order mark perhaps; an archive does not. */
function isXml(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return fourth === 0x3c;
  return first === 0x3c || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function readWordBody(part: Uint8Array, lookups: Pick<Story, "styles" | "lists">): Pick<SourceDocument, "blocks" | "notes"> {
  const scanner = new XmlScanner(part, WORD);
  const story: Story = { scanner, cells: 0, deletions: 0, embedded: 0, chosen: [], readItems, ...lookups };
  let items: TreeItem[] | null = null;
  for (let event = scanner.next(); event !== "eof"; event = scanner.next()) {
    if (event === "start" && scanner.name === "w:body" && !items) items = readItems(story);
  }
  if (!items) throw new AppError("FILE_DAMAGED", { detail: "没有正文" });
  const notes: Note[] = [];
  if (story.deletions > 0) notes.push(note("deletedTextSkipped", { count: story.deletions }));
  if (story.embedded > 0) notes.push(note("unreadPart", { what: "嵌入的其他格式文档" }));
  return { blocks: blocksOf(items), notes };
}
