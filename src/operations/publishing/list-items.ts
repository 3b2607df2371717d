import { addMonths } from "../../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../../law/plain-date.js";
import type { DisclosureAttribute } from "../../law/publication/disclosure-attributes.js";
import { ITEM_STATES, type ItemStateName } from "../../register/publishing/item-state.js";
import { type ItemPageAfter, type ItemSummary, listItemSummaries } from "../../storage/stores/item-summary-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
import { TO_PUBLISH } from "./publication-calendar.js";
import { publishingSettingsOf } from "./publishing-settings.js";
import { signatureOf } from "./take-item-step.js";

export interface ItemListQuestion {
  readonly agencyId: string;
  readonly state?: ItemStateName | undefined;
  readonly disclosureItem?: string | undefined;
  readonly theme?: string | undefined;
  readonly genre?: string | undefined;
  readonly year?: number | undefined;
  readonly text?: string | undefined;
  readonly validity?: string | undefined;
  readonly waiting?: "review" | "draft" | "late" | undefined;
  /** What is near its day or past it: to be published, to be looked at again, to be interpreted. */
  readonly due?: "publish" | "reassess" | "interpret" | undefined;
  readonly after: ItemPageAfter | null;
  readonly limit: number;
}

export interface ItemList {
  readonly rows: ItemRow[];
  readonly next: ItemPageAfter | null;
}

export type ItemRow = ReturnType<typeof itemRow>;

/** A page of the items of an agency, those changed last first; `waiting` narrows it to what waits for whoever asks. */
export async function listItems(office: Office, actor: Actor, question: ItemListQuestion): Promise<ItemList> {
  const { agencyId, disclosureItem, theme, genre, year, text, validity, after, limit } = question;
  const filter = {
    ...{ agencyId, disclosureItem, theme, genre, year, text, validity },
    ...(await waitingFor(office, actor, question)),
    ...(await dueOf(office, question)),
    ...statesOf(question),
  };
  const found = await listItemSummaries(office.database, filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && found.length > limit ? { changedAt: last.changed_at, id: last.item_id } : null;
  return { rows: page.map(itemRow), next };
}

/** What narrows a list of items to what waits or is due; the desk counts by the same. */
export const WAITING_STATES = { review: ["in-review", "on-hold"], draft: ["drafting", "returned"], late: null } as const;
export const DUE_STATES = { publish: TO_PUBLISH, reassess: ["kept"], interpret: null } as const;

/** The states that every narrowing allows; none of them: nothing is found. */
function statesOf({ state, waiting, due }: ItemListQuestion): { readonly states?: readonly string[] } {
  const allowed = [
    state === undefined ? null : [state],
    waiting === undefined ? null : WAITING_STATES[waiting],
    due === undefined ? null : DUE_STATES[due],
  ].filter((one) => one !== null);
  const [first, ...others] = allowed;
  if (first === undefined) return {};
  return { states: first.filter((name: string) => others.every((other: readonly string[]) => other.includes(name))) };
}

/** How many months back a document without 解读 is still asked about; older ones were settled long ago, one way or the other. */
const INTERPRETED_WITHIN_MONTHS = 3;

/** The instant since when documents without 解读 are asked about. */
export function uninterpretedSince(today: PlainDate): string {
  return `${addMonths(today, -INTERPRETED_WITHIN_MONTHS)}T00:00:00.000Z`;
}

async function dueOf(office: Office, { agencyId, due }: ItemListQuestion) {
  switch (due) {
    case "publish":
    case "reassess":
      return { dueBy: await nearDay(office, agencyId) };
    case "interpret":
      return { uninterpretedSince: uninterpretedSince(todayIn(office)) };
    case undefined:
      return {};
    default:
      return due satisfies never;
  }
}

async function nearDay(office: Office, agencyId: string): Promise<PlainDate> {
  const today = todayIn(office);
  const { settings } = await publishingSettingsOf(office.database, agencyId, today);
  return office.calendar.addWorkingDays(today, settings.nearWorkingDays);
}

async function waitingFor(office: Office, actor: Actor, { agencyId, waiting }: ItemListQuestion) {
  const { id, roles } = signatureOf(actor, agencyId);
  switch (waiting) {
    case "review":
      return { turnOf: { id, roles } };
    case "draft":
      return { author: id };
    case "late":
      return { dueBy: await nearDay(office, agencyId) };
    case undefined:
      return {};
    default:
      return waiting satisfies never;
  }
}

function itemRow(row: ItemSummary) {
  const state = row.state as ItemStateName; // written by itemSummary
  return {
    id: row.item_id,
    version: row.version,
    state,
    stateLabel: ITEM_STATES[state],
    title: row.title,
    indexNumber: row.index_text,
    documentNumber: row.document_number,
    disclosureItem: row.disclosure_item,
    theme: row.theme,
    genre: row.genre,
    validity: row.validity,
    attribute: row.attribute as DisclosureAttribute | null, // written by itemSummary
    madeOn: row.made_on as PlainDate | null, // a date column
    publishedAt: row.published_at,
    scheduledFor: row.scheduled_for,
    due: row.due_on as PlainDate | null, // a date column
    turn: row.turn,
    changedAt: row.changed_at,
    isSample: row.is_sample,
  };
}
