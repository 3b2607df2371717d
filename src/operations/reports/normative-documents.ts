import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type DocumentEntry, documentKey, documentRows } from "../../register/document-rows.js";
import type { RowFault } from "../../register/monthly-rows.js";
import { faultOfDocument, madeIn, repealedIn, standingDocuments, stockOn } from "../../register/normative-documents.js";
import type { NormativeDocument } from "../../register/published-figure.js";
import { loadDocuments, type NewNormativeDocument, saveDocuments } from "../../storage/stores/document-store.js";
import { yearEnd } from "../../tally/counted-agency.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { staleRecord } from "../stale-record.js";
import { sheetRows } from "./sheet-rows.js";

export interface DocumentCount {
  readonly kind: NormativeDocument["kind"];
  /** In force when the year began. */
  readonly before: number;
  readonly made: number;
  readonly repealed: number;
  /** In force at its end, or today. */
  readonly valid: number;
}

/** The documents of an agency as they stand, newest first, with stock and flow of a year: before + made − repealed = valid. */
export async function listDocuments(
  office: Office,
  { agencyId, year }: { readonly agencyId: string; readonly year: number },
): Promise<{ readonly counts: readonly DocumentCount[]; readonly documents: readonly NormativeDocument[] }> {
  const documents = standingDocuments(await loadDocuments(office.database, agencyId));
  const today = todayIn(office);
  const end = yearEnd(year) < today ? yearEnd(year) : today;
  const isPast = ({ madeOn }: NormativeDocument): boolean => madeOn <= end;
  const counts = (["rules", "normative_docs"] as const).map((kind): DocumentCount => {
    const own = documents.filter((document) => document.kind === kind && isPast(document));
    const made = madeIn(own, year).length;
    const repealed = repealedIn(own, year).filter(({ repealedOn }) => repealedOn !== null && repealedOn <= end).length;
    const before = stockOn(own, yearEnd(year - 1)).length;
    return { kind, before, made, repealed, valid: stockOn(own, end).length };
  });
  return { counts, documents: documents.toSorted((one, other) => (one.madeOn < other.madeOn ? 1 : -1)) };
}

export interface DocumentToEnter extends DocumentEntry {
  readonly agencyId: string;
  readonly documentId: string;
  /** As read; 0 for a new one. */
  readonly version: number;
  readonly reason?: string | undefined;
}

/** Records a document, or what became of it. The earlier records stay. */
export async function enterDocument(office: Office, actor: Actor, input: DocumentToEnter): Promise<NormativeDocument> {
  const fault = faultOfDocument(input) ?? futureFault(input, todayIn(office));
  if (fault !== null) throw new AppError("INPUT_INVALID", { fields: fault.replace(/。$/, "") });
  const { reason, ...entry } = input;
  const document = { ...entry, id: randomUUID(), ...(reason !== undefined && reason.trim() !== "" && { reason: reason.trim() }) };
  const [record] = await save(office, actor, { agencyId: input.agencyId, documents: [document] });
  if (record === undefined) throw new Error("No record came back of a document.");
  return record;
}

/** Made or published in days to come: a slip of the pen. An end of validity may lie ahead. */
function futureFault({ madeOn, publishedOn }: DocumentEntry, today: PlainDate): string | null {
  if (madeOn > today) return "制发日期还没有到。";
  return publishedOn !== null && publishedOn > today ? "公开日期还没有到。" : null;
}

async function save(
  { database }: Office,
  actor: Actor,
  { agencyId, documents }: { readonly agencyId: string; readonly documents: readonly NewNormativeDocument[] },
): Promise<readonly NormativeDocument[]> {
  const saved = await saveDocuments(database, agencyId, { documents, recordedBy: actor.id });
  if (saved.result === "written") return saved.records;
  const [first] = saved.current;
  if (first === undefined) throw new AppError("RECORD_UNKNOWN", { id: documents[0]?.documentId ?? "", kind: "规范性文件" });
  throw await staleRecord({ database }, first, { what: `“${first.title}”`, details: { current: saved.current } });
}

export interface DocumentFile {
  readonly agencyId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly isDryRun: boolean;
}

export interface DocumentsImported {
  readonly added: readonly DocumentEntry[];
  readonly changed: readonly { readonly documentId: string; readonly before: DocumentEntry; readonly after: DocumentEntry }[];
  readonly unchanged: number;
  readonly faults: readonly RowFault[];
  readonly isWritten: boolean;
}

/** Takes over a list of documents from an xlsx or csv file, all or none. A document with the same 文号 is the same document. */
export async function importDocuments(office: Office, actor: Actor, file: DocumentFile): Promise<DocumentsImported> {
  const { agencyId, bytes, fileName, isDryRun } = file;
  const { rows, firstRow } = await sheetRows(bytes, fileName);
  const read = documentRows(rows);
  const today = todayIn(office);
  const ahead = read.entries.flatMap((entry) => {
    const message = futureFault(entry, today);
    return message === null ? [] : [{ row: 1, column: 1, message: `“${entry.title}”：${message}` }];
  });
  const faults = [...read.faults, ...ahead].map((fault) => ({ ...fault, row: fault.row + firstRow - 1 }));
  const there = new Map(standingDocuments(await loadDocuments(office.database, agencyId)).map((one) => [documentKey(one), one]));
  const added = read.entries.filter((entry) => !there.has(documentKey(entry)));
  const changed = read.entries.flatMap((after) => {
    const before = there.get(documentKey(after));
    return before === undefined || isSame(before, after) ? [] : [{ record: before, after }];
  });
  const isWritten = !isDryRun && faults.length === 0 && added.length + changed.length > 0;
  if (isWritten) {
    const documents = [
      ...added.map((entry) => ({ ...entry, agencyId, documentId: randomUUID(), id: randomUUID(), version: 0 })),
      ...changed.map(({ record, after }) => ({
        ...{ ...after, agencyId, documentId: record.documentId, id: randomUUID(), version: record.sequence },
        reason: `导入 ${fileName}`,
      })),
    ];
    await save(office, actor, { agencyId, documents });
  }
  return {
    added,
    changed: changed.map(({ record, after }) => ({ documentId: record.documentId, before: entryOf(record), after })),
    unchanged: read.entries.length - added.length - changed.length,
    faults,
    isWritten,
  };
}

function isSame(one: DocumentEntry, other: DocumentEntry): boolean {
  return JSON.stringify(entryOf(one)) === JSON.stringify(entryOf(other));
}

function entryOf({ kind, title, number, madeOn, publishedOn, repealedOn }: DocumentEntry): DocumentEntry {
  return { kind, title, number, madeOn, publishedOn, repealedOn };
}
