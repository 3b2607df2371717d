import { sql } from "kysely";
import type { CaseFile } from "../../register/case-file.js";
import type { Proceeding, ProceedingEventBody } from "../../register/proceeding.js";
import type { RequestLink } from "../../register/request-link.js";
import type { Database } from "../database.js";
import { recordedOf } from "./append-outcome.js";
import { labelOf, PLAIN_SIZE } from "./attachment-row.js";
import type { Attachment } from "./attachment-store.js";
import { FILE_COLUMNS, type FileRow, fileOf, instantOf } from "./case-file-row.js";
import { issuedBody } from "./issued-letter-store.js";
import type { ProceedingHead } from "./proceeding-store.js";

/** A case with everything that hangs on it. */
export interface CasePage<LetterBody> {
  readonly file: CaseFile;
  readonly attachments: readonly Attachment[];
  /** Every record about links of the request, the removed ones among them. */
  readonly links: readonly RequestLink[];
  /** The other pieces of the letter, in the order of their numbers. */
  readonly pieceIds: readonly string[];
  readonly proceedings: readonly Proceeding[];
  readonly letters: readonly { readonly id: string; readonly number: string | null; readonly body: LetterBody }[];
  /** The names of those who recorded something of it and have an account. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the page of a case in one question; null where there is none. */
export async function loadCasePage<LetterBody>(
  { db, keys }: Pick<Database, "db" | "keys">,
  id: string,
): Promise<CasePage<LetterBody> | null> {
  const { rows } = await sql<PageRow>`
    select ${FILE_COLUMNS},
      (select json_agg(json_build_object('id', a.id, 'name', a.name, 'sha256', encode(a.sha256, 'hex'), 'key_id', a.key_id,
            'envelope', encode(a.envelope, 'base64'), 'media_type', a.media_type, 'size', ${PLAIN_SIZE}, 'recorded_at', a.recorded_at,
            'recorded_by', a.recorded_by)
          order by a.recorded_at, a.id) from attachment a where a.case_id = f.id) as attachments,
      (select json_agg(l order by l.sequence) from request_link l where l.request_id = f.id or l.earlier_id = f.id) as links,
      (select json_agg(o.id order by o.number, o.id) from case_file o where o.letter_id = f.letter_id and o.id <> f.id) as piece_ids,
      (select json_agg(json_build_object('id', p.id, 'chain_id', p.chain_id, 'body', p.body, 'events',
          (select json_agg(e order by e.sequence) from proceeding_event e where e.proceeding_id = p.id)) order by p.id)
        from proceeding p where p.body ->> 'requestId' = f.id) as proceedings,
      (select json_agg(json_build_array(i.id, i.number, encode(i.body, 'base64'))) from issued_letter i where i.case_id = f.id) as letters,
      (select json_agg(json_build_array(who.id,
          (select v.body ->> 'name' from account_version v where v.account_id = who.id order by v.version desc limit 1)))
        from (select recorded_by as id from case_event where case_id = f.id
          union select recorded_by from attachment where case_id = f.id) who) as names
    from case_file f where f.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return null;
  return {
    file: fileOf(row, keys),
    attachments: (row.attachments ?? []).map((one) => ({
      ...labelOf({ ...one, sha256: bytesOf(one.sha256, "hex"), envelope: bytesOf(one.envelope, "base64") }, keys),
      ...{ id: one.id, agencyId: row.chain_id, caseId: row.id, mediaType: one.media_type, size: one.size },
      ...{ recordedAt: instantOf(one.recorded_at), recordedBy: one.recorded_by },
    })),
    links: (row.links ?? []).map((link) => ({
      ...recordedOf({ ...link, recorded_at: instantOf(link.recorded_at) }),
      requestId: link.request_id,
      earlierId: link.earlier_id,
      kind: link.kind,
      ...(link.is_removed ? { isRemoved: true as const } : {}),
    })),
    pieceIds: row.piece_ids ?? [],
    proceedings: (row.proceedings ?? []).map(proceedingOf),
    letters: (row.letters ?? []).map(([letter, number, sealed]) => ({
      ...{ id: letter, number },
      body: issuedBody<LetterBody>(keys, { id: letter, body: Buffer.from(sealed, "base64") }),
    })),
    names: new Map((row.names ?? []).flatMap(([who, name]) => (name === null ? [] : [[who, name] as const]))),
  };
}

interface RecordedRow {
  readonly id: string;
  readonly sequence: number;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly reason: string | null;
}

interface LinkRow extends RecordedRow {
  readonly request_id: string;
  readonly earlier_id: string;
  readonly kind: RequestLink["kind"];
  readonly is_removed: boolean;
}

interface ProceedingRow {
  readonly id: string;
  readonly chain_id: string;
  readonly body: Omit<ProceedingHead, "id" | "agencyId">;
  readonly events: readonly (RecordedRow & { readonly body: ProceedingEventBody })[] | null;
}

interface AttachmentRow {
  readonly id: string;
  readonly name: string | null;
  readonly sha256: string | null;
  readonly key_id: string | null;
  readonly envelope: string | null;
  readonly media_type: string;
  readonly size: number;
  readonly recorded_at: string;
  readonly recorded_by: string;
}

interface PageRow extends FileRow {
  readonly attachments: readonly AttachmentRow[] | null;
  readonly links: readonly LinkRow[] | null;
  readonly piece_ids: readonly string[] | null;
  readonly proceedings: readonly ProceedingRow[] | null;
  readonly letters: readonly (readonly [id: string, number: string | null, body: string])[] | null;
  readonly names: readonly (readonly [id: string, name: string | null])[] | null;
}

function bytesOf(text: string | null, encoding: "hex" | "base64"): Buffer | null {
  return text === null ? null : Buffer.from(text, encoding);
}

function proceedingOf({ id, chain_id: agencyId, body, events }: ProceedingRow): Proceeding {
  const own = (events ?? []).map((event) => ({
    ...recordedOf({ ...event, recorded_at: instantOf(event.recorded_at) }),
    body: event.body,
  }));
  return { ...body, id, agencyId, events: own, version: own.length };
}
