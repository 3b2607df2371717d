import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.js";
import type { PublishedAttachment, PublishedItem } from "../../register/publishing/published-item.js";
import type { Tables } from "../tables.js";
import type { Writing } from "../write.js";
import { type ItemRows, itemRowsOf } from "./item-row.js";
import { nextSequence } from "./portal-sequence.js";

/** The bytes of an attachment of a snapshot. */
export interface SnapshotFile {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts a snapshot into the portal, in the transaction that records the publishing: the public sees it when that is on record, and
 * not otherwise. A later version replaces an earlier one, also when it arrives first. Every attachment comes with its bytes.
 */
export async function publishSnapshot(
  { trx }: Pick<Writing, "trx">,
  item: PublishedItem,
  files: readonly SnapshotFile[],
): Promise<void> {
  await putItem(trx, item, files);
}

/** Leaves a tombstone at the address of an item: date, authority and reason. Text, attachments and what is searched are gone. */
export async function withdrawSnapshot({ trx }: Pick<Writing, "trx">, item: PublishedItem): Promise<void> {
  if (item.tombstone === null) throw new Error(`The snapshot of ${item.id} bears no tombstone.`);
  await putItem(trx, { ...item, blocks: [], attachments: [], links: [], summary: null }, []);
}

/** The same for any transaction: a bundle brings snapshots that were published elsewhere. Blobs that are there need no bytes. */
export async function putItem(trx: Kysely<Tables>, item: PublishedItem, files: readonly SnapshotFile[]): Promise<boolean> {
  const rows = itemRowsOf(item);
  const sequence = await nextSequence(trx);
  // Behind the counter, so that nobody sweeps the bytes away in the same moment.
  await putBlobs(trx, item.attachments, files);
  if (!(await putSummary(trx, item, rows, sequence))) return false;
  await sql`
    insert into portal.item_snapshot (id, body, plain) values (${item.id}, ${JSON.stringify(rows.snapshot)}, ${rows.plain})
    on conflict (id) do update set body = excluded.body, plain = excluded.plain`.execute(trx);
  await sql`delete from portal.item_link where from_id = ${item.id}`.execute(trx);
  for (const { relation, itemId } of item.links) {
    await sql`
      insert into portal.item_link (from_id, relation, to_id) values (${item.id}, ${relation}, ${itemId})
      on conflict do nothing`.execute(trx);
  }
  await putAttachments(trx, item);
  await putSearch(trx, item, rows);
  return true;
}

/** Writes the row of the lists unless a later version is there. */
async function putSummary(trx: Kysely<Tables>, item: PublishedItem, rows: ItemRows, sequence: number): Promise<boolean> {
  const { rows: written } = await sql`
    insert into portal.item (id, agency_id, index_number, disclosure_item, theme, genre, validity, year, published_at, version,
      is_tombstone, title_key, summary, sequence)
    values (${item.id}, ${item.agencyId}, ${item.indexNumber}, ${item.disclosureItem}, ${item.theme}, ${item.genre}, ${item.validity},
      ${rows.year}, ${item.publishedAt}, ${item.version}, ${item.tombstone !== null}, ${rows.titleKey}, ${JSON.stringify(rows.summary)},
      ${sequence})
    on conflict (id) do update set agency_id = excluded.agency_id, index_number = excluded.index_number,
      disclosure_item = excluded.disclosure_item, theme = excluded.theme, genre = excluded.genre, validity = excluded.validity,
      year = excluded.year, published_at = excluded.published_at, version = excluded.version, is_tombstone = excluded.is_tombstone,
      title_key = excluded.title_key, summary = excluded.summary, sequence = excluded.sequence
    where portal.item.version <= excluded.version
    returning id`.execute(trx);
  return written.length > 0;
}

async function putBlobs(
  trx: Kysely<Tables>,
  attachments: readonly PublishedAttachment[],
  files: readonly SnapshotFile[],
): Promise<void> {
  for (const { id, sha256, name } of attachments) {
    const file = files.find((one) => one.id === id);
    if (file === undefined) {
      const { rows } = await sql`select from portal.blob where sha256 = decode(${sha256}, 'hex')`.execute(trx);
      if (rows.length === 0) throw new Error(`The bytes of attachment ${id} were not given.`);
      continue;
    }
    if (createHash("sha256").update(file.bytes).digest("hex") !== sha256)
      throw new AppError("DATABASE_DAMAGED", { detail: name });
    await putBlob(trx, sha256, file.bytes);
  }
}

export async function putBlob(trx: Kysely<Tables>, sha256: string, bytes: Uint8Array): Promise<void> {
  await sql`
    insert into portal.blob (sha256, bytes) values (decode(${sha256}, 'hex'), ${Buffer.from(bytes)})
    on conflict do nothing`.execute(trx);
}

async function putAttachments(trx: Kysely<Tables>, item: PublishedItem): Promise<void> {
  const { rows } = await sql<{ sha256: Buffer }>`
    delete from portal.attachment where item_id = ${item.id} returning sha256`.execute(trx);
  for (const { id, name, mediaType, size, sha256, text } of item.attachments) {
    await sql`
      insert into portal.attachment (id, item_id, name, media_type, size, sha256, body_text)
      values (${id}, ${item.id}, ${name}, ${mediaType}, ${size}, decode(${sha256}, 'hex'), ${text})`.execute(trx);
  }
  await sweepBlobs(trx, rows);
}

/** What was withdrawn or masked must not stay behind as bytes without a name. */
export async function sweepBlobs(trx: Kysely<Tables>, given: readonly { readonly sha256: Buffer }[]): Promise<void> {
  if (given.length === 0) return;
  await sql`
    delete from portal.blob where sha256 = any(${given.map(({ sha256 }) => sha256)}::bytea[])
      and not exists (select from portal.attachment where attachment.sha256 = blob.sha256)
      and not exists (select from portal.report_file where report_file.sha256 = blob.sha256)`.execute(trx);
}

async function putSearch(trx: Kysely<Tables>, item: PublishedItem, rows: ItemRows): Promise<void> {
  if (item.tombstone !== null) {
    await sql`delete from portal.item_search where id = ${item.id}`.execute(trx);
    return;
  }
  await sql`
    insert into portal.item_search (id, agency_id, disclosure_item, theme, genre, validity, year, published_at, number_key, index_key,
      title_key, title, body)
    values (${item.id}, ${item.agencyId}, ${item.disclosureItem}, ${item.theme}, ${item.genre}, ${item.validity}, ${rows.year},
      ${item.publishedAt}, ${rows.numberKey}, ${rows.indexKey}, ${rows.titleKey}, array_to_tsvector(${rows.titleTokens}::text[]),
      array_to_tsvector(${rows.bodyTokens}::text[]))
    on conflict (id) do update set agency_id = excluded.agency_id, disclosure_item = excluded.disclosure_item, theme = excluded.theme,
      genre = excluded.genre, validity = excluded.validity, year = excluded.year, published_at = excluded.published_at,
      number_key = excluded.number_key, index_key = excluded.index_key, title_key = excluded.title_key, title = excluded.title,
      body = excluded.body`.execute(trx);
}
