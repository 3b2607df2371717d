import type { ReplyOf } from "../../api/define-route.js";
import type { reportRoutes } from "../../api/reports.js";
import type { RecordBehind } from "../../operations/reports/cell-records.js";
import type { DraftedReport } from "../../operations/reports/draft-report.js";
import type { ListedEdition } from "../../operations/reports/editions.js";
import { NEVER_WRITTEN, type Written } from "../../operations/reports/narrative-settings.js";
import type { PreviousReport } from "../../operations/reports/previous-report.js";
import type { Promises } from "../../operations/reports/promises.js";
import type { BooksOpened } from "../../operations/reports/read-opening.js";
import type { TalliedCell } from "../../tally/tally-result.js";
import type { NarrativeSection } from "../../tally/written-draft.js";
import { replyData } from "./reply-data.js";

type Routes = typeof reportRoutes;
type NameOf = (id: string) => string;

/** A cell with the number of records behind it; in the tally of an area nobody has counted them yet. */
export function cellReply({ table, row, column, value, unit, blank, records }: TalliedCell, isArea = false) {
  const many = isArea && records.length === 0 && value !== 0 ? null : records.length;
  return { table, row, column, value, unit: unit ?? null, blank: blank?.message ?? null, records: many };
}

export function previousReply(previous: PreviousReport | null) {
  return previous && { kind: previous.kind, year: previous.year, title: previous.composed.title };
}

/** What somebody asked for is for those who may see the case; who may see the report sees its number. */
export async function shownRecords(
  records: readonly RecordBehind[],
  may: (right: "cases:read", agencyId: string) => Promise<boolean>,
): Promise<RecordBehind[]> {
  const isOpen = new Map<string, boolean>();
  for (const { agencyId } of records) {
    if (!isOpen.has(agencyId)) isOpen.set(agencyId, await may("cases:read", agencyId));
  }
  return records.map((record) =>
    record.kind === "request" && isOpen.get(record.agencyId) !== true ? { ...record, title: "" } : record,
  );
}

/** Everybody who froze or released some editions. */
export function namedIn(editions: readonly ListedEdition[]): string[] {
  return editions.flatMap(({ frozenBy, release }) => [frozenBy, ...(release === null ? [] : [release.releasedBy])]);
}

export function editionReply(edition: ListedEdition, nameOf: NameOf): ReplyOf<Routes["freezeReport"]> {
  const { frozenBy, release, ...own } = edition;
  return { ...own, frozenBy: nameOf(frozenBy), release: release === null ? null : releaseReply(release, nameOf) };
}

export function releaseReply(
  { releasedAt, releasedBy, files, missing }: NonNullable<ListedEdition["release"]>,
  nameOf: NameOf,
): ReplyOf<Routes["releaseReport"]> {
  return {
    ...{ releasedAt, releasedBy: nameOf(releasedBy), missing },
    files: files.map(({ format, name, mediaType, size, sha256 }) => ({ format, name, mediaType, size, sha256 })),
  };
}

export function sectionReply(
  section: NarrativeSection,
  written: Written | undefined,
  nameOf: NameOf,
): ReplyOf<Routes["writeReportSection"]> {
  const { heading, places, countedNotes, notes, left } = section;
  const { version, editedAt, editedBy } = written ?? NEVER_WRITTEN;
  return {
    ...{ section: section.section, heading, version, editedAt, editedBy: editedBy === null ? null : nameOf(editedBy) },
    places: places.map(({ printed: _printed, state: _state, ...place }) => replyData(place)),
    ...replyData({ countedNotes, notes }),
    left: left.map(({ id, about, written: words }) => ({ id, about, written: [...words] })),
  };
}

export function frameReply({ composed, stored, draft }: DraftedReport, nameOf: NameOf): ReplyOf<Routes["writeReportFrame"]> {
  const { version, editedAt, editedBy } = stored.writtenOf.get("frame") ?? NEVER_WRITTEN;
  const { preface, signedOn, remarks } = stored.frame;
  return {
    ...{ version, editedAt, editedBy: editedBy === null ? null : nameOf(editedBy), title: draft.title },
    countedPreface: [...composed.preface],
    preface: preface && [...preface],
    signedOn,
    remarks: [...remarks],
  };
}

export function booksReply(books: BooksOpened, nameOf: NameOf): ReplyOf<Routes["openBooks"]> {
  const { openedBy, ...own } = books;
  return { ...replyData(own), openedBy: openedBy === null ? null : nameOf(openedBy) };
}

export function promisesReply({ previous, version, promises }: Promises): ReplyOf<Routes["readPromises"]> {
  return {
    previous: previousReply(previous),
    version,
    promises: promises.map((promise) => replyData(promise)),
    answered: promises.filter(({ answer }) => answer.length > 0).length,
  };
}
