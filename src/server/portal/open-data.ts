import { createHash, type Hash } from "node:crypto";
import { z } from "zod";
import type { PublicSite } from "../../operations/portal/public-site.js";
import type { ItemChange, ItemFilter } from "../../register/portal/public-item.js";
import { CSV_BEGINNING, csvLine } from "../../writers/csv-line.js";

/** A line of the open data on published items. */
export const itemRecord = z
  .object({
    id: z.string().describe("永久不变的编号"),
    index_number: z.string().describe("索引号"),
    title: z.string().describe("名称"),
    agency_id: z.string().describe("发布机构的编号"),
    agency: z.string().describe("发布机构"),
    document_number: z.string().nullable().describe("文号"),
    summary: z.string().nullable().describe("内容概述（过长的截短）"),
    disclosure_item: z.string().nullable().describe("政府信息公开条例第二十条、第二十一条的哪一项"),
    theme: z.string().nullable().describe("主题分类代码"),
    theme_name: z.string().nullable().describe("主题分类"),
    genre: z.string().nullable().describe("体裁"),
    validity: z.string().nullable().describe("有效性代码"),
    validity_name: z.string().nullable().describe("有效性"),
    made_on: z.string().describe("生成日期"),
    published_at: z.string().describe("公开时间（协调世界时）"),
    changed_at: z.string().describe("这一版的公开时间（协调世界时）"),
    has_attachments: z.boolean().describe("有无附件"),
    withdrawn: z.boolean().describe("是否已经撤回；撤回的只保留名称、索引号和日期"),
    sample: z.boolean().describe("是否为试用而编写的样例"),
    url: z.string().describe("永久地址"),
    data_url: z.string().describe("全文、附件清单和校验值（json）"),
    sequence: z.int().describe("变动的序号；从上次取到的序号之后继续取（after），就得到其后的变动"),
  })
  .describe("主动公开的一条政府信息");

export type ItemRecord = z.output<typeof itemRecord>;
const ITEM_COLUMNS = Object.keys(itemRecord.shape) as (keyof ItemRecord)[]; // the keys of its own shape

/** A line of the open data for one change of the list. */
function itemRecordOf({ item, sequence, changedAt }: ItemChange, origin: string): ItemRecord {
  return {
    ...{ id: item.id, index_number: item.indexNumber, title: item.title, agency_id: item.agencyId, agency: item.agencyName },
    ...{ document_number: item.documentNumber, summary: item.summary, disclosure_item: item.disclosureItem },
    ...{ theme: item.theme, theme_name: item.themeName, genre: item.genre },
    ...{ validity: item.validity, validity_name: item.validityName, made_on: item.madeOn, published_at: item.publishedAt },
    ...{ changed_at: changedAt, has_attachments: item.hasAttachments, withdrawn: item.isTombstone, sample: item.isSample },
    ...{ url: `${origin}${item.path}`, data_url: `${origin}${item.path}.json`, sequence },
  };
}

export type ItemFormat = "csv" | "jsonl";
export const ITEM_MEDIA_TYPES: Readonly<Record<ItemFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

interface ItemStretch {
  readonly filter: ItemFilter;
  readonly after: number;
  /** Nothing that came later than this: what is published while it travels is for the next time. */
  readonly upTo: number;
  readonly format: ItemFormat;
  readonly origin: string;
}

const PAGE = 1_000;

/** The items as text, a page of them at a time, so that a million need no more memory than a thousand. */
export async function* itemLines(site: PublicSite, { filter, after, upTo, format, origin }: ItemStretch): AsyncGenerator<string> {
  // Excel takes a csv without the mark for GBK.
  if (format === "csv") yield CSV_BEGINNING + csvLine(ITEM_COLUMNS);
  for (let from: number | null = after; from !== null; ) {
    const { changes, next } = await site.changes(filter, from, PAGE);
    const records = changes.filter(({ sequence }) => sequence <= upTo).map((change) => itemRecordOf(change, origin));
    if (records.length > 0) yield records.map((record) => lineOf(record, format)).join("");
    from = next !== null && next < upTo ? next : null;
  }
}

function lineOf(record: ItemRecord, format: ItemFormat): string {
  return format === "jsonl" ? `${JSON.stringify(record)}\n` : csvLine(ITEM_COLUMNS.map((name) => String(record[name] ?? "")));
}

/** SHA-256 of a text that comes in pieces. */
export async function checksumOf(pieces: AsyncIterable<string>): Promise<string> {
  const hash: Hash = createHash("sha256");
  for await (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
