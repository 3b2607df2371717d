import { AppError } from "../../errors.js";
import { countedHits } from "../../register/publishing/hit-id.js";
import { type ItemContent, textPartsOf } from "../../register/publishing/item-content.js";
import { type ItemState, itemState } from "../../register/publishing/item-state.js";
import { screenParts } from "../../register/publishing/screen-parts.js";
import { recordedHit, type ScreeningHit } from "../../register/publishing/screening-hit.js";
import { clearHit as clearStep } from "../../register/publishing-steps/clear-hit.js";
import { recordScreening } from "../../register/publishing-steps/record-screening.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { itemOf } from "../../storage/stores/item-store.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { maskedText } from "./mask-text.js";
import { revisionStep } from "./revise-item.js";
import { screenFile } from "./screener.js";
import { type ItemAtVersion, type ItemStep, takeItemSteps, unknownItem } from "./take-item-step.js";

/** Everything that must be looked at in an item as it stands: in its text, and in and behind the text of its files. */
export async function foundIn({ database }: Office, { content }: Pick<ItemState, "content">): Promise<ScreeningHit[]> {
  if (content === null) return [];
  const hits = screenParts(textPartsOf(content));
  for (const { id, name } of content.attachments) {
    const bytes = await loadAttachmentBytes(database, id);
    if (bytes !== null) hits.push(...(await screenFile({ attachmentId: id, name, bytes })));
  }
  return countedHits(hits);
}

/** The step that records what was found in a revision. */
export function screeningStep(revision: number, hits: readonly ScreeningHit[]): ItemStep {
  return { transition: recordScreening, input: () => ({ revision, hits: hits.map(recordedHit) }) };
}

/** Screens an item before its release. The answer shows the places found with what stands there; the history keeps only what is masked. */
export async function screenItem(office: Office, actor: Actor, at: ItemAtVersion): Promise<ItemView> {
  const state = await stateOf(office, at);
  const found = await foundIn(office, state);
  const item = await takeItemSteps(office, actor, at, [screeningStep(state.revision, found)]);
  return itemView(office, actor, item, found);
}

/** Records that what was found may be published as it is, and why. */
export async function clearHit(
  office: Office,
  actor: Actor,
  { hitId, ...rest }: ItemAtVersion & { readonly hitId: string; readonly why: string },
): Promise<ItemView> {
  return clearHits(office, actor, { ...rest, hitIds: [hitId] });
}

/** The same of several alike, for one reason: each is on record by itself, and either all are or none. */
export async function clearHits(
  office: Office,
  actor: Actor,
  { hitIds, why, ...at }: ItemAtVersion & { readonly hitIds: readonly string[]; readonly why: string },
): Promise<ItemView> {
  const steps = [...new Set(hitIds)].map((hitId): ItemStep => ({ transition: clearStep, input: () => ({ hitId, why }) }));
  const item = await takeItemSteps(office, actor, at, steps);
  return itemView(office, actor, item, await foundIn(office, itemState(item)));
}

/**
 * Hides what was found in the text: a new revision with the masked words in their place, screened again in the same transaction, so that
 * the record proves that they are gone. Files are masked as files, by `maskAttachment`.
 */
export async function maskHits(
  office: Office,
  actor: Actor,
  { hitIds, ...at }: ItemAtVersion & { readonly hitIds: readonly string[] },
): Promise<ItemView> {
  const state = await stateOf(office, at);
  const wanted = new Set(hitIds);
  const hits = (await foundIn(office, state)).filter(({ id }) => wanted.has(id));
  if (state.content === null || hits.length < wanted.size) {
    throw new AppError("STEP_REFUSED", { reason: "所选的内容已经不在稿件里，请重新筛查。" });
  }
  const content: ItemContent = maskedText(state.content, hits);
  const found = await foundIn(office, { content });
  const why = state.publication === null ? null : "隐去个人信息";
  const steps = [revisionStep({ agencyId: at.agencyId, content, why }), screeningStep(state.revision + 1, found)];
  return itemView(office, actor, await takeItemSteps(office, actor, at, steps), found);
}

async function stateOf({ database }: Office, { agencyId, itemId }: ItemAtVersion): Promise<ItemState> {
  const item = await itemOf(database.db, itemId);
  if (item === null || item.agencyId !== agencyId) throw unknownItem(itemId);
  return itemState(item);
}
