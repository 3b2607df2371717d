import { type Kysely, sql } from "kysely";
import type { PublicRequestStatus } from "../../register/portal/public-request.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import type { PublicReport, YearFigures } from "../../report/public-report.js";
import type { Tables } from "../tables.js";
import { putKey } from "./inbox-keys.js";
import { ENTRY_KINDS, type PortalEntry, putEntry } from "./portal-entries.js";
import { nextSequence } from "./portal-sequence.js";
import { putReport } from "./publish-report.js";
import { putItem } from "./publish-snapshot.js";

/** One line of a bundle. What changed between two numbers, as it is now; order matters only in that bytes come before. */
export type BundleRow =
  | { readonly row: "entry"; readonly entry: PortalEntry }
  | { readonly row: "key"; readonly id: string; readonly publicKey: string }
  | { readonly row: "item"; readonly item: PublishedItem }
  | { readonly row: "report"; readonly report: PublicReport; readonly figures: YearFigures }
  | {
      readonly row: "status";
      readonly number: string;
      readonly agencyId: string;
      readonly submittedAt: string;
      readonly codeHash: string;
      readonly status: PublicRequestStatus;
    }
  | {
      readonly row: "request";
      readonly number: string;
      readonly agencyId: string;
      readonly tokenHash: string;
      readonly contentMac: string;
      readonly codeHash: string;
      readonly keyId: string;
      readonly sealed: string;
      readonly submittedAt: string;
    };

export interface Span {
  readonly after: number;
  readonly upTo: number;
}

const PAGE = 500;
const hex = (bytes: Buffer): string => bytes.toString("hex");

/** Everything of the portal that changed in a span. To be read in one snapshot of the database. */
export async function* changedRows(db: Kysely<Tables>, span: Span): AsyncGenerator<BundleRow> {
  const { after, upTo } = span;
  const keys = await sql<{ id: string; public_key: Buffer }>`
    select id, public_key from portal.office_key where sequence > ${after} and sequence <= ${upTo} order by sequence`.execute(db);
  for (const { id, public_key } of keys.rows) yield { row: "key", id, publicKey: public_key.toString("base64") };
  for (const kind of ENTRY_KINDS) {
    const agency = kind === "agency" ? sql`id` : sql`agency_id`;
    const { rows } = await sql<{ id: string; agency_id: string | null; body: unknown }>`
      select id, ${agency} as agency_id, body from ${sql.id("portal", kind)}
      where sequence > ${after} and sequence <= ${upTo} order by sequence`.execute(db);
    for (const { id, agency_id, body } of rows) {
      yield { row: "entry", entry: { kind, id, agencyId: agency_id, body } as PortalEntry }; // the table is that of the kind
    }
  }
  yield* changedItems(db, span);
  const reports = await sql<{ body: PublicReport; figures: YearFigures }>`
    select body, figures from portal.report where sequence > ${after} and sequence <= ${upTo} order by sequence`.execute(db);
  for (const { body, figures } of reports.rows) yield { row: "report", report: body, figures };
  const statuses = await sql<StatusRow>`
    select number, agency_id, submitted_at, code_hash, body from portal.request_status
    where sequence > ${after} and sequence <= ${upTo} and body is not null order by sequence`.execute(db);
  for (const { number, agency_id, submitted_at, code_hash, body } of statuses.rows) {
    const common = { number, agencyId: agency_id, submittedAt: submitted_at };
    yield { row: "status", ...common, codeHash: hex(code_hash), status: body };
  }
}

interface StatusRow {
  readonly number: string;
  readonly agency_id: string;
  readonly submitted_at: string;
  readonly code_hash: Buffer;
  readonly body: PublicRequestStatus;
}

