import type { PlainDate } from "../../law/plain-date.js";
import type { PublishedItem, PublishedLink } from "../publishing/published-item.js";

/** What a list shows of a published item. */
export interface ItemSummary {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly title: string;
  readonly indexNumber: string;
  /** 文号; null when it has none. */
  readonly documentNumber: string | null;
  /** 内容概述, shortened; null when it has none. */
  readonly summary: string | null;
  /** Id of law/publication/disclosure-items: the item of Articles 20 and 21 it serves; null where none. */
  readonly disclosureItem: string | null;
  /** Code of law/publication/themes, and its name. */
  readonly theme: string | null;
  readonly themeName: string | null;
  readonly genre: string | null;
  /** A mark of law/publication/validity, and its name. */
  readonly validity: string | null;
  readonly validityName: string | null;
  /** 生成日期 */
  readonly madeOn: PlainDate;
  /** The server's clock at publishing, UTC. */
  readonly publishedAt: string;
  readonly hasAttachments: boolean;
  /** Withdrawn: only date, authority and reason are left (`PublishedItem.tombstone`). */
  readonly isTombstone: boolean;
  /** Made up for trying things out. */
  readonly isSample: boolean;
  readonly path: string;
}

/** An item as its page shows it. */
export interface PublicItem {
  /** The newest snapshot; of its attachments the text is left out. Its tombstone is set when it was withdrawn. */
  readonly item: PublishedItem;
  /**
   * What the item names and what names it, also when that was published later; titles as they are now, withdrawn ones left out.
   * Use these rather than `item.links`.
   */
  readonly links: readonly PublishedLink[];
}

/** A file with its bytes. */
export interface PublicFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Which items; what is not given does not matter. */
export interface ItemFilter {
  /** Any of these agencies; empty or absent: all. */
  readonly agencyIds?: readonly string[];
  readonly disclosureItem?: string;
  readonly theme?: string;
  readonly genre?: string;
  readonly validity?: string;
  /** The year of publishing. */
  readonly year?: number;
}

/** A page of a list, the newest first. Pages are counted from 1; a list goes no deeper than `MOST_LIST_PAGES`. */
export interface ItemListQuery extends ItemFilter {
  readonly page?: number;
  readonly pageSize?: number;
  /** Tombstones are listed unless this is true. */
  readonly withoutTombstones?: boolean;
}

export const LIST_PAGE_SIZE = 20;
export const MOST_PAGE_SIZE = 100;
export const MOST_LIST_PAGES = 500;

export interface ItemPage {
  readonly items: readonly ItemSummary[];
  readonly total: CappedCount;
  readonly page: number;
  readonly pageSize: number;
  readonly pages: number;
}

/** A number, or "more than": nothing is counted to the end on a public page. */
export interface CappedCount {
  readonly count: number;
  readonly isMore: boolean;
}

/** One choice of a filter with how many items it has. */
export interface FacetValue {
  readonly value: string;
  /** For people, where the value is a code the portal's own data names; else null. */
  readonly name: string | null;
  readonly count: number;
}

/** The choices of the filters for an agency, or for all. */
export interface ItemFacets {
  readonly agencies: readonly FacetValue[];
  readonly disclosureItems: readonly (FacetValue & { readonly newestAt: string })[];
  readonly themes: readonly FacetValue[];
  readonly genres: readonly FacetValue[];
  readonly years: readonly FacetValue[];
  readonly validities: readonly FacetValue[];
}

/** A step of feeds, open data and the sitemap: items in the order they were published or withdrawn. */
export interface ChangePage {
  readonly changes: readonly ItemChange[];
  /** Give it back to get the next page; null at the end. */
  readonly next: number | null;
}

export interface ItemChange {
  readonly sequence: number;
  readonly changedAt: string;
  readonly item: ItemSummary;
}
