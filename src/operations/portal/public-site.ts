import type { PublicAgency } from "../../register/portal/public-agency.js";
import type { PublishedGuide, PublishedRule } from "../../register/portal/public-guide.js";
import type {
  ChangePage,
  ItemFacets,
  ItemFilter,
  ItemListQuery,
  ItemPage,
  PublicFile,
  PublicItem,
} from "../../register/portal/public-item.js";
import type { Receipt, RequestSubmission, StatusAnswer } from "../../register/portal/public-request.js";
import type { NamedPages, SearchQuery, SearchResult, SimilarPublished, Suggestion } from "../../register/portal/public-search.js";
import type { PublicReport, ReportSeries, ReportSummary } from "../../report/public-report.js";

/** What a page shows: when none of it changes, the page stays as it is. */
export interface Shown {
  readonly itemIds: readonly string[];
  /** Agencies of which it shows a list: any item of theirs may change it. */
  readonly agencyIds: readonly string[];
}

/**
 * Everything the public portal can know and do. It reads published snapshots and adds sealed requests; through the role it
 * connects with, the database lets it do nothing else. `openPublicSite` opens one.
 */
export interface PublicSite {
  /** The number of the portal now: it rises with each change. Those who ask at the same time share an answer. */
  now(): Promise<number>;
  /** Whether what something shows, or for null all there is, is as it was at a number, as far as `now` has heard. */
  isSince(sequence: number, shown: Shown | null): boolean;

  /** Every agency of the portal, governments first, then by code and name. */
  agencies(): Promise<readonly PublicAgency[]>;
  agency(id: string): Promise<PublicAgency | null>;

  /** 指南 */
  guide(agencyId: string): Promise<PublishedGuide | null>;
  /** 制度, the newest first. */
  rules(agencyId: string): Promise<readonly PublishedRule[]>;

  /** 法定主动公开内容: a page of a list, the newest first. */
  items(query: ItemListQuery): Promise<ItemPage>;
  /** How many items each choice of a filter has. Kept for a short time: a page may show it a minute late. */
  facets(filter: ItemFilter): Promise<ItemFacets>;
  /** An item with its permanent address; a tombstone when it was withdrawn; null when there never was one. */
  item(id: string): Promise<PublicItem | null>;
  /** By index number (索引号), for permanent addresses of an older site. */
  itemByIndexNumber(indexNumber: string): Promise<PublicItem | null>;
  /** An attachment of an item that is published now. */
  attachment(id: string): Promise<PublicFile | null>;
  /** Items in the order of publishing, for feeds, open data and the sitemap. `after` 0 begins. */
  changes(filter: ItemFilter, after: number, limit: number): Promise<ChangePage>;

  search(query: SearchQuery): Promise<SearchResult>;
  /** Agencies, reports, guides and rules by their names, which stand beside what `search` finds. */
  named(text: string, agencyId?: string): Promise<readonly NamedPages[]>;
  /** At most ten, for what was typed so far. */
  suggest(text: string, agencyId?: string): Promise<readonly Suggestion[]>;
  /** What is published and may already serve a request with this text. */
  similar(description: string, agencyId?: string): Promise<readonly SimilarPublished[]>;

  /** Annual reports, the newest year first; of one agency, or of all. */
  reports(agencyId?: string): Promise<readonly ReportSummary[]>;
  /** A report; the newest edition unless one is named. */
  report(agencyId: string, year: number, edition?: number): Promise<PublicReport | null>;
  reportFile(file: ReportFileName): Promise<PublicFile | null>;
  /** The figures over the years, for charts. */
  series(agencyIds: readonly string[]): Promise<readonly ReportSeries[]>;

  /** Whether the agency takes requests here: its published guide describes the online channel and its key is known. */
  takesRequests(agencyId: string): Promise<boolean>;
  /**
   * Encrypts a request to the office and stores it. Throws INPUT_INVALID, REQUESTS_NOT_TAKEN, FORM_ALREADY_SENT (the same token with
   * other content), ATTACHMENT_KIND_MISMATCH, FILE_TOO_LARGE, INBOX_FULL.
   */
  submit(submission: RequestSubmission): Promise<Receipt>;
  /** Number and code as people type them: width, case, spaces and hyphens do not matter. */
  statusOf(number: string, code: string): Promise<StatusAnswer>;

  /** What the portal holds, for health checks and ETags. */
  state(): Promise<PortalState>;
  close(): Promise<void>;
}

export interface ReportFileName {
  readonly agencyId: string;
  readonly year: number;
  readonly edition: number;
  readonly format: string;
}

export interface PortalState {
  /** Grows with everything that is published or withdrawn: an ETag of whatever depends on it. */
  readonly sequence: number;
  readonly changedAt: string | null;
  /** "attached" reads the office's database; "standalone" lives on bundles. */
  readonly mode: "attached" | "standalone";
}
