import { themeName } from "../../law/publication/themes.js";
import { validityMark } from "../../law/publication/validity.js";
import { onDay } from "../../register/agency.js";
import type { InformationItem, LinkRelation } from "../../register/publishing/item-event.js";
import { type ItemState, isPublic, itemState } from "../../register/publishing/item-state.js";
import {
  itemPath,
  type PublishedAttachment,
  type PublishedItem,
  type PublishedLink,
  type PublishedRelation,
} from "../../register/publishing/published-item.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import type { Database } from "../../storage/database.js";
import { loadAgency } from "../../storage/stores/agency-store.js";
import { attachmentTexts } from "../../storage/stores/attachment-text-store.js";
import { itemsOf, itemsSpeakingOf } from "../../storage/stores/item-store.js";
import { summariesByIds } from "../../storage/stores/item-summary-store.js";
import { dayInChina } from "../tally-register.js";

type Reading = Pick<Database, "db">;
/** With the keys of the files, whose texts are sealed. */
type SealedReading = Pick<Database, "db" | "keys">;

/** The item as the public is to see it from now on; null when it was never published. */
export async function composeSnapshot(
  reading: SealedReading,
  { item, state, marks, version }: SnapshotSource,
): Promise<PublishedItem | null> {
  const { publication, validity } = state;
  if (publication === null) return null;
  const { content, tombstone, indexNumber, publishedAt, revisedAt } = publication;
  const isGone = tombstone !== null;
  const mark = content.validity === null ? null : validityMark(content.validity, marks);
  return {
    id: item.id,
    agencyId: item.agencyId,
    agencyName: await agencyNameOn(reading, item.agencyId, publishedAt),
    indexNumber,
    title: content.title,
    summary: isGone ? null : content.summary,
    documentNumber: content.documentNumber,
    madeOn: content.madeOn ?? dayInChina(publishedAt),
    publishedAt,
    revisedAt,
    theme: content.theme,
    themeName: content.theme === null ? null : themeName(content.theme),
    genre: content.genre,
    disclosureItem: content.disclosureItem,
    validity: content.validity,
    validityName: mark?.name ?? content.validity,
    repealedOn: validity?.ends ? validity.from : null,
    documentKind: content.documentKind,
    blocks: isGone ? [] : content.blocks,
    links: isGone ? [] : await publicLinks(reading, item, state),
    attachments: isGone ? [] : await publicAttachments(reading, content.attachments),
    tombstone,
    path: itemPath(item.id),
    version,
    isSample: item.isSample,
  };
}

export interface SnapshotSource {
  readonly item: InformationItem;
  readonly state: ItemState;
  readonly marks: PublishingSettings["validityMarks"];
  readonly version: number;
}

/** What an agency was called on the day of an instant. */
export async function agencyNameOn(reading: Reading, agencyId: string, instant: string): Promise<string> {
  const stored = await loadAgency(reading, agencyId);
  if (stored === null) return agencyId;
  return onDay(stored.agency.names, dayInChina(instant)) ?? stored.agency.names.at(-1)?.value ?? agencyId;
}

async function publicAttachments(
  reading: SealedReading,
  attachments: readonly Omit<PublishedAttachment, "text">[],
): Promise<PublishedAttachment[]> {
  const texts = await attachmentTexts(
    reading,
    attachments.map(({ id }) => id),
  );
  return attachments.map(({ id, name, mediaType, sha256, size }) => ({
    ...{ id, name, mediaType, sha256, size },
    text: texts.get(id) ?? null,
  }));
}

const TURNED: Readonly<Record<LinkRelation, PublishedRelation>> = {
  interprets: "interpreted-by",
  repeals: "repealed-by",
  amends: "amended-by",
  related: "related",
};

/** A tie between two items, seen from one of them. */
export interface SeenLink {
  readonly relation: PublishedRelation;
  readonly itemId: string;
}

/** Every tie of an item, in both directions, each once. */
export async function linksOf({ db }: Reading, item: InformationItem, state: ItemState): Promise<SeenLink[]> {
  const own = state.links.map(({ relation, targetId }): SeenLink => ({ relation, itemId: targetId }));
  const speaking = await itemsOf(db, await itemsSpeakingOf(db, item.id));
  const turned = speaking.flatMap((other) =>
    itemState(other).links.flatMap(({ relation, targetId }): SeenLink[] =>
      targetId === item.id ? [{ relation: TURNED[relation], itemId: other.id }] : [],
    ),
  );
  const every = new Map([...own, ...turned].map((link) => [`${link.relation} ${link.itemId}`, link]));
  return [...every.values()];
}

async function publicLinks(reading: Reading, item: InformationItem, state: ItemState): Promise<PublishedLink[]> {
  const links = await linksOf(reading, item, state);
  const others = await summariesByIds(
    reading.db,
    links.map(({ itemId }) => itemId),
  );
  const byId = new Map(others.filter((other) => other.is_public).map((other) => [other.item_id, other]));
  return links.flatMap(({ relation, itemId }): PublishedLink[] => {
    const other = byId.get(itemId);
    return other === undefined ? [] : [{ relation, itemId, title: other.title, path: itemPath(itemId) }];
  });
}

/** Whether something public interprets an item. */
export async function isInterpreted(reading: Reading, item: InformationItem, state: ItemState): Promise<boolean> {
  if (!isPublic(state)) return false;
  const interpreting = (await linksOf(reading, item, state)).filter(({ relation }) => relation === "interpreted-by");
  const others = await summariesByIds(
    reading.db,
    interpreting.map(({ itemId }) => itemId),
  );
  return others.some((other) => other.is_public);
}