async function* changedItems(db: Kysely<Tables>, { after, upTo }: Span): AsyncGenerator<BundleRow> {
  for (let last = after; ; ) {
    const { rows } = await sql<{ sequence: number; body: PublishedItem; texts: Record<string, string | null> | null }>`
      select sequence, body, (select jsonb_object_agg(id, body_text) from portal.attachment where item_id = item.id) as texts
      from portal.item join portal.item_snapshot using (id)
      where sequence > ${last} and sequence <= ${upTo} order by sequence limit ${PAGE}`.execute(db);
    for (const { body, texts } of rows) {
      const known = new Map(Object.entries(texts ?? {}));
      const attachments = body.attachments.map((one) => ({ ...one, text: known.get(one.id) ?? null }));
      yield { row: "item", item: { ...body, attachments } };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end.sequence;
  }
}

/** The hashes of the files that belong to what changed in a span. */
export async function changedBlobs(db: Kysely<Tables>, { after, upTo }: Span): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct encode(sha256, 'hex') as sha256 from (
      select sha256 from portal.attachment join portal.item on item.id = item_id where sequence > ${after} and sequence <= ${upTo}
      union all
      select sha256 from portal.report_file join portal.report using (agency_id, year, edition)
      where sequence > ${after} and sequence <= ${upTo}
    ) files order by 1`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}

export async function blobBytes(db: Kysely<Tables>, sha256: string): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from portal.blob where sha256 = decode(${sha256}, 'hex')`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The file ${sha256} is not in the portal.`);
  return row.bytes;
}

/** The requests that came in behind a number, still sealed. */
export async function* incomingRows(db: Kysely<Tables>, { after, upTo }: Span): AsyncGenerator<BundleRow> {
  for (let last = after; ; ) {
    const { rows } = await sql<InboxRow>`
      select sequence, number, agency_id, token_hash, content_mac, code_hash, key_id, sealed, submitted_at from portal.inbox
      where sequence > ${last} and sequence <= ${upTo} and sealed is not null order by sequence limit 50`.execute(db);
    for (const row of rows) {
      yield {
        ...{ row: "request", number: row.number, agencyId: row.agency_id, tokenHash: hex(row.token_hash) },
        ...{ contentMac: hex(row.content_mac), codeHash: hex(row.code_hash), keyId: row.key_id },
        ...{ sealed: row.sealed.toString("base64"), submittedAt: row.submitted_at },
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < 50) return;
    last = end.sequence;
  }
}

interface InboxRow {
  readonly sequence: number;
  readonly number: string;
  readonly agency_id: string;
  readonly token_hash: Buffer;
  readonly content_mac: Buffer;
  readonly code_hash: Buffer;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly submitted_at: string;
}

/** The last number there is: of changes, or of incoming requests. */
export async function lastNumber(db: Kysely<Tables>, of: "changes" | "incoming"): Promise<number> {
  const { rows } =
    of === "changes"
      ? await sql<{ last: number }>`select value as last from portal.counter`.execute(db)
      : await sql<{ last: number }>`select coalesce(max(sequence), 0) as last from portal.inbox`.execute(db);
  return rows[0]?.last ?? 0;
}

/** Puts a line of a bundle where it belongs. Files are there already. */
export async function applyRow(trx: Kysely<Tables>, row: BundleRow): Promise<void> {
  switch (row.row) {
    case "entry":
      await putEntry(trx, row.entry);
      break;
    case "key":
      await putKey(trx, row.id, Buffer.from(row.publicKey, "base64"));
      break;
    case "item":
      await putItem(trx, row.item, []);
      break;
    case "report":
      await putReport(trx, { report: row.report, figures: row.figures }, []);
      break;
    case "status":
      await applyStatus(trx, row);
      break;
    case "request":
      await applyRequest(trx, row);
      break;
    default:
      row satisfies never;
  }
}

/** Where a request stands; whoever tells it has the request, so the sealed bytes are not needed here any more. */
async function applyStatus(trx: Kysely<Tables>, row: Extract<BundleRow, { readonly row: "status" }>): Promise<void> {
  const sequence = await nextSequence(trx);
  await sql`
    insert into portal.request_status (number, agency_id, submitted_at, code_hash, body, sequence)
    values (${row.number}, ${row.agencyId}, ${row.submittedAt}, decode(${row.codeHash}, 'hex'), ${JSON.stringify(row.status)}, ${sequence})
    on conflict (number) do update set body = excluded.body, sequence = excluded.sequence`.execute(trx);
  await sql`
    update portal.inbox set state = 'taken', sealed = null, taken_at = clock_timestamp()
    where number = ${row.number} and state <> 'taken'`.execute(trx);
}

async function applyRequest(trx: Kysely<Tables>, row: Extract<BundleRow, { readonly row: "request" }>): Promise<void> {
  const sealed = Buffer.from(row.sealed, "base64");
  await sql`
    insert into portal.inbox (number, agency_id, token_hash, content_mac, code_hash, key_id, sealed, size, submitted_at)
    values (${row.number}, ${row.agencyId}, decode(${row.tokenHash}, 'hex'), decode(${row.contentMac}, 'hex'),
      decode(${row.codeHash}, 'hex'), ${row.keyId}, ${sealed}, ${sealed.length}, ${row.submittedAt})
    on conflict do nothing`.execute(trx);
  await sql`
    insert into portal.request_status (number, agency_id, submitted_at, code_hash, sequence)
    values (${row.number}, ${row.agencyId}, ${row.submittedAt}, decode(${row.codeHash}, 'hex'), 0)
    on conflict do nothing`.execute(trx);
}

export type BundleDirection = "to-portal" | "to-office";

export interface BundleRecord extends Span {
  readonly direction: BundleDirection;
  readonly isOurs: boolean;
  readonly manifestHash: Buffer;
  readonly signedBy: string;
}

/** How far bundles of a signer in a direction have come. */
export async function lastBundle(
  db: Kysely<Tables>,
  { direction, signedBy }: Pick<BundleRecord, "direction" | "signedBy">,
): Promise<number> {
  const { rows } = await sql<{ up_to: number }>`
    select coalesce(max(up_to), 0) as up_to from portal.bundle where direction = ${direction} and signed_by = ${signedBy}`.execute(
    db,
  );
  return rows[0]?.up_to ?? 0;
}

/** Records that a bundle went out or came in; false when it is there already. */
export async function recordBundle(db: Kysely<Tables>, record: BundleRecord): Promise<boolean> {
  const { direction, isOurs, after, upTo, manifestHash, signedBy } = record;
  const { rows } = await sql`
    insert into portal.bundle (id, direction, is_ours, after, up_to, manifest_hash, signed_by)
    values (${manifestHash.toString("hex")}, ${direction}, ${isOurs}, ${after}, ${upTo}, ${manifestHash}, ${signedBy})
    on conflict do nothing returning id`.execute(db);
  return rows.length > 0;
}
