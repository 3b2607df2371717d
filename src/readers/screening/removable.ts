import { attributesOf, xmlTokens } from "../xml/xml-tokens.js";

/** A stretch of an entry that goes. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How one kind of content stands in a file: elements that go with all they hold, tags that go without it, entries that go as a whole. */
export interface RemovableContent {
  readonly elements: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly entries: RegExp;
}

const NONE: ReadonlySet<string> = new Set();

/** Comments of Word, of workbooks, of OpenDocument (office:annotation). */
export const COMMENTS: RemovableContent = {
  elements: new Set([
    "commentRangeStart",
    "commentRangeEnd",
    "commentReference",
    "annotation",
    "annotation-end",
    "legacyDrawing",
  ]),
  tags: NONE,
  entries:
    /(?:^|\/)comments[^/]*\.xml$|threadedcomments\/|(?:^|\/)people\.xml$|(?:^|\/)persons?\/|(?:^|\/)vmldrawing[^/]*\.vml$/i,
};

/** Tracked changes as if they had been accepted (ISO/IEC 29500-1, 17.13.5): what was deleted goes, what was inserted stays. */
export const CHANGES: RemovableContent = {
  elements: new Set([
    ...["del", "moveFrom", "delText", "delInstrText", "cellDel", "cellIns", "cellMerge", "numberingChange", "tracked-changes"],
    ...["rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange"],
    ...["moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "change", "change-start", "change-end"],
    ...["customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "trackRevisions"],
  ]),
  tags: new Set(["ins", "moveTo"]),
  entries: /(?:^|\/)revisions\//i,
};

/** Files inside the file, with what shows them. */
export const EMBEDDED: RemovableContent = {
  elements: new Set(["object", "OLEObject", "oleObjects", "externalData", "controls"]),
  tags: NONE,
  entries: /embeddings\/|oleobject|activex|vbaproject|(?:^|\/)object [^/]+(?:\/|$)|objectreplacements\//i,
};

/** Small pictures of the first page, which keep what it looked like. */
export const THUMBNAILS: RemovableContent = { elements: NONE, tags: NONE, entries: /(?:^|\/)thumbnails?[/.]/i };

/** Where these elements and tags stand in an entry. */
export function removableStretches(text: string, { elements, tags }: RemovableContent): Stretch[] {
  const found: Stretch[] = [];
  const open: { readonly name: string; readonly from: number }[] = [];
  for (const { kind, name, from, to, isEmpty } of xmlTokens(text)) {
    if (kind === "text") continue;
    if (tags.has(name) && from < to) found.push({ from, to });
    if (!elements.has(name)) continue;
    if (isEmpty) found.push({ from, to });
    else if (kind === "start") open.push({ name, from });
    else if (from < to) {
      const start = open.pop();
      if (start !== undefined) found.push({ from: start.from, to });
    }
  }
  return found;
}

/** Relationships to entries that go, and what the list of content types says of them. */
export function referencesTo(text: string, removed: ReadonlySet<string>): Stretch[] {
  const found: Stretch[] = [];
  const isRemoved = (target: string): boolean => {
    const path = target
      .replaceAll("\\", "/")
      .replace(/^(?:\.{0,2}\/)+/, "")
      .toLowerCase();
    return [...removed].some((entry) => entry === path || entry.endsWith(`/${path}`));
  };
  for (const token of xmlTokens(text)) {
    if (token.kind !== "start" || !/^(?:Relationship|Override|file-entry)$/.test(token.name)) continue;
    for (const { name, value } of attributesOf(text, token)) {
      if (/^(?:Target|PartName|full-path)$/.test(name) && isRemoved(value)) found.push({ from: token.from, to: token.to });
    }
  }
  return found;
}
