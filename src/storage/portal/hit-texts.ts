import type { ItemSummary } from "../../register/portal/public-item.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import type { PortalPool } from "./portal-pool.js";

/** The beginning of the text of an item, as far as the search looks first. */
const FIRST_SIGNS = 3_000;
const MOST_SIGNS = 100_000;

export interface HitText {
  readonly summary: ItemSummary;
  /** The beginning of its own text; `isWhole` when it is all of it. */
  readonly text: string;
  readonly isWhole: boolean;
}

/** What hits show besides their titles. Long texts are read to the end only where their beginning says nothing of the question. */
export async function readHits(pool: PortalPool, ids: readonly string[]): Promise<Map<string, HitText>> {
  if (ids.length === 0) return new Map();
  const rows = await pool.search<{ id: string; summary: ItemSummary; text: string | null; body: PublishedItem | null }>(
    {
      name: "hits",
      text: `select id, summary, left(plain, ${FIRST_SIGNS}) as text, case when plain is null then body end as body
        from portal.item join portal.item_snapshot using (id) where id = any($1::text[])`,
    },
    [ids],
  );
  return new Map(
    rows.map(({ id, summary, text, body }) => {
      if (body !== null) return [id, { summary, text: plainOf(body), isWhole: true }];
      const isWhole = (text ?? "").length < FIRST_SIGNS;
      return [id, { summary, text: text ?? "", isWhole }];
    }),
  );
}

/** The whole texts of some items, and those of their files. */
export async function readWholeTexts(
  pool: PortalPool,
  ids: readonly string[],
): Promise<Map<string, { text: string | null; attachments: { name: string; text: string }[] }>> {
  if (ids.length === 0) return new Map();
  const rows = await pool.search<{ id: string; text: string | null; attachments: { name: string; text: string }[] | null }>(
    {
      name: "whole-texts",
      text: `
        select id, left(plain, ${MOST_SIGNS}) as text, (
          select jsonb_agg(jsonb_build_object('name', name, 'text', left(body_text, ${MOST_SIGNS})) order by id)
          from portal.attachment where item_id = item_snapshot.id and body_text is not null
        ) as attachments
        from portal.item_snapshot where id = any($1::text[])`,
    },
    [ids],
  );
  return new Map(rows.map(({ id, text, attachments }) => [id, { text, attachments: attachments ?? [] }]));
}

/** The own text of an item that was published before it lay beside its snapshot. */
function plainOf({ summary, blocks }: PublishedItem): string {
  return [summary, plainTextOf(blocks)].filter((part) => part !== null && part !== "").join("\n");
}
