import type { TreeItem } from "../table-tree.js";
import { readParagraphProperties } from "./read-paragraph-properties.js";
import { type Story, skipUnseen } from "./story.js";
import { symbolText } from "./symbol.js";
import { isOn } from "./word-scanner.js";

/** A paragraph, with what is anchored in it: text boxes and pictures stand before or after its text. */
export interface WordParagraph {
  readonly before: readonly TreeItem[];
  readonly text: string;
  readonly level: number | undefined;
  readonly after: readonly TreeItem[];
  /** Its mark was deleted under change tracking: what follows belongs to the same paragraph. */
  readonly isJoined: boolean;
}

interface Draft {
  label: string;
  text: string;
  level: number | undefined;
  isJoined: boolean;
  isHidden: boolean;
  isContents: boolean;
  /** Fields open in this paragraph; true while their code is read, which nobody sees. */
  fields: boolean[] | null;
  before: TreeItem[] | null;
  after: TreeItem[] | null;
}

const NOTHING: readonly TreeItem[] = [];

/** Reads the paragraph that just started. */
export function readParagraph(story: Story): WordParagraph {
  const { scanner } = story;
  const depth = scanner.depth;
  const draft: Draft = {
    label: "",
    text: "",
    level: undefined,
    isJoined: false,
    isHidden: false,
    isContents: false,
    fields: null,
    before: null,
    after: null,
  };
  while (scanner.depth >= depth) if (scanner.next() === "start") readInline(story, draft);
  return {
    before: draft.before ?? NOTHING,
    text: draft.isContents ? "" : draft.label + trimEnd(draft.text),
    level: draft.level,
    after: draft.after ?? NOTHING,
    isJoined: draft.isJoined,
  };
}

function readInline(story: Story, draft: Draft): void {
  const { scanner } = story;
  switch (scanner.name) {
    case "w:t":
    case "m:t":
      readText(story, draft);
      break;
    case "w:rPr":
      draft.isHidden = readIsHidden(story);
      break;
    case "w:r":
    case "m:r":
      draft.isHidden = false;
      break;
    case "w:pPr":
      readProperties(story, draft);
      break;
    case "w:tab":
    case "w:ptab":
      add(draft, "\t");
      break;
    case "w:br":
      readBreak(story, draft);
      break;
    case "w:cr":
      add(draft, "\n");
      break;
    case "w:noBreakHyphen":
      add(draft, "-");
      break;
    case "w:sym":
      add(draft, symbolText(scanner.attribute("w:font"), scanner.attribute("w:char")));
      break;
    case "w:fldChar":
      draft.fields ??= [];
      readFieldMark(draft.fields, scanner.attribute("w:fldCharType"));
      break;
    case "w:txbxContent":
      anchor(draft, story.readItems(story));
      break;
    case "a:blip":
    case "v:imagedata":
      anchor(draft, [{ kind: "picture" }]);
      break;
    default:
      skipUnseen(story);
  }
}

function add(draft: Draft, text: string): void {
  if (!draft.isHidden && !draft.fields?.includes(true)) draft.text += text;
}

/** What hangs in a paragraph before any text stands above it, as a title in a box does. */
function anchor(draft: Draft, found: readonly TreeItem[]): void {
  const side = draft.text === "" ? "before" : "after";
  const items = draft[side] ?? [];
  for (const item of found) items.push(item);
  draft[side] = items;
}

function readText(story: Story, draft: Draft): void {
  const { scanner } = story;
  const isKept = scanner.attribute("xml:space") === "preserve";
  const text = scanner.elementText();
  if (isKept) add(draft, text);
  else add(draft, text.replace(/^[ \t\r\n]+/, "").replace(/[ \t\r\n]+$/, ""));
}

/** A new page or column says nothing at the start of a paragraph; inside one it ends a line. */
function readBreak(story: Story, draft: Draft): void {
  const type = story.scanner.attribute("w:type");
  if (type === "page" || type === "column") {
    if (draft.text !== "") add(draft, "\n");
  } else add(draft, "\n");
}

function readFieldMark(fields: boolean[], type: string | null): void {
  if (type === "begin") fields.push(true);
  else if (type === "separate" && fields.length > 0) fields[fields.length - 1] = false;
  else if (type === "end") fields.pop();
}

function readIsHidden(story: Story): boolean {
  const { scanner } = story;
  const depth = scanner.depth;
  let isHidden = false;
  while (scanner.depth >= depth) {
    if (scanner.next() !== "start") continue;
    if (scanner.name === "w:vanish") isHidden = isOn(scanner);
    else if (scanner.name === "w:rPrChange") scanner.skip();
  }
  return isHidden;
}

function readProperties(story: Story, draft: Draft): void {
  const properties = readParagraphProperties(story);
  draft.level = properties.level;
  draft.isJoined = properties.isMarkDeleted;
  draft.label = properties.label;
  draft.isContents = properties.isContents;
}

function trimEnd(text: string): string {
  return text.endsWith("\n") ? text.replace(/\n+$/, "") : text;
}
