import { randomUUID } from "node:crypto";
import { AppError } from "../../errors.js";
import type { ItemTransition } from "../../register/publishing/define-item-transition.js";
import type { InformationItem } from "../../register/publishing/item-event.js";
import { attemptItemTransition } from "../../register/publishing/item-procedure.js";
import { type ItemState, itemState } from "../../register/publishing/item-state.js";
import type { PublishingSettings } from "../../register/publishing/publishing-settings.js";
import type { Signature } from "../../register/publishing/signature.js";
import { addItemEvent, itemOf } from "../../storage/stores/item-store.js";
import { type Writing, write } from "../../storage/write.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { followStep } from "./follow-step.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { staleItem } from "./stale-item.js";

/** One item of an agency, at the version somebody read it; null: whatever it is now (what the system does by itself). */
export interface ItemAtVersion {
  readonly agencyId: string;
  readonly itemId: string;
  readonly version: number | null;
}

/** What the form of a step is filled in with, besides what the person entered. */
export interface StepAround {
  readonly writing: Writing;
  readonly item: InformationItem;
  readonly state: ItemState;
  readonly settings: PublishingSettings;
  readonly by: Signature;
}

/** One step: which, and the rest of its form. */
export interface ItemStep {
  readonly transition: ItemTransition;
  readonly input: (around: StepAround) => object | Promise<object>;
}

/**
 * Takes steps of an item in one transaction, all or none: what is recorded, its index number, what table two counts, what the public sees
 * and what other systems are told belong together. Of two writers one wins, the other is told what changed.
 */
export async function takeItemSteps(
  office: Office,
  actor: Actor,
  at: ItemAtVersion,
  steps: readonly ItemStep[],
): Promise<InformationItem> {
  return write(office.database, { chain: at.agencyId, recordedBy: actor.id }, async (writing) => {
    let item = await ownItem(writing, at);
    for (const step of steps) item = await stepIn(office, writing, { item, actor, step });
    return item;
  });
}

/** The item, if it is the agency's and still at the version it was read at. An item of another agency is as unknown as none. */
async function ownItem({ trx }: Writing, { agencyId, itemId, version }: ItemAtVersion): Promise<InformationItem> {
  const item = await itemOf(trx, itemId);
  if (item === null || item.agencyId !== agencyId) throw unknownItem(itemId);
  if (version !== null && item.version !== version) throw staleItem(item, version);
  return item;
}

export function unknownItem(id: string): AppError {
  return new AppError("RECORD_UNKNOWN", { id, kind: "信息" });
}

/** Takes one step inside a transaction. Throws STEP_REFUSED or INPUT_INVALID, and then nothing is written. */
export async function stepIn(
  office: Office,
  writing: Writing,
  { item, actor, step }: { readonly item: InformationItem; readonly actor: Actor; readonly step: ItemStep },
): Promise<InformationItem> {
  const by = signatureOf(actor, item.agencyId);
  const before = itemState(item);
  const { settings } = await publishingSettingsOf({ db: writing.trx }, item.agencyId, todayIn(office));
  const input = { ...(await step.input({ writing, item, state: before, settings, by })), by };
  const taken = attemptItemTransition(item, { transition: step.transition, input }, todayIn(office));
  if (!taken.done) throw refused(taken);
  const after = await addItemEvent(writing, item, { id: randomUUID(), body: taken.body });
  await followStep(office, writing, { item: after, before, body: taken.body, settings });
  return after;
}

/** The signature of whoever acts, with what they are in the agency. */
export function signatureOf({ id, name, roles }: Actor, agencyId: string): Signature {
  return { id, name, roles: roles.filter((one) => one.agencyId === agencyId).map(({ role }) => role) };
}

type Refused = Extract<ReturnType<typeof attemptItemTransition>, { readonly done: false }>;

function refused({ refusal, issues }: Refused): AppError {
  if (issues.length > 0) {
    const fields = issues.map(({ path, message }) => (path === "" ? message : `${path}：${message}`)).join("；");
    return new AppError("INPUT_INVALID", { fields }, { details: issues });
  }
  return new AppError("STEP_REFUSED", { reason: refusal.message }, { details: { refusalId: refusal.refusalId } });
}
