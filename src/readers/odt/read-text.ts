import type { TreeItem } from "../table-tree.js";
import type { OdtStory } from "./odt-story.js";
import { readTable } from "./read-table.js";

const MAX_SPACES = 1000;

interface Draft {
  text: string;
  before: TreeItem[] | null;
  after: TreeItem[] | null;
}

/** Reads paragraphs, lists and tables inside the element that just started, up to its end. */
export function readItems(story: OdtStory): TreeItem[] {
  const { scanner, lists } = story;
  const depth = scanner.depth;
  const items: TreeItem[] = [];
  while (scanner.depth >= depth) {
    const event = scanner.next();
    if (event === "end" && scanner.name === "text:list" && scanner.depth >= depth) lists.leaveList();
    if (event !== "start" || skipUnseen(story)) continue;
    switch (scanner.name) {
      case "text:p":
      case "text:h":
        readParagraph(story, items);
        break;
      case "text:list":
        lists.enterList(scanner);
        break;
      case "text:list-item":
        lists.enterItem(scanner);
        break;
      case "table:table":
        items.push(readTable(story, readItems));
        break;
      case "draw:image":
      case "draw:object":
      case "draw:object-ole":
        items.push({ kind: "picture" });
        skipRestOfFrame(story);
        break;
      default:
    }
  }
  return items;
}

/** Skips what is no part of the text as it stands. */
function skipUnseen(story: OdtStory): boolean {
  const { scanner } = story;
  switch (scanner.name) {
    case "text:tracked-changes":
      countDeletions(story);
      return true;
    case "office:annotation":
    case "office:forms":
    case "text:note":
    case "text:table-of-content":
    case "text:ruby-text":
    case "text:hidden-text":
    case "text:number":
    case "text:sequence-decls":
    case "text:variable-decls":
    case "text:user-field-decls":
      scanner.skip();
      return true;
    default:
      return false;
  }
}

/** Deleted text is kept in one place before the text (ISO/IEC 26300-1, 5.5). */
function countDeletions(story: OdtStory): void {
  const { scanner } = story;
  const depth = scanner.depth;
  while (scanner.depth >= depth) if (scanner.next() === "start" && scanner.name === "text:deletion") story.deletions++;
}

/** A frame may hold the same picture in several forms: one of them is seen. */
function skipRestOfFrame({ scanner }: OdtStory): void {
  const frame = scanner.depth - 1;
  while (scanner.depth >= frame) scanner.next();
}

function readParagraph(story: OdtStory, items: TreeItem[]): void {
  const { scanner, lists, styles } = story;
  const styleName = scanner.attribute("text:style-name");
  const outline = scanner.name === "text:h" ? Number(scanner.attribute("text:outline-level") ?? "1") : null;
  const isHeader = scanner.attribute("text:is-list-header") === "true";
  const label = lists.isInList || outline === null ? lists.labelOfParagraph() : isHeader ? "" : lists.labelOfHeading(outline);
  const draft: Draft = { text: "", before: null, after: null };
  readInline(story, draft, styles.isHidden(styleName));
  for (const item of draft.before ?? []) items.push(item);
  const text = label + draft.text.trimEnd();
  const isLevel = outline !== null && outline >= 1 && outline <= 10;
  if (text !== "") items.push(isLevel ? { kind: "text", text, level: outline } : { kind: "text", text });
  for (const item of draft.after ?? []) items.push(item);
}

function readInline(story: OdtStory, draft: Draft, isHidden: boolean): void {
  const { scanner } = story;
  const depth = scanner.depth;
  while (scanner.depth >= depth) {
    const event = scanner.next();
    if (event === "text" && !isHidden) addText(draft, scanner.text());
    if (event !== "start" || skipUnseen(story)) continue;
    switch (scanner.name) {
      case "text:span":
        readInline(story, draft, isHidden || story.styles.isHidden(scanner.attribute("text:style-name")));
        break;
      case "text:s":
        if (!isHidden) draft.text += " ".repeat(Math.min(Number(scanner.attribute("text:c") ?? "1") || 1, MAX_SPACES));
        break;
      case "text:change-start":
        story.insertions++;
        break;
      case "text:tab":
        if (!isHidden) draft.text += "\t";
        break;
      case "text:line-break":
        if (!isHidden) draft.text += "\n";
        break;
      case "draw:text-box":
        anchor(draft, readItems(story));
        break;
      case "draw:image":
      case "draw:object":
      case "draw:object-ole":
        anchor(draft, [{ kind: "picture" }]);
        skipRestOfFrame(story);
        break;
      default:
    }
  }
}

/** What hangs in a paragraph before any text stands above it, as a title in a box does. */
function anchor(draft: Draft, found: readonly TreeItem[]): void {
  const side = draft.text === "" ? "before" : "after";
  const items = draft[side] ?? [];
  for (const item of found) items.push(item);
  draft[side] = items;
}

/** White space in the file counts as one space, and as none at the start of a paragraph (ISO/IEC 26300-1, 6.1.2). */
function addText(draft: Draft, raw: string): void {
  const text = /[\t\r\n]| {2}/.test(raw) ? raw.replace(/[ \t\r\n]+/g, " ") : raw;
  const isRepeated = draft.text === "" || draft.text.endsWith(" ");
  draft.text += isRepeated && text.startsWith(" ") ? text.slice(1) : text;
}
