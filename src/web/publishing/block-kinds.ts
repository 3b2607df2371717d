import { type ItemBlock, textsOfBlocks } from "../../register/publishing/item-block.js";

/** What a piece of text can be, as the editor offers it. */
export const BLOCK_KINDS = [
  { kind: "paragraph", label: "段落" },
  { kind: "heading-1", label: "一级标题" },
  { kind: "heading-2", label: "二级标题" },
  { kind: "heading-3", label: "三级标题" },
  { kind: "center", label: "居中" },
  { kind: "right", label: "落款" },
  { kind: "bullets", label: "项目列表" },
  { kind: "numbers", label: "编号列表" },
  { kind: "table", label: "表格" },
  { kind: "picture", label: "插图" },
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number]["kind"];

export function blockKind(block: ItemBlock): BlockKind {
  switch (block.kind) {
    case "heading":
      return block.level <= 1 ? "heading-1" : block.level === 2 ? "heading-2" : "heading-3";
    case "paragraph":
      return block.align ?? "paragraph";
    case "list":
      return block.isNumbered ? "numbers" : "bullets";
    case "table":
    case "picture":
      return block.kind;
    default:
      return block satisfies never;
  }
}

/** The same words as another kind of piece. */
export function inKind(block: ItemBlock, kind: BlockKind): ItemBlock {
  const texts = textsOfBlocks([block]).map(({ text }) => text);
  const text = texts.join(" ");
  switch (kind) {
    case "paragraph":
      return { kind: "paragraph", text };
    case "center":
    case "right":
      return { kind: "paragraph", text, align: kind };
    case "heading-1":
    case "heading-2":
    case "heading-3":
      return { kind: "heading", level: Number(kind.slice(-1)), text };
    case "bullets":
    case "numbers":
      return { kind: "list", isNumbered: kind === "numbers", entries: texts };
    case "table":
      return { kind: "table", rows: [texts.map((one) => ({ text: one, isHead: true })), texts.map(() => ({ text: "" }))] };
    case "picture":
      return block;
    default:
      return kind satisfies never;
  }
}

/** The text of a piece that is one line; null of the others. */
export function lineOf(block: ItemBlock): string | null {
  return block.kind === "paragraph" || block.kind === "heading" ? block.text : null;
}

export function withLine(block: ItemBlock, text: string): ItemBlock {
  return block.kind === "paragraph" || block.kind === "heading" ? { ...block, text } : block;
}
