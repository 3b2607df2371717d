import type { PlainDate } from "../../law/plain-date.js";
import type { ItemBlock } from "./item-block.js";

/** A file the public may download with an item. */
export interface PublishedAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** What it says, for the search; null where it has no text or could not be read. */
  readonly text: string | null;
}

/** Another item this one speaks of, or is spoken of by; `title` and `path` as they are when the snapshot is made. */
export interface PublishedLink {
  readonly relation: PublishedRelation;
  readonly itemId: string;
  readonly title: string;
  readonly path: string;
}

/** Both directions: 解读 and what it interprets, what repeals and what is repealed. */
export const PUBLISHED_RELATIONS = [
  "interprets",
  "interpreted-by",
  "repeals",
  "repealed-by",
  "amends",
  "amended-by",
  "related",
] as const;
export type PublishedRelation = (typeof PUBLISHED_RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<PublishedRelation, string>> = {
  interprets: "解读的文件",
  "interpreted-by": "解读",
  repeals: "废止的文件",
  "repealed-by": "被废止于",
  amends: "修改的文件",
  "amended-by": "被修改于",
  related: "相关信息",
};

/** What stands at the address of an item that was withdrawn. */
export interface Tombstone {
  readonly withdrawnAt: string;
  /** The organ that decided so. */
  readonly authority: string;
  readonly reason: string;
}

/**
 * An item as the public sees it: plain data, complete, with nothing that is not public. The portal keeps this and nothing else; a
 * later one with the same `id` replaces it. Of a withdrawn item the text, attachments and links are empty and the tombstone is set.
 */
export interface PublishedItem {
  readonly id: string;
  readonly agencyId: string;
  /** 发布机构 as it was called on the day of publication. */
  readonly agencyName: string;
  /** 索引号 */
  readonly indexNumber: string;
  /** 名称 */
  readonly title: string;
  /** 内容概述; null when there is none. */
  readonly summary: string | null;
  /** 文号 */
  readonly documentNumber: string | null;
  /** 生成日期 */
  readonly madeOn: PlainDate;
  /** The server's clock in UTC, when it was first published here; of imported items the day the former site gives (midnight in China). */
  readonly publishedAt: string;
  /** When this version of it was published. */
  readonly revisedAt: string;
  /** Code of law/publication/themes: "0201". */
  readonly theme: string | null;
  readonly themeName: string | null;
  /** Name of law/publication/genres: 通知. */
  readonly genre: string | null;
  /** Id of law/publication/disclosure-items: "art20-01", "art21-land-taking"; null where it serves none of them. */
  readonly disclosureItem: string | null;
  /** 有效性: a mark of law/publication/validity; null where the question does not arise (news, lists). */
  readonly validity: string | null;
  readonly validityName: string | null;
  /** 废止日期或者失效日期 */
  readonly repealedOn: PlainDate | null;
  /** 规章, 行政规范性文件 or neither. */
  readonly documentKind: "rules" | "normative_docs" | null;
  readonly blocks: readonly ItemBlock[];
  readonly links: readonly PublishedLink[];
  readonly attachments: readonly PublishedAttachment[];
  readonly tombstone: Tombstone | null;
  /** The address below the site, which never changes: "/items/<id>". */
  readonly path: string;
  /** Counts the snapshots of this item; the highest holds. */
  readonly version: number;
  /** Made up for trying things out; the portal says so on the page. */
  readonly isSample: boolean;
}

/** The permanent address of an item below the site. */
export function itemPath(id: string): string {
  return `/items/${encodeURIComponent(id)}`;
}
