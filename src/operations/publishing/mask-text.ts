import type { ItemBlock } from "../../register/publishing/item-block.js";
import type { ItemContent } from "../../register/publishing/item-content.js";
import type { HitPlace, ScreeningHit } from "../../register/publishing/screening-hit.js";

type TextPlace = Extract<HitPlace, { readonly in: "text" }>;

interface Mask {
  readonly place: TextPlace;
  readonly suggestion: string;
}

/** The content with the words of some hits hidden as suggested. Hits in files, and those that stars cannot hide, are left as they are. */
export function maskedText(content: ItemContent, hits: readonly ScreeningHit[]): ItemContent {
  const masks = hits.flatMap(({ place, suggestion }): Mask[] =>
    place.in === "text" && suggestion !== null ? [{ place, suggestion }] : [],
  );
  const hide = (part: string, text: string): string =>
    hidden(
      text,
      masks.filter(({ place }) => place.part === part),
    );
  return {
    ...content,
    title: hide("title", content.title),
    summary: content.summary === null ? null : hide("summary", content.summary),
    keywords: content.keywords.map((keyword, index) => hide(`keywords/${index}`, keyword)),
    blocks: content.blocks.map((block, index) => hiddenBlock(block, `blocks/${index}`, hide)),
  };
}

function hiddenBlock(block: ItemBlock, part: string, hide: (part: string, text: string) => string): ItemBlock {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return { ...block, text: hide(part, block.text) };
    case "list":
      return { ...block, entries: block.entries.map((entry, index) => hide(`${part}/${index}`, entry)) };
    case "table":
      return {
        ...block,
        ...(block.caption === undefined ? {} : { caption: hide(`${part}/caption`, block.caption) }),
        rows: block.rows.map((row, at) =>
          row.map((cell, column) => ({ ...cell, text: hide(`${part}/${at}/${column}`, cell.text) })),
        ),
      };
    case "picture":
      return { ...block, alt: hide(`${part}/alt`, block.alt) };
    default:
      return block satisfies never;
  }
}

/** From the end to the beginning, so that the places before stay where they are. */
function hidden(text: string, masks: readonly Mask[]): string {
  return masks
    .toSorted((one, other) => other.place.offset - one.place.offset)
    .reduce(
      (whole, { place, suggestion }) => whole.slice(0, place.offset) + suggestion + whole.slice(place.offset + place.length),
      text,
    );
}
