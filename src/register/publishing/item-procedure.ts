import type { PlainDate } from "../../law/plain-date.js";
import { type Attempt, attempt, NEW_ACT, type Possibility, type Procedure, possibilities } from "../procedure.js";
import { ITEM_TRANSITIONS } from "../publishing-steps/index.js";
import type { ItemTransition } from "./define-item-transition.js";
import type { InformationItem, ItemEventBody } from "./item-event.js";
import { afterItemEvent, ITEM_STATES, type ItemState, NO_ITEM } from "./item-state.js";

/** Nothing is dated back here, so the order of recording is the order of the acts, and what stands behind a step never changes. */
const PROCEDURE: Procedure<InformationItem, ItemState, ItemEventBody> = {
  transitions: ITEM_TRANSITIONS,
  stateLabels: ITEM_STATES,
  first: "none",
  begin: () => NO_ITEM,
  after: (state, { body }) => afterItemEvent(state, body),
  standing: ({ events }) => events,
  withAct(item, body) {
    const added = { id: NEW_ACT, sequence: item.events.length + 1, recordedAt: "", recordedBy: "", body };
    return { ...item, events: [...item.events, added] };
  },
  readClock: () => ({ due: null, flags: [] }),
};

/** Weighs one step of an item: the event to write, or why not. */
export function attemptItemTransition(
  item: InformationItem,
  step: { readonly transition: ItemTransition; readonly input: unknown },
  today: PlainDate,
): Attempt<ItemEventBody> {
  return attempt(PROCEDURE, item, step, { today });
}

/** What may be done next with an item, and for the rest the reason why not. */
export function possibleItemTransitions(item: InformationItem, today: PlainDate): Possibility<ItemState, ItemEventBody>[] {
  return possibilities(PROCEDURE, item, today);
}
