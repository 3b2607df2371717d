import type { FileKind, SourceDocument } from "../document/document.js";
import { note } from "../document/note.js";

/** The kinds a file name promises. wps may be Word 97 or Word 2007 inside. */
const PROMISED: ReadonlyMap<string, readonly FileKind[]> = new Map([
  [".docx", ["docx"]],
  [".doc", ["doc"]],
  [".wps", ["doc", "docx"]],
  [".odt", ["odt"]],
  [".pdf", ["pdf", "scan"]],
  [".html", ["html"]],
  [".htm", ["html"]],
  [".txt", ["text"]],
  [".md", ["text"]],
  [".xlsx", ["xlsx"]],
]);

/** The document with a note when it is of another kind than the name of its file says. */
export function withNoteOnName(document: SourceDocument, name: string): SourceDocument {
  const extension = /[^/\\](\.[^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const promised = PROMISED.get(extension);
  if (!promised || promised.includes(document.kind)) return document;
  return { ...document, notes: [...document.notes, note("kindDiffersFromName", { named: extension, actual: document.kind })] };
}
