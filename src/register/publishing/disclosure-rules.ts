import { z } from "zod";
import { itemBlock } from "./item-block.js";

/** What an entry of 政府信息公开制度 is: the Regulations themselves, national norms, or the agency's own working rules. */
const ruleKind = z.enum(["law", "national", "local", "own"]);

/** 政府信息公开制度: the second of the four columns, each rule with its text here or its place elsewhere. */
export const disclosureRules = z.object({
  entries: z
    .array(
      z.object({
        id: z.string().trim().min(1).max(60),
        kind: ruleKind,
        title: z.string().trim().min(1).max(300),
        documentNumber: z.string().trim().max(100).nullable().default(null),
        /** The item it is published as; then the text is there. */
        itemId: z.string().trim().min(1).max(200).nullable().default(null),
        address: z.url().max(2000).nullable().default(null),
        blocks: z.array(itemBlock).max(2000).default([]),
      }),
    )
    .max(200),
});
export type DisclosureRules = z.output<typeof disclosureRules>;

export const RULE_KIND_LABELS: Readonly<Record<z.output<typeof ruleKind>, string>> = {
  law: "法律、行政法规",
  national: "国家有关规定",
  local: "地方性法规、规章和规定",
  own: "本机关制度",
};

/** Entries that lead nowhere: without text, item or address. */
export function emptyRules({ entries }: DisclosureRules): readonly string[] {
  return entries
    .filter(({ itemId, address, blocks }) => itemId === null && address === null && blocks.length === 0)
    .map(({ title }) => title);
}
