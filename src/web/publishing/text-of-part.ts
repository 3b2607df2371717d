import { textPartsOf } from "../../register/publishing/item-content.js";
import type { ItemContent } from "./item.js";

/** The stretch of text a place of the screening names; null when the text is another by now. */
export function textOfPart(content: ItemContent, part: string): string | null {
  const parts = textPartsOf(content as Parameters<typeof textPartsOf>[0]); // days are plain text here, and not among the parts
  return parts.find((one) => one.part === part)?.text ?? null;
}
