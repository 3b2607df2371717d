import type { ReplyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { ATTRIBUTE_LABELS, withholdingGround } from "../../law/publication/disclosure-attributes.js";
import { forget, queryClient } from "../office/use-call.js";

/** An item as its page knows it. */
export type Item = ReplyOf<(typeof publishingRoutes)["read-item"]>;
export type ItemContent = Item["content"];
export type ItemHit = Item["screening"]["hits"][number];
export type ItemRow = ReplyOf<(typeof publishingRoutes)["list-items"]>["items"][number];

/** What the lists and the calendar say changes with an item. */
const LISTS = [
  publishingRoutes["list-items"],
  publishingRoutes["read-catalogue"],
  publishingRoutes["read-publication-calendar"],
] as const;

/** Shows an item as the server just answered it, and lets the lists be asked for again. */
export async function settle(item: Item): Promise<void> {
  const { agencyId, id: itemId } = item;
  queryClient.setQueryData([publishingRoutes["read-item"].id, { agencyId, itemId }, {}], item);
  await forget(...LISTS);
}

/** 主动公开; 不予公开（属于国家秘密，《政府信息公开条例》第十四条）. */
export function attributeText({ attribute }: Pick<ItemContent, "attribute">): string {
  if (attribute === null) return "还没有确定";
  const { name } = ATTRIBUTE_LABELS[attribute.value];
  if (attribute.value !== "withheld") return name;
  const ground = withholdingGround(attribute.ground);
  return ground === null ? name : `${name}（${ground.name}，条例${ground.basis.place}）`;
}

/** 1,204 字节 as people read it. */
export function sizeText(size: number): string {
  if (size < 1024) return `${size} 字节`;
  return size < 1024 * 1024 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1024 / 1024).toFixed(1)} MB`;
}
