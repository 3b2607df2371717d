import { type Kysely, sql } from "kysely";
import { AppError } from "../../errors.js";
import { canonicalJson } from "../../register/hash-chain.js";
import type { NormativeDocument } from "../../register/published-figure.js";
import type { Database } from "../database.js";
import type { Tables } from "../tables.js";
import { type Writing, write } from "../write.js";
import { recordedOf } from "./append-outcome.js";

/** A document as a person enters it. `id` is that of the record, `sequence` the number of records there were when it was read. */
export type NewNormativeDocument = Omit<NormativeDocument, "sequence" | "recordedAt" | "recordedBy"> & {
  readonly version: number;
};

export type DocumentsSaved =
  | { readonly result: "written"; readonly records: readonly NormativeDocument[] }
  /** Somebody else recorded something about one of them; `current` is the last record of each. */
  | { readonly result: "stale"; readonly current: readonly NormativeDocument[] };

/** Records documents of one agency, or what became of them, all or none. Every record stays; the last one of a document counts. */
export async function saveDocuments(
  database: Database,
  agencyId: string,
  { documents, recordedBy }: { readonly documents: readonly NewNormativeDocument[]; readonly recordedBy: string },
): Promise<DocumentsSaved> {
  return write(database, { chain: agencyId, recordedBy }, (writing) => addDocuments(writing, documents));
}

/** The same inside a transaction: a document is counted with the publishing that makes it public, or not at all. */
export async function addDocuments(writing: Writing, documents: readonly NewNormativeDocument[]): Promise<DocumentsSaved> {
  const { trx, recordedAt, recordedBy, chain: agencyId } = writing;
  const known = await recordsOf(trx, { documentIds: documents.map(({ documentId }) => documentId) });
  const byId = new Map(known.map((record) => [record.id, record]));
  const last = new Map(known.map((record) => [record.documentId, record]));
  const fresh = documents.filter(({ id }) => !byId.has(id));
  for (const { version: _version, ...document } of documents) {
    const there = byId.get(document.id);
    if (there !== undefined && canonicalJson(entered(there)) !== canonicalJson(entered(document))) {
      throw new AppError("RECORD_ID_REUSED", { id: document.id });
    }
    if (document.agencyId !== agencyId) throw new Error("A document is written in the chain of its agency.");
  }
  const stale = fresh.filter(({ documentId, version }) => (last.get(documentId)?.sequence ?? 0) !== version);
  if (stale.length > 0) {
    return { result: "stale", current: stale.flatMap(({ documentId }) => last.get(documentId) ?? []) };
  }
  const added = fresh.map(
    ({ version, ...document }): NormativeDocument => ({ ...document, sequence: version + 1, recordedAt, recordedBy }),
  );
  await writing.add(
    "normative_document",
    added.map((record) => ({
      ...{ document_id: record.documentId, sequence: record.sequence, id: record.id, chain_id: agencyId },
      ...{
        body: JSON.stringify(bodyOf(record)),
        recorded_at: recordedAt,
        recorded_by: recordedBy,
        reason: record.reason ?? null,
      },
    })),
  );
  const addedById = new Map(added.map((record) => [record.id, record]));
  return { result: "written", records: documents.flatMap(({ id }) => addedById.get(id) ?? byId.get(id) ?? []) };
}

/** Every record about the documents of an agency, in the order of recording for each document. */
export async function loadDocuments({ db }: Database, agencyId: string): Promise<NormativeDocument[]> {
  return recordsOf(db, { agencyIds: [agencyId] });
}

/** A document as it counts. */
export type StandingDocument = Pick<
  NormativeDocument,
  "documentId" | "agencyId" | "kind" | "madeOn" | "publishedOn" | "repealedOn" | "sequence" | "recordedAt"
>;

/** The documents of several agencies as they stood at an instant, in one text for each agency. */
export async function loadStandingDocuments(
  { db }: Database,
  { agencyIds, asOf }: { readonly agencyIds: readonly string[]; readonly asOf: string },
): Promise<StandingDocument[]> {
  const { rows } = await sql<{ chain_id: string; documents: string }>`
    select chain_id, json_agg(json_build_object('documentId', document_id, 'kind', body -> 'kind', 'madeOn', body -> 'madeOn',
      'publishedOn', body -> 'publishedOn', 'repealedOn', body -> 'repealedOn', 'sequence', sequence) order by document_id)::text as documents
    from (
      select distinct on (document_id) chain_id, document_id, sequence, body
      from normative_document
      where chain_id = any(${[...agencyIds]}::text[]) and recorded_at <= ${asOf}::timestamptz
      order by document_id, sequence desc
    ) standing
    group by chain_id`.execute(db);
  return rows.flatMap(({ chain_id: agencyId, documents }) =>
    (JSON.parse(documents) as Omit<StandingDocument, "agencyId" | "recordedAt">[]) // built as such
      .map((document) => ({ ...document, agencyId, recordedAt: asOf })),
  );
}

type Body = Pick<NormativeDocument, "kind" | "title" | "number" | "madeOn" | "publishedOn" | "repealedOn">;

function bodyOf({ kind, title, number, madeOn, publishedOn, repealedOn }: Body): Body {
  return { kind, title, number, madeOn, publishedOn, repealedOn };
}

function entered(document: Body & Pick<NormativeDocument, "documentId" | "agencyId" | "reason">): unknown {
  const { documentId, agencyId, reason } = document;
  return { documentId, agencyId, reason, ...bodyOf(document) };
}

async function recordsOf(
  db: Kysely<Tables>,
  { agencyIds, documentIds }: { readonly agencyIds?: readonly string[]; readonly documentIds?: readonly string[] },
): Promise<NormativeDocument[]> {
  const rows = await db
    .selectFrom("normative_document")
    .selectAll()
    .$if(agencyIds !== undefined, (query) => query.where("chain_id", "=", sql<string>`any(${agencyIds})`))
    .$if(documentIds !== undefined, (query) => query.where("document_id", "=", sql<string>`any(${documentIds})`))
    .orderBy("document_id")
    .orderBy("sequence")
    .execute();
  return rows.map((row) => ({
    ...recordedOf(row),
    documentId: row.document_id,
    agencyId: row.chain_id,
    ...(row.body as Body), // written as such
  }));
}

/** The last record of one document; null when there is none. */
export async function lastDocumentRecord(db: Kysely<Tables>, documentId: string): Promise<NormativeDocument | null> {
  return (await recordsOf(db, { documentIds: [documentId] })).at(-1) ?? null;
}
