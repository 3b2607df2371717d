import type { PlainDate } from "../law/plain-date.js";
import type { NormativeDocument } from "./published-figure.js";

/** The days of a document's life that stock and flow are counted from. */
type Life = Pick<NormativeDocument, "madeOn" | "repealedOn">;

/** The documents as they stand: of several records of one document the last written down by `asOf` counts. */
export function standingDocuments<Kept extends Pick<NormativeDocument, "documentId" | "sequence" | "recordedAt">>(
  records: readonly Kept[],
  asOf?: string,
): Kept[] {
  const standing = new Map<string, Kept>();
  for (const record of records) {
    if (asOf !== undefined && record.recordedAt > asOf) continue;
    const earlier = standing.get(record.documentId);
    if (!earlier || earlier.sequence < record.sequence) standing.set(record.documentId, record);
  }
  return [...standing.values()];
}

/** 现行有效：what is in force at the end of a day. On the day of its repeal a document no longer is. */
export function stockOn<Document extends Life>(documents: readonly Document[], day: PlainDate): Document[] {
  return documents.filter(({ madeOn, repealedOn }) => madeOn <= day && (repealedOn === null || repealedOn > day));
}

/** 本年制发 */
export function madeIn<Document extends Life>(documents: readonly Document[], year: number): Document[] {
  return documents.filter(({ madeOn }) => isIn(madeOn, year));
}

/** 本年废止，含自然失效 */
export function repealedIn<Document extends Life>(documents: readonly Document[], year: number): Document[] {
  return documents.filter(({ repealedOn }) => repealedOn !== null && isIn(repealedOn, year));
}

function isIn(day: PlainDate, year: number): boolean {
  return Number(day.slice(0, 4)) === year;
}

/** What is wrong with the days of a document, as a sentence, or null. Such a record is refused: stock and flow could not agree. */
export function faultOfDocument({
  madeOn,
  publishedOn,
  repealedOn,
}: Pick<NormativeDocument, "madeOn" | "publishedOn" | "repealedOn">): string | null {
  if (repealedOn !== null && repealedOn < madeOn) return "废止或者失效的日期早于制发日期。";
  if (publishedOn !== null && publishedOn < madeOn) return "公开的日期早于制发日期。";
  return null;
}
