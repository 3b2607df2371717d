import type { CappedCount, ItemFilter, ItemSummary } from "./public-item.js";

export interface SearchQuery extends ItemFilter {
  readonly text: string;
  readonly page?: number;
  readonly pageSize?: number;
}

/** A piece of a snippet; `isHit` is to be marked. Concatenated they are the text. */
export interface SnippetPart {
  readonly text: string;
  readonly isHit: boolean;
}

export interface SearchHit {
  readonly item: ItemSummary;
  /** Why it stands where it does: 文号 or index number as asked, the exact title, words in the title, words in the text or attachments. */
  readonly where: "number" | "exact-title" | "title" | "text";
  readonly title: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
  /** The attachment the words were found in, when they are not in the text itself. */
  readonly inAttachment: string | null;
}

export interface SearchResult {
  /** As understood: white space and width folded. */
  readonly text: string;
  readonly hits: readonly SearchHit[];
  readonly total: CappedCount;
  /** Only what stands in titles was counted, because it fills the page; what stands in texts alone comes behind it. */
  readonly isOfTitles: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly pages: number;
  /** Only when there is no hit. */
  readonly instead: SearchInstead | null;
  /** True when nothing of the question can be searched for: empty, or a single character. */
  readonly isEmpty: boolean;
}

/** A page of the site that is no item and has a name of its own. */
export interface NamedPage {
  readonly kind: "agency" | "report" | "guide" | "rule";
  readonly title: string;
  readonly agencyId: string;
  /** Of a report. */
  readonly year: number | null;
}

/** Pages of one kind whose names hold what was asked. */
export interface NamedPages {
  readonly kind: NamedPage["kind"];
  readonly pages: readonly NamedPage[];
  /** How many there are, of which `pages` are the first. */
  readonly count: number;
}

/** Something useful when nothing is found. */
export interface SearchInstead {
  /** Parts of the question that do find something, the most specific first. */
  readonly fewerWords: readonly { readonly text: string; readonly total: CappedCount }[];
  /** The same question without its filters, when that finds something. */
  readonly withoutFilters: CappedCount | null;
  /** Terms and titles spelt much like it. */
  readonly nearby: readonly Suggestion[];
  /** What was published lately. */
  readonly latest: readonly ItemSummary[];
}

export interface Suggestion {
  readonly text: string;
  readonly kind: "title" | "number" | "term" | "agency";
  /** The page to go to at once, for a title or number. */
  readonly itemId: string | null;
  readonly agencyId: string | null;
}

/** Something published that may already answer a request: shown while it is written. */
export interface SimilarPublished {
  readonly kind: "item" | "answer";
  /** 0 to 1. */
  readonly likeness: number;
  readonly title: string;
  readonly snippet: string;
  /** For an item. */
  readonly item: ItemSummary | null;
  /** For a published answer to an earlier request. */
  readonly answer: PublishedAnswer | null;
}

/** An answer to a request that the agency has published, because others ask for the same (条例 第四十四条). */
export interface PublishedAnswer {
  readonly id: string;
  readonly agencyId: string;
  readonly question: string;
  readonly answer: string;
  readonly answeredOn: string;
  readonly itemId: string | null;
}
