import { z } from "zod";
import { DISCLOSURE_ATTRIBUTES, WITHHOLDING_GROUNDS } from "../../law/publication/disclosure-attributes.js";
import { DISCLOSURE_ITEMS } from "../../law/publication/disclosure-items.js";
import { day, line, words } from "../input-fields.js";
import { itemBlock, textsOfBlocks } from "./item-block.js";
import type { TextPart } from "./screening-hit.js";

/** A file of an item, as the store knows it. */
const itemAttachment = z.object({
  id: line,
  name: line,
  mediaType: line,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
});
export type ItemAttachment = z.output<typeof itemAttachment>;

/** 公开属性 with its ground: what is withheld needs an article, and nothing else does. */
const attributeChoice = z.discriminatedUnion("value", [
  z.object({ value: z.literal(DISCLOSURE_ATTRIBUTES[0]) }),
  z.object({ value: z.literal(DISCLOSURE_ATTRIBUTES[1]) }),
  z.object({
    value: z.literal(DISCLOSURE_ATTRIBUTES[2]),
    ground: z.enum(WITHHOLDING_GROUNDS.map(({ id }) => id)),
    /** Why the ground applies to this document; the article alone is no reason. */
    reason: words,
  }),
]);
export type AttributeChoice = z.output<typeof attributeChoice>;

/** A longer or shorter term than the twenty working days of 条例 第二十六条, which only a law or 法规 may set. */
export const otherTerm = z.object({ workingDays: z.int().min(1).max(250), basis: line });

/** What an item says of itself and what it says: the core metadata of the catalogue, and the text. A draft may lack anything but its title. */
export const itemContent = z.object({
  /** 名称 */
  title: z.string().trim().min(1).max(500),
  /** 内容概述 (条例 第十二条第三款). */
  summary: z.string().trim().max(1000).nullable().default(null),
  /** 文号 */
  documentNumber: z.string().trim().min(1).max(100).nullable().default(null),
  /** 生成日期: of a signed document the day it was signed. */
  madeOn: day.nullable().default(null),
  /** The day the information changed, where it is published again for that. */
  changedOn: day.nullable().default(null),
  /** 主题分类: a code of law/publication/themes. */
  theme: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .nullable()
    .default(null),
  /** 体裁分类 */
  genre: z.string().trim().min(1).max(20).nullable().default(null),
  /** The item of 条例 第二十条、第二十一条 it serves. */
  disclosureItem: z
    .enum(DISCLOSURE_ITEMS.map(({ id }) => id))
    .nullable()
    .default(null),
  /** 规章, 行政规范性文件 or neither: table two counts them. */
  documentKind: z.enum(["rules", "normative_docs"]).nullable().default(null),
  /** 有效性: a mark of the agency's list; null where the question does not arise. */
  validity: z.string().trim().min(1).max(40).nullable().default(null),
  /** 公开属性 */
  attribute: attributeChoice.nullable().default(null),
  otherTerm: otherTerm.nullable().default(null),
  keywords: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
  blocks: z.array(itemBlock).max(5000).default([]),
  attachments: z.array(itemAttachment).max(200).default([]),
});
export type ItemContent = z.output<typeof itemContent>;
export type ItemContentInput = z.input<typeof itemContent>;

/** Every stretch of text of an item that the public would read, for the screening. Files are screened by themselves. */
export function textPartsOf({ title, summary, keywords, blocks, attachments }: ItemContent): TextPart[] {
  return [
    { part: "title", text: title },
    ...(summary === null ? [] : [{ part: "summary", text: summary }]),
    ...keywords.map((text, index) => ({ part: `keywords/${index}`, text })),
    ...textsOfBlocks(blocks),
    // The name of a file is published with it.
    ...attachments.map(({ name }, index) => ({ part: `attachments/${index}/name`, text: name })),
  ];
}

/** What still lacks for the catalogue and for publication, in the words of a form; empty when nothing does. */
export function missingIn({ attribute, summary, madeOn, disclosureItem, blocks, attachments }: ItemContent): string[] {
  const isPublic = attribute?.value === "active";
  return [
    ...(madeOn === null ? ["生成日期"] : []),
    ...(isPublic && (summary === null || summary === "") ? ["内容概述"] : []),
    ...(isPublic && disclosureItem === null ? ["所属的法定主动公开事项"] : []),
    ...(isPublic && blocks.length === 0 && attachments.length === 0 ? ["正文或者附件"] : []),
  ];
}
