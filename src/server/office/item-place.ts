import { z } from "zod";
import type { ItemListQuestion } from "../../operations/publishing/list-items.js";

const PLACE = z.object({ changedAt: z.string(), id: z.string() });

/** Where a list of items goes on; null for the first page. What was signed by us has this shape. */
export function placeOfItem(place: unknown): ItemListQuestion["after"] {
  return place === null ? null : PLACE.parse(place);
}
