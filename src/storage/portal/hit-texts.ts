import type { ItemSummary } from "../../register/portal/public-item.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import type { PortalPool } from "./portal-pool.js";

/** The beginning of the text of an item, as far as the search looks first. */
export const FIRST_SIGNS = 3_000;
export const MOST_SIGNS = 100_000;

export interface HitText {
  readonly summary: ItemSummary;
  /** The beginning of its own text; `isWhole` when it is all of it. */
  readonly text: string;
  readonly isWhole: boolean;
  /** The rest of it and its files, where they were read at once. */
  readonly whole: WholeText | null;
}

/** The text of an item to its end, and those of its files; null where there is none. */
export interface WholeText {
  readonly text: string | null;
  readonly attachments: readonly { readonly name: string; readonly text: string }[] | null;
}

interface HitRow {
  readonly summary: ItemSummary;
  readonly text: string | null;
  /** Of an item that was published before its text lay beside its snapshot. */
  readonly body: PublishedItem | null;
  readonly whole: WholeText | null;
}

export function hitText({ summary, text, body, whole }: HitRow): HitText {
  if (body !== null) return { summary, text: plainOf(body), isWhole: true, whole };
  return { summary, text: text ?? "", isWhole: (text ?? "").length < FIRST_SIGNS, whole };
}

/** What hits show besides their titles. Long texts are read to the end only where their beginning says nothing of the question. */
export async function readHits(pool: PortalPool, ids: readonly string[]): Promise<Map<string, HitText>> {
  if (ids.length === 0) return new Map();
  const rows = await pool.search<{ id: string } & Omit<HitRow, "whole">>(
    {
      name: "hits",
      text: `select id, summary, left(plain, ${FIRST_SIGNS}) as text, case when plain is null then body end as body
        from portal.item join portal.item_snapshot using (id) where id = any($1::text[])`,
    },
    [ids],
  );
  return new Map(rows.map(({ id, ...row }) => [id, hitText({ ...row, whole: null })]));
}

/** The whole texts of some items, and those of their files. */
export async function readWholeTexts(pool: PortalPool, ids: readonly string[]): Promise<Map<string, WholeText>> {
  if (ids.length === 0) return new Map();
  const rows = await pool.search<{ id: string } & WholeText>(
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
  return new Map(rows.map(({ id, ...whole }) => [id, whole]));
}

/** The own text of an item that was published before it lay beside its snapshot. */
function plainOf({ summary, blocks }: PublishedItem): string {
  return [summary, plainTextOf(blocks)].filter((part) => part !== null && part !== "").join("\n");
}
