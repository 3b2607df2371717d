import type { PlainDate } from "../../law/plain-date.js";
import type { ImportMapping } from "../../register/publishing/import-mapping.js";
import type { ItemContent } from "../../register/publishing/item-content.js";
import type { ImportCandidate } from "./import-candidate.js";

/** What to import, and how. */
export interface ImportOrder {
  readonly agencyId: string;
  readonly attachmentId: string;
  /** Of a table; what was suggested when null. */
  readonly mapping: ImportMapping | null;
  /** "published": what the former site shows already keeps its number and its day. "draft": goes through the review. */
  readonly as: "draft" | "published";
  /** Of documents, which do not say when they were made public: a day for all, or of each the day it was made. */
  readonly publishedOn: PlainDate | "as-made" | null;
  readonly isDryRun: boolean;
}

/** What became, or would become, of one line or file. */
export interface ImportLine {
  readonly place: string;
  readonly title: string;
  readonly result: "ready" | "doubtful" | "refused" | "written" | "already";
  readonly itemId: string | null;
  readonly content: ItemContent | null;
  readonly indexNumber: string | null;
  readonly publishedOn: PlainDate | null;
  readonly notes: readonly string[];
}

/** What an import did, or would do, line by line. */
export interface ImportReport {
  readonly isDryRun: boolean;
  readonly kind: "table" | "folder";
  readonly total: number;
  readonly ready: number;
  readonly written: number;
  readonly lines: readonly ImportLine[];
}

/** A candidate with what is to become of it. */
export interface WeighedCandidate {
  readonly candidate: ImportCandidate;
  readonly line: ImportLine;
}
