import type { PlainDate } from "../../law/plain-date.js";
import type { DisclosureAttribute } from "../../law/publication/disclosure-attributes.js";
import { ITEM_STATES, type ItemStateName } from "../../register/publishing/item-state.js";
import { type ItemPageAfter, type ItemSummary, listItemSummaries } from "../../storage/stores/item-summary-store.js";
import { type Actor, type Office, todayIn } from "../office.js";
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
  readonly waiting?: "review" | "draft" | "late" | undefined;
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
  const { agencyId, state, disclosureItem, theme, genre, year, text, after, limit } = question;
  const filter = {
    ...{ agencyId, disclosureItem, theme, genre, year, text },
    states: state === undefined ? undefined : [state],
    ...(await waitingFor(office, actor, question)),
  };
  const found = await listItemSummaries(office.database, filter, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = last !== undefined && found.length > limit ? { changedAt: last.changed_at, id: last.item_id } : null;
  return { rows: page.map(itemRow), next };
}

async function waitingFor(office: Office, actor: Actor, { agencyId, waiting }: ItemListQuestion) {
  const { id, roles } = signatureOf(actor, agencyId);
  switch (waiting) {
    case "review":
      return { states: ["in-review", "on-hold"], turnOf: { id, roles } };
    case "draft":
      return { states: ["drafting", "returned"], author: id };
    case "late": {
      const today = todayIn(office);
      const { settings } = await publishingSettingsOf(office.database, agencyId, today);
      return { dueBy: office.calendar.addWorkingDays(today, settings.nearWorkingDays) };
    }
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
