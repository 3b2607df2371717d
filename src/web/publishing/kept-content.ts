import type { ItemBlock } from "../../register/publishing/item-block.js";
import { newId } from "../office/new-id.js";
import type { ItemContent } from "./item.js";

/** A block with a name of its own while it is edited, so that the cursor stays where it is when others move. */
export interface KeptBlock {
  readonly id: string;
  readonly block: ItemBlock;
}

/** What an item says while it is written. */
export interface KeptContent extends Omit<ItemContent, "blocks"> {
  readonly blocks: readonly KeptBlock[];
}

export const keptBlock = (block: ItemBlock): KeptBlock => ({ id: newId(), block });

/** A paragraph to begin with: an empty page has somewhere to write. */
const EMPTY_PARAGRAPH: ItemBlock = { kind: "paragraph", text: "" };

export function keptContent(content: ItemContent): KeptContent {
  const blocks = content.blocks.length === 0 ? [EMPTY_PARAGRAPH] : content.blocks;
  return { ...content, blocks: blocks.map(keptBlock) };
}

/** What is sent: without the empty blocks an editor leaves behind. */
export function contentOf({ blocks, ...rest }: KeptContent): ItemContent {
  return { ...rest, blocks: blocks.map(({ block }) => trimmed(block)).filter((block) => !isEmpty(block)) };
}

function trimmed(block: ItemBlock): ItemBlock {
  return block.kind === "list" ? { ...block, entries: block.entries.filter((entry) => entry.trim() !== "") } : block;
}

function isEmpty(block: ItemBlock): boolean {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.text.trim() === "";
    case "list":
      return block.entries.length === 0;
    case "table":
      return block.rows.every((row) => row.every(({ text }) => text.trim() === ""));
    case "picture":
      return false;
    default:
      return block satisfies never;
  }
}

/** Pictures in the text that say nothing to whoever does not see them. */
export function picturesWithoutWords({ blocks }: KeptContent): number {
  return blocks.filter(({ block }) => block.kind === "picture" && block.alt.trim() === "").length;
}

/** The text changed: a picture that is taken out of it leaves the files, too. */
export function withBlocks(content: KeptContent, blocks: readonly KeptBlock[]): Pick<KeptContent, "blocks" | "attachments"> {
  const before = pictureIds(content.blocks);
  const after = pictureIds(blocks);
  return { blocks, attachments: content.attachments.filter(({ id }) => !before.has(id) || after.has(id)) };
}

export function pictureIds(blocks: readonly KeptBlock[]): ReadonlySet<string> {
  return new Set(blocks.flatMap(({ block }) => (block.kind === "picture" ? [block.attachmentId] : [])));
}

export const NEW_CONTENT: ItemContent = {
  title: "",
  summary: null,
  documentNumber: null,
  madeOn: null,
  changedOn: null,
  theme: null,
  genre: null,
  disclosureItem: null,
  documentKind: null,
  validity: null,
  attribute: null,
  otherTerm: null,
  keywords: [],
  blocks: [],
  attachments: [],
};
