import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { canonicalJson } from "../../register/hash-chain.js";
import type { Tables } from "../tables.js";

/** What the chain says about one table: how a row is named, and which of its columns count. */
interface AuditedTable {
  readonly key: readonly string[];
  readonly columns: readonly string[];
  /** What of a row goes in, where that is not simply its columns. */
  readonly content?: (row: AuditedRow) => AuditedRow;
}

const RECORDED = ["recorded_at", "recorded_by"];
const REASONED = [...RECORDED, "reason"];
const EVENT = ["sequence", "id", "chain_id", "body", ...REASONED];

/** Every table whose rows are facts. The requester of a case and a file are in the chain by their seals, so that the key can be changed. */
export const AUDITED = {
  agency_version: { key: ["agency_id", "version"], columns: ["agency_id", "version", "chain_id", "body", ...REASONED] },
  setting_version: { key: ["chain_id", "name", "version"], columns: ["chain_id", "name", "version", "value", ...REASONED] },
  case_file: {
    key: ["id"],
    columns: [
      ...[
        "id",
        "chain_id",
        "letter_id",
        "number",
        "channel",
        "arrived_on",
        "requester_kind",
        "requester_seal",
        "requester_index",
        "body",
      ],
      ...RECORDED,
    ],
  },
  case_event: { key: ["case_id", "sequence"], columns: ["case_id", ...EVENT] },
  case_description: { key: ["case_id", "sequence"], columns: ["case_id", "sequence", "chain_id", "description", ...REASONED] },
  request_link: {
    key: ["id"],
    columns: ["id", "chain_id", "sequence", "request_id", "earlier_id", "kind", "is_removed", ...REASONED],
  },
  proceeding: { key: ["id"], columns: ["id", "chain_id", "body", ...RECORDED] },
  proceeding_event: { key: ["proceeding_id", "sequence"], columns: ["proceeding_id", ...EVENT] },
  normative_document: { key: ["document_id", "sequence"], columns: ["document_id", ...EVENT] },
  monthly_figure: {
    key: ["chain_id", "table_row", "table_column", "month", "sequence"],
    columns: ["chain_id", "table_row", "table_column", "month", "sequence", "id", "value", "source", ...REASONED],
  },
  attachment: {
    key: ["id"],
    columns: ["id", "chain_id", "case_id", "name", "media_type", "sha256", "content_seal", ...RECORDED],
    content: fileContent,
  },
  attachment_edition: {
    key: ["attachment_id"],
    columns: ["attachment_id", "chain_id", "made_from", "how", "body", ...RECORDED],
  },
  report_edition: {
    key: ["chain_id", "year", "edition"],
    columns: ["chain_id", "year", "edition", "content_hash", "as_of", "body", ...REASONED],
  },
  letter_number: {
    key: ["chain_id", "kind", "year", "number"],
    columns: ["chain_id", "kind", "year", "number", "letter_id", ...RECORDED],
  },
  issued_letter: {
    key: ["id"],
    columns: [
      ...["id", "chain_id", "case_id", "letter_id", "act_event_id", "number", "dated_on", "body", "docx_id", "pdf_id"],
      ...RECORDED,
    ],
  },
  letter_draft_event: { key: ["case_id", "letter_id", "sequence"], columns: ["case_id", "letter_id", ...EVENT] },
  account_version: { key: ["account_id", "version"], columns: ["account_id", "version", "chain_id", "body", ...REASONED] },
  activity: { key: ["id"], columns: ["id", "chain_id", "kind", "subject", "body", ...RECORDED] },
  information_item: { key: ["id"], columns: ["id", "chain_id", "is_sample", ...RECORDED] },
  item_event: { key: ["item_id", "sequence"], columns: ["item_id", ...EVENT] },
  index_number: {
    key: ["index_text"],
    columns: ["index_text", "chain_id", "item_id", "series", "serial", ...RECORDED],
  },
  handover_event: { key: ["handover_id", "sequence"], columns: ["handover_id", ...EVENT] },
  outbox_message: { key: ["id"], columns: ["id", "chain_id", "body", ...RECORDED] },
  webhook_secret: { key: ["id"], columns: ["id", "chain_id", "target", "sealed", ...RECORDED] },
} as const satisfies Partial<Record<keyof Tables, AuditedTable>>;

