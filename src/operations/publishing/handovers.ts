import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { type HandoverRecord, handoverState, type Prepared } from "../../register/publishing/handover.js";
import { addOwnFile, loadAttachmentBytes } from "../../storage/stores/attachment-store.js";
import { addHandoverEvent, loadHandovers } from "../../storage/stores/handover-store.js";
import { write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { isSampleCity } from "../sample/is-sample-city.js";
import { agencyNameOn } from "./compose-snapshot.js";
import { handoverSource } from "./handover-source.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { withTemporaryFolder, writeParts } from "./write-handover-parts.js";

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
  const { receiver, from, to, items, files, parts = [], preparedBy } = prepared.body;
  const withdrawn = items.filter(({ tombstone = null }) => tombstone !== null).length;
  return {
    ...{ id: record.id, receiver, from, to, isNil: items.length === 0, items: items.length, withdrawn, files: files.length },
    // A package of before parts were numbered is one, whose size was not kept.
    parts: parts.length === 0 ? [{ size: null, sha256: null }] : parts.map(({ size, sha256: hash }) => ({ size, sha256: hash })),
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
  const withSample = await isSampleCity(office);
  const name = await agencyNameOn(office.database, agencyId, office.now().toISOString());
  // Whoever finds the package lying about must see on its first page that nothing in it is real.
  const agencyName = withSample ? `${name}（示例）` : name;
  const source = await handoverSource(office, { agencyId, agencyName, from, to, withSample });
  const { contact } = settings.handover;
  const cover = { agencyName, receiver: receiver.name, from, to, contact, preparedOn: todayIn(office) };
  const id = randomUUID();
  await withTemporaryFolder(async (folder) => {
    const made = await writeParts({ ...source, cover, hash: sha256 }, folder);
    const body: Prepared = {
      ...{ type: "prepared", on: todayIn(office), receiver, from, to, items: made.items, files: made.files },
      ...{ parts: made.parts.map(({ size, sha256: hash }) => ({ size, sha256: hash })), contact, agencyName },
      preparedBy: actor.name,
    };
    await write(office.database, { chain: agencyId, recordedBy: actor.id }, async (writing) => {
      for (const [index, { path }] of made.parts.entries()) {
        const part = index + 1;
        const name = packageName({ receiver, from, to, parts: made.parts }, part);
        const file = { id: packageId(id, part), agencyId, caseId: null, name, bytes: readFileSync(path) };
        await addOwnFile(writing, file, "application/zip");
      }
      await addHandoverEvent(writing, { handoverId: id, id: randomUUID(), body });
    });
  });
  return viewOf(office, agencyId, id);
}

const packageId = (handoverId: string, part: number): string => `handover-${handoverId}${part === 1 ? "" : `-${part}`}`;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function packageName(
  { receiver, from, to, parts }: Pick<HandoverView, "receiver" | "from" | "to"> & { readonly parts: readonly unknown[] },
  part: number,
): string {
  const nth = parts.length === 1 ? "" : `（第${part}卷，共${parts.length}卷）`;
  return `移送-${receiver.name}-${from}-${to}${nth}.zip`;
}

/** A numbered part of the package, as it was made. */
export async function downloadHandover(
  { database }: Office,
  { agencyId, handoverId, part }: { readonly agencyId: string; readonly handoverId: string; readonly part: number },
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const view = (await listed(database, agencyId)).find(({ id }) => id === handoverId);
  const bytes = view === undefined ? null : await loadAttachmentBytes(database, packageId(handoverId, part));
  if (view === undefined || bytes === null) throw unknownHandover(handoverId);
  return { fileName: packageName(view, part), bytes };
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
