import { z } from "zod";

/** What every list takes: where to go on, and how many. */
export const pageQuery = z.object({
  cursor: z.string().max(2_000).optional().describe("上一页给出的 next；第一页不填"),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("每页条数，1–200"),
});

/** What every list gives: some of it, and where to go on; null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
