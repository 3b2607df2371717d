import { readPackage } from "../../readers/screening/read-package.js";
import {
  CHANGES,
  COMMENTS,
  EMBEDDED,
  type RemovableContent,
  referencesTo,
  removableStretches,
  THUMBNAILS,
} from "../../readers/screening/removable.js";
import { UNUSED_TEXTS } from "../../readers/screening/workbook-passages.js";
import { xmlText } from "../../readers/xml/xml-tokens.js";
import { ZipArchive } from "../../readers/zip/zip-archive.js";
import "../native-machine.js";
import type { Removal } from "../../register/redaction/removal.js";
import { applyEdits } from "../../writers/masked-file/apply-edits.js";
import { writeArchive } from "../../writers/masked-file/write-archive.js";
import { finalEdit, type PieceEdit, passageEdits } from "./passage-edits.js";

/** What changes in a file. */
export interface Masking {
  readonly edits: ReadonlyMap<string, readonly PieceEdit[]>;
  readonly removals: ReadonlySet<Removal>;
}

const REMOVABLE: Readonly<Record<Exclude<Removal, "hidden">, RemovableContent>> = {
  comments: COMMENTS,
  changes: CHANGES,
  embedded: EMBEDDED,
  properties: THUMBNAILS,
};

/** An Office or OpenDocument file written anew with its edits made and what was to be taken out gone. */
export function maskedPackage(bytes: Uint8Array, masking: Masking): Uint8Array {
  const once = rewrite(bytes, masking);
  // Cells that were masked have texts of their own now; the shared texts they showed before must not stay behind.
  const unused = readPackage(once).passages.filter(({ holder }) => holder === UNUSED_TEXTS);
  return unused.length === 0 ? once : rewrite(once, { edits: passageEdits([], unused), removals: new Set() });
}

function rewrite(bytes: Uint8Array, { edits, removals }: Masking): Uint8Array {
  const archive = new ZipArchive(bytes);
  const contents = [...removals].flatMap((removal) => (removal === "hidden" ? [] : [REMOVABLE[removal]]));
  const removed = new Set(
    archive.entries.map(({ name }) => keyOf(name)).filter((key) => contents.some(({ entries }) => entries.test(key))),
  );
  const entries = new Map<string, Uint8Array>();
  for (const entry of archive.entries) {
    const key = keyOf(entry.name);
    if (removed.has(key) || removed.has(key.replace(/_rels\/([^/]+)\.rels$/, "$1"))) continue;
    const original = archive.read(entry);
    const changed = isXml(key) ? rewrittenXml(original, edits.get(entry.name) ?? [], contents, removed) : null;
    entries.set(entry.name, changed ?? original);
  }
  return writeArchive(entries);
}

function rewrittenXml(
  bytes: Uint8Array,
  edits: readonly PieceEdit[],
  contents: readonly RemovableContent[],
  removed: ReadonlySet<string>,
): Uint8Array | null {
  const isTouched = edits.length > 0 || contents.length > 0;
  if (!isTouched) return null;
  const text = xmlText(bytes);
  const gone = [...contents.flatMap((content) => removableStretches(text, content)), ...referencesTo(text, removed)];
  const all = [...edits.map((edit) => finalEdit(edit, text)), ...gone.map((stretch) => ({ ...stretch, text: "" }))];
  return all.length === 0 ? null : new TextEncoder().encode(applyEdits(text, all));
}

const keyOf = (name: string): string => name.replaceAll("\\", "/").replace(/^\//, "").toLowerCase();
const isXml = (key: string): boolean => /\.(?:xml|rels|vml)$/.test(key);
