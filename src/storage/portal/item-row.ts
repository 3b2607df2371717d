import { numberKey, searchTokens, titleKey } from "../../document/search-tokens.js";
import type { ItemSummary } from "../../register/portal/public-item.js";
import { plainTextOf } from "../../register/publishing/item-block.js";
import type { PublishedItem } from "../../register/publishing/published-item.js";
import { filterTokens } from "./filter-tokens.js";

const SUMMARY_LENGTH = 120;

/** A snapshot as the rows of the portal's tables. */
export interface ItemRows {
  readonly summary: ItemSummary;
  /** The snapshot without the texts of its attachments, which lie beside their bytes. */
  readonly snapshot: PublishedItem;
  /** The own text of the item, as the search shows it. */
  readonly plain: string;
  readonly year: number;
  readonly titleKey: string;
  readonly numberKey: string | null;
  readonly indexKey: string;
  readonly titleTokens: readonly string[];
  readonly bodyTokens: readonly string[];
}

export function itemRowsOf(item: PublishedItem): ItemRows {
  const body = plainTextOf(item.blocks);
  const texts = [item.title, item.documentNumber, item.indexNumber, item.summary, body];
  return {
    summary: summaryOf(item, body),
    snapshot: { ...item, attachments: item.attachments.map((attachment) => ({ ...attachment, text: null })) },
    year: yearInChina(item.publishedAt),
    titleKey: titleKey(item.title),
    numberKey: item.documentNumber === null ? null : (numberKey(item.documentNumber) ?? titleKey(item.documentNumber)),
    indexKey: item.indexNumber.toUpperCase(),
    plain: [item.summary, body].filter(isText).join("\n"),
    titleTokens: [...searchTokens(item.title), ...filterTokens(item)],
    // The title as well: of two words one may stand in the title and the other in the text.
    bodyTokens: [
      ...searchTokens([...texts, ...item.attachments.flatMap(({ name, text }) => [name, text])].filter(isText).join("\n")),
      ...filterTokens(item),
    ],
  };
}

const isText = (text: string | null): text is string => text !== null && text !== "";

function summaryOf(item: PublishedItem, body: string): ItemSummary {
  const isTombstone = item.tombstone !== null;
  return {
    ...{ id: item.id, agencyId: item.agencyId, agencyName: item.agencyName, title: item.title },
    ...{ indexNumber: item.indexNumber, documentNumber: item.documentNumber },
    summary: isTombstone ? null : shortened(item.summary ?? body.replaceAll(/\s+/g, " ")),
    ...{ disclosureItem: item.disclosureItem, theme: item.theme, themeName: item.themeName, genre: item.genre },
    ...{ validity: item.validity, validityName: item.validityName, madeOn: item.madeOn, publishedAt: item.publishedAt },
    ...{ hasAttachments: item.attachments.length > 0, isTombstone, isSample: item.isSample, path: item.path },
  };
}

function shortened(text: string): string | null {
  const signs = [...text.slice(0, SUMMARY_LENGTH * 2)];
  if (signs.length === 0) return null;
  return signs.length <= SUMMARY_LENGTH ? text : `${signs.slice(0, SUMMARY_LENGTH).join("")}……`;
}

/** China has had one time zone without summer time since 1992. */
export function yearInChina(instant: string): number {
  return new Date(Date.parse(instant) + 8 * 3_600_000).getUTCFullYear();
}
