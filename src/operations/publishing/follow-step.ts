import { randomUUID } from "node:crypto";
import type { InformationItem, ItemEventBody } from "../../register/publishing/item-event.js";
import { type ItemState, isPublic, itemState } from "../../register/publishing/item-state.js";
import { itemPath, type PublishedItem } from "../../register/publishing/published-item.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import { publishSnapshot, type SnapshotFile, withdrawSnapshot } from "../../storage/portal/publish-snapshot.js";
import { readingIn } from "../../storage/reading-in.js";
import { loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { addDocuments, lastDocumentRecord } from "../../storage/stores/document-store.js";
import { itemsOf } from "../../storage/stores/item-store.js";
import { itemSummaryOf, keepItemSummary } from "../../storage/stores/item-summary-store.js";
import { addOutboxMessage } from "../../storage/stores/outbox-store.js";
import type { Writing } from "../../storage/write.js";
import type { Office } from "../office.js";
import { dayInChina } from "../tally-register.js";
import { composeSnapshot, linksOf } from "./compose-snapshot.js";
import { itemSummary } from "./item-standing.js";

export interface StepTaken {
  /** The item after the step. */
  readonly item: InformationItem;
  readonly before: ItemState;
  readonly body: ItemEventBody;
  readonly settings: PublishingSettings;
}

/** Everything that follows from a step, in its transaction: lists, table two, what the public sees, what other systems are told. */
export async function followStep(office: Office, writing: Writing, taken: StepTaken): Promise<void> {
  const { item, body, settings } = taken;
  const state = itemState(item);
  const isShown = showsToPublic(body, state);
  const snapshots = (await itemSummaryOf(writing.trx, item.id))?.snapshots ?? 0;
  const version = isShown ? snapshots + 1 : snapshots;
  await keepItemSummary(writing.trx, itemSummary(item, state, { calendar: office.calendar, settings }, version));
  await countDocument(writing, item, state);
  if (!isShown) return;
  const snapshot = await putSnapshot(writing, { item, state, settings, version });
  await refreshLinked(office, writing, { ...taken, state });
  if (snapshot !== null && settings.webhooks.some(({ isActive }) => isActive)) {
    await addOutboxMessage(writing, { id: randomUUID(), body: announcement(snapshot, body.type) });
  }
}

/** Whether the public sees something else after an event. */
function showsToPublic({ type }: ItemEventBody, state: ItemState): boolean {
  switch (type) {
    case "published":
    case "imported":
    case "withdrawn":
      return true;
    case "validity-changed":
    case "linked":
    case "unlinked":
      return isPublic(state);
    default:
      return false;
  }
}

async function putSnapshot(
  writing: Writing,
  source: { item: InformationItem; state: ItemState; settings: PublishingSettings; version: number },
): Promise<PublishedItem | null> {
  const reading = readingIn(writing);
  const snapshot = await composeSnapshot(reading, { ...source, marks: source.settings.validityMarks });
  if (snapshot === null) return null;
  if (snapshot.tombstone !== null) await withdrawSnapshot(writing, snapshot);
  else await publishSnapshot(writing, snapshot, await filesOf(writing, snapshot));
  return snapshot;
}

async function filesOf(writing: Writing, { attachments }: PublishedItem): Promise<SnapshotFile[]> {
  const files: SnapshotFile[] = [];
  for (const { id } of attachments) {
    const bytes = await loadAttachmentBytes(readingIn(writing), id);
    if (bytes !== null) files.push({ id, bytes });
  }
  return files;
}

/** The items it speaks of, and those that speak of it, show the tie, or no longer do. */
async function refreshLinked(
  office: Office,
  writing: Writing,
  { item, state, body, settings }: StepTaken & { readonly state: ItemState },
): Promise<void> {
  const ids = new Set((await linksOf({ db: writing.trx }, item, state)).map(({ itemId }) => itemId));
  if (body.type === "unlinked") ids.add(body.targetId);
  for (const other of await itemsOf(writing.trx, [...ids])) {
    const seen = itemState(other);
    if (!isPublic(seen)) continue;
    const version = ((await itemSummaryOf(writing.trx, other.id))?.snapshots ?? 0) + 1;
    await keepItemSummary(writing.trx, itemSummary(other, seen, { calendar: office.calendar, settings }, version));
    await putSnapshot(writing, { item: other, state: seen, settings, version });
  }
}

/** 规章 and 行政规范性文件 that are public are what table two counts: one truth, kept in the register of documents. */
async function countDocument(writing: Writing, item: InformationItem, state: ItemState): Promise<void> {
  const { publication, validity } = state;
  if (publication === null || publication.content.documentKind === null || publication.content.madeOn === null) return;
  const { documentKind: kind, title, documentNumber, madeOn } = publication.content;
  const document = {
    ...{ documentId: item.id, agencyId: item.agencyId, kind, title, number: documentNumber ?? "", madeOn },
    publishedOn: later(madeOn, dayInChina(publication.publishedAt)),
    repealedOn: validity?.ends ? validity.from : null,
  };
  const last = await lastDocumentRecord(writing.trx, item.id);
  if (last !== null && COUNTED.every((field) => last[field] === document[field])) return;
  await addDocuments(writing, [{ ...document, id: randomUUID(), version: last?.sequence ?? 0 }]);
}

const COUNTED = ["kind", "title", "number", "madeOn", "publishedOn", "repealedOn"] as const;

const later = <Day extends string>(one: Day, other: Day): Day => (one > other ? one : other);

/** What other systems are told: enough to list it and to fetch the rest from the portal. */
function announcement(snapshot: PublishedItem, event: ItemEventBody["type"]): object {
  const { id, agencyId, agencyName, indexNumber, title, documentNumber, madeOn, publishedAt, revisedAt } = snapshot;
  const { disclosureItem, theme, genre, validity, version, tombstone } = snapshot;
  return {
    event,
    item: {
      ...{ id, agencyId, agencyName, indexNumber, title, documentNumber, madeOn, publishedAt, revisedAt, version },
      ...{ disclosureItem, theme, genre, validity, tombstone, path: itemPath(id) },
    },
  };
}
