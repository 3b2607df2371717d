import type { BodyOf } from "../../api/define-route.js";
import { publishingRoutes } from "../../api/publishing.js";
import { screeningRoutes } from "../../api/screening.js";
import { idInFile } from "../../register/publishing/hit-id.js";
import { HIT_LABELS } from "../../register/publishing/screening-hit.js";
import { call } from "../office/call.js";
import { newId } from "../office/new-id.js";
import type { Item, ItemHit } from "./item.js";

type Revision = BodyOf<(typeof publishingRoutes)["revise-item"]>;

/** Makes files anew without the chosen finds, puts them in the place of the old ones, and says how it was proved that the data are gone. */
export async function maskInFiles(
  item: Item,
  hits: readonly ItemHit[],
  told: (item: Item) => Promise<void>,
): Promise<{ readonly version: number; readonly sentences: readonly string[] }> {
  const { agencyId } = item;
  const byFile = new Map<string, string[]>();
  for (const { id, place } of hits) {
    if (place.in === "attachment") byFile.set(place.attachmentId, [...(byFile.get(place.attachmentId) ?? []), idInFile(id)]);
  }
  if (byFile.size === 0) return { version: item.version, sentences: [] };
  const sentences: string[] = [];
  let attachments = item.content.attachments;
  for (const [attachmentId, hitIds] of byFile) {
    const body = { newId: newId(), hitIds, remove: [] };
    const { attachment, left } = await call(screeningRoutes.mask, { params: { agencyId, attachmentId }, body });
    attachments = attachments.map((one) => (one.id === attachmentId ? attachment : one));
    const kinds = [...new Set(left.hits.map(({ kind }) => HIT_LABELS[kind]))];
    const rest = left.hits.length === 0 ? "没有发现其他内容" : `另有 ${left.hits.length} 处没有选择（${kinds.join("、")}）`;
    sentences.push(
      `附件“${attachment.name}”已重新制作：隐去 ${hitIds.length} 处，重新打开、重新筛查并逐字节查找，没有残留；${rest}。`,
    );
  }
  const screened = await withAttachment(item, attachments, "隐去附件中的个人信息");
  await told(screened);
  return { version: screened.version, sentences };
}

/** The item with other files: a new revision, screened at once. `why` is said where it was public before. */
export async function withAttachment(
  item: Item,
  attachments: readonly Item["content"]["attachments"][number][],
  why: string,
): Promise<Item> {
  const params = { agencyId: item.agencyId, itemId: item.id };
  const plain = attachments.map(({ id, name, mediaType, sha256, size }) => ({ id, name, mediaType, sha256, size }));
  const content = { ...item.content, attachments: plain } as Revision["content"]; // the server reads each day again
  const isAsked = item.publication !== null || item.state === "approved" || item.state === "scheduled";
  const body = { version: item.version, content, why: isAsked ? why : null };
  const { version } = await call(publishingRoutes["revise-item"], { params, body });
  return call(publishingRoutes["screen-item"], { params, body: { version } });
}
