import { createHash, randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import { addDays } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type HandoverItem, type HandoverRecord, handoverState, type Prepared } from "../../register/publishing/handover.js";
import { itemState } from "../../register/publishing/item-state.js";
import { addOwnFile, loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { addHandoverEvent, loadHandovers } from "../../storage/stores/handover-store.js";
import { itemsOf } from "../../storage/stores/item-store.js";
import { publishedBetween } from "../../storage/stores/item-summary-store.js";
import { write } from "../../storage/write.js";
import { handoverPackage, type PackedItem } from "../../writers/handover/handover-package.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { dayInChina } from "../tally-register.js";
import { agencyNameOn } from "./compose-snapshot.js";
import { publishingSettingsOf } from "./publishing-settings.js";

export interface HandoverOrder {
  readonly agencyId: string;
  readonly receiverId: string;
  /** The first and the last day of publication that are handed over. */
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** 向国家档案馆、公共图书馆提供政府信息: what was handed over, the latest first, with what was received. */
export async function listHandovers({ database }: Office, agencyId: string): Promise<HandoverView[]> {
  return listed(database, agencyId);
}

export type HandoverView = NonNullable<ReturnType<typeof handoverView>>;

function handoverView(record: HandoverRecord) {
  const { prepared, receipt } = handoverState(record);
  if (prepared === null) return null;
  const { receiver, from, to, items, files, preparedBy } = prepared.body;
  return {
    ...{ id: record.id, receiver, from, to, isNil: items.length === 0, items: items.length, files: files.length },
    manifestSha256: manifestHash(prepared.body),
    ...{ preparedAt: prepared.recordedAt, preparedBy },
    receipt: receipt === null ? null : { on: receipt.on, by: receipt.by, note: receipt.note },
  };
}

function manifestHash({ files }: Prepared): string {
  return createHash("sha256")
    .update(files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(""))
    .digest("hex");
}

/** Makes the package of a period: list, texts, files, hashes. A period in which nothing was published gives a nil return (零报送). */
export async function prepareHandover(office: Office, actor: Actor, order: HandoverOrder): Promise<HandoverView> {
  const { agencyId, from, to } = order;
  if (to < from || to > todayIn(office))
    throw new AppError("INPUT_INVALID", { fields: "移送期间的起止日期不对，止日不能晚于今天" });
  const { settings } = await publishingSettingsOf(office.database, agencyId, todayIn(office));
  const receiver = settings.handover.receivers.find(({ id }) => id === order.receiverId);
  if (receiver === undefined) throw new AppError("RECORD_UNKNOWN", { id: order.receiverId, kind: "接收单位" });
  const agencyName = await agencyNameOn(office.database, agencyId, office.now().toISOString());
  const packed = await packedItems(office, { agencyId, from, to, agencyName });
  const cover = {
    agencyName,
    receiver: receiver.name,
    from,
    to,
    contact: settings.handover.contact,
    preparedOn: todayIn(office),
  };
  const made = handoverPackage(cover, packed, sha256);
  const id = randomUUID();
  const body: Prepared = {
    ...{ type: "prepared", on: todayIn(office), receiver, from, to, items: packed.map(({ listed }) => listed) },
    ...{ files: made.files, contact: settings.handover.contact, agencyName, preparedBy: actor.name },
  };
  await write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
    const file = {
      id: packageId(id),
      agencyId,
      caseId: null,
      name: `移送-${receiver.name}-${from}-${to}.zip`,
      bytes: made.bytes,
    };
    await addOwnFile(writing, file, "application/zip");
    await addHandoverEvent(writing, { handoverId: id, id: randomUUID(), body });
  });
  return viewOf(office, agencyId, id);
}

const packageId = (handoverId: string): string => `handover-${handoverId}`;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function packedItems(
  { database }: Office,
  { agencyId, from, to, agencyName }: Pick<HandoverOrder, "agencyId" | "from" | "to"> & { readonly agencyName: string },
): Promise<PackedItem[]> {
  const midnight = (day: PlainDate): string => new Date(`${day}T00:00:00+08:00`).toISOString();
  const span = { from: midnight(from), until: midnight(addDays(to, 1)) };
  const published = (await publishedBetween(database, agencyId, span)).filter((item) => !item.is_sample);
  const items = await itemsOf(
    database.db,
    published.map(({ item_id: id }) => id),
  );
  const packed: PackedItem[] = [];
  for (const item of items) {
    const { publication } = itemState(item);
    if (publication === null) continue;
    const { content, indexNumber, publishedAt } = publication;
    const listed: HandoverItem = {
      ...{ itemId: item.id, indexNumber, title: content.title, documentNumber: content.documentNumber, agencyName },
      ...{ madeOn: content.madeOn, publishedOn: dayInChina(publishedAt) },
    };
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const { id, name } of content.attachments) {
      const bytes = await loadAttachmentBytes(database, id);
      if (bytes !== null) files.push({ name, bytes });
    }
    packed.push({ listed, blocks: content.blocks, files });
  }
  return packed;
}

/** The package as it was made. */
export async function downloadHandover(
  { database }: Office,
  { agencyId, handoverId }: { readonly agencyId: string; readonly handoverId: string },
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const view = (await listed(database, agencyId)).find(({ id }) => id === handoverId);
  const bytes = view === undefined ? null : await loadAttachmentBytes(database, packageId(handoverId));
  if (view === undefined || bytes === null) throw unknownHandover(handoverId);
  return { fileName: `移送-${view.receiver.name}-${view.from}-${view.to}.zip`, bytes };
}

/** Records that the receiver has signed for it. */
export async function receiptHandover(
  office: Office,
  actor: Actor,
  receipt: {
    readonly agencyId: string;
    readonly handoverId: string;
    readonly on: PlainDate;
    readonly by: string;
    readonly note: string | null;
  },
): Promise<HandoverView> {
  const { agencyId, handoverId, on, by, note } = receipt;
  const view = await viewOf(office, agencyId, handoverId);
  if (view.receipt !== null) throw new AppError("STEP_REFUSED", { reason: `${view.receipt.by}已经签收。` });
  if (on > todayIn(office)) throw new AppError("STEP_REFUSED", { reason: "签收的日期还没有到。" });
  await write(office.database, { chain: agencyId, recordedBy: actor.id }, (writing) =>
    addHandoverEvent(writing, { handoverId, id: randomUUID(), body: { type: "received", on, by, note } }),
  );
  return viewOf(office, agencyId, handoverId);
}

async function viewOf({ database }: Office, agencyId: string, id: string): Promise<HandoverView> {
  const view = (await listed(database, agencyId)).find((one) => one.id === id);
  if (view === undefined) throw unknownHandover(id);
  return view;
}

async function listed(database: Office["database"], agencyId: string): Promise<HandoverView[]> {
  return (await loadHandovers(database, agencyId)).flatMap((record) => handoverView(record) ?? []);
}

const unknownHandover = (id: string): AppError => new AppError("RECORD_UNKNOWN", { id, kind: "移送记录" });
