import { type Transition, transitionDefiner } from "../transition.js";
import type { ItemEventBody } from "./item-event.js";
import type { ItemState, ItemStateName } from "./item-state.js";

/** A step of an item on its way to the public: data, a pure `refuse` and a pure `record`. */
export const defineItemTransition = transitionDefiner<ItemState, ItemEventBody, ItemStateName>();

export type ItemTransition = Transition<ItemState, ItemEventBody>;
