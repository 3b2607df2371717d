import { z } from "zod";

const text = z.string().max(20_000);

/** One cell of a table; a cell that spans stands once, at its top left. */
const itemCell = z.object({
  text,
  isHead: z.boolean().optional(),
  rowSpan: z.int().min(1).max(500).optional(),
  columnSpan: z.int().min(1).max(100).optional(),
});

/**
 * A piece of the text of an item. The text is kept in pieces and never as html: nothing a browser would run can be in it, it prints,
 * is searched and is read aloud alike, and the screening can say where something stands.
 */
export const itemBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), level: z.int().min(1).max(4), text }),
  z.object({
    kind: z.literal("paragraph"),
    text,
    /** Of a title line, or of the signature and the date below a document. */
    align: z.enum(["center", "right"]).optional(),
  }),
  z.object({ kind: z.literal("list"), isNumbered: z.boolean(), entries: z.array(text).min(1).max(2000) }),
  z.object({
    kind: z.literal("table"),
    caption: z.string().max(500).optional(),
    rows: z.array(z.array(itemCell).max(100)).min(1).max(5000),
  }),
  /** A picture among the attachments; `alt` says what it shows to whoever does not see it. */
  z.object({ kind: z.literal("picture"), attachmentId: z.string().min(1).max(200), alt: z.string().trim().min(1).max(500) }),
]);

export type ItemCell = z.output<typeof itemCell>;
export type ItemBlock = z.output<typeof itemBlock>;

/** Every stretch of text in some blocks with the name of its place: "blocks/3", of a list "blocks/3/0", of a table "blocks/3/row/column". */
export function textsOfBlocks(blocks: readonly ItemBlock[]): { readonly part: string; readonly text: string }[] {
  return blocks.flatMap((block, index) => {
    const part = `blocks/${index}`;
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [{ part, text: block.text }];
      case "list":
        return block.entries.map((entry, place) => ({ part: `${part}/${place}`, text: entry }));
      case "table":
        return [
          ...(block.caption === undefined ? [] : [{ part: `${part}/caption`, text: block.caption }]),
          ...block.rows.flatMap((row, at) => row.map((cell, column) => ({ part: `${part}/${at}/${column}`, text: cell.text }))),
        ];
      case "picture":
        return [{ part: `${part}/alt`, text: block.alt }];
      default:
        return block satisfies never;
    }
  });
}

/** The text of some blocks in one, a line each, for search and for counting. */
export function plainTextOf(blocks: readonly ItemBlock[]): string {
  return textsOfBlocks(blocks)
    .map(({ text: one }) => one)
    .filter((one) => one.trim() !== "")
    .join("\n");
}