export type AuditedKind = keyof typeof AUDITED;
export type AuditedRow = Readonly<Record<string, unknown>>;

const SEPARATOR = "\u001f"; // chr(31) in SQL

/** The name of a row in the chain: its key, in one text. */
export function subjectOf(kind: AuditedKind, row: AuditedRow): string {
  const parts = AUDITED[kind].key.map((column) => String(row[column]));
  if (parts.some((part) => part.includes(SEPARATOR))) throw new Error(`The key of a row of ${kind} holds a control character.`);
  return parts.join(SEPARATOR);
}

/** What the chain keeps of a row: SHA-256 over its columns in a form that does not depend on their order. */
export function digestOf(kind: AuditedKind, row: AuditedRow): Buffer {
  const { columns, content: contentOf }: AuditedTable = AUDITED[kind];
  const told = contentOf?.(row) ?? Object.fromEntries(columns.map((column) => [column, row[column]]));
  const content = Object.fromEntries(Object.entries(told).map(([column, value]) => [column, plain(value)]));
  return createHash("sha256")
    .update(canonicalJson({ kind, ...content }))
    .digest();
}

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? value.toString("hex") : value;
}

/**
 * A file goes in by its seal, so that the chain confirms no guess of its name or content; one recorded before files were sealed goes in by
 * name and hash, as it did then, whether it has been sealed since or not.
 */
function fileContent({
  id,
  chain_id,
  case_id,
  name,
  media_type,
  sha256,
  content_seal,
  recorded_at,
  recorded_by,
}: AuditedRow): AuditedRow {
  const row = { id, chain_id, case_id, media_type, recorded_at, recorded_by };
  return content_seal === null || content_seal === undefined ? { ...row, name, sha256, bytes: sha256 } : { ...row, content_seal };
}

/** The rows of one table with these names. */
export async function rowsOf(
  db: Kysely<Tables>,
  kind: AuditedKind,
  subjects: readonly string[],
): Promise<Map<string, AuditedRow>> {
  const columns = AUDITED[kind].columns.map((column) => sql.ref(column));
  const { rows } = await sql<AuditedRow>`
    select ${sql.join(columns)} from ${sql.table(kind)}
    where (${keyColumns(kind)}) in (${sql.join(subjects.map((subject) => keyValues(kind, subject)))})`.execute(db);
  return new Map(rows.map((row) => [subjectOf(kind, row), row]));
}

/** A row that no entry of a chain speaks of, or null: it was put in past us. */
export async function unloggedRow(db: Kysely<Tables>, kind: AuditedKind): Promise<string | null> {
  const subject = sql.join(
    AUDITED[kind].key.map((column) => sql`${sql.ref(`${kind}.${column}`)}::text`),
    sql` || chr(31) || `,
  );
  const { rows } = await sql<{ subject: string }>`
    select ${subject} as subject from ${sql.table(kind)}
    where not exists (select from audit_entry where audit_entry.kind = ${kind} and audit_entry.subject = ${subject})
    limit 1`.execute(db);
  return rows[0]?.subject ?? null;
}

const NUMBERS: ReadonlySet<string> = new Set(["version", "sequence", "year", "edition", "number"]);

function keyColumns(kind: AuditedKind) {
  return sql.join(AUDITED[kind].key.map((column) => sql.ref(column)));
}

function keyValues(kind: AuditedKind, subject: string) {
  const parts = subject.split(SEPARATOR);
  const { key }: AuditedTable = AUDITED[kind];
  const values = key.map((column, index) => (NUMBERS.has(column) ? Number(parts[index]) : parts[index]));
  return sql`(${sql.join(values)})`;
}
