import type { ItemStateName } from "./item-state.js";

/** Where an item can be tied to another: from its draft on, as long as it is not given up. */
export const LINKABLE_STATES = [
  "drafting",
  "in-review",
  "on-hold",
  "returned",
  "approved",
  "scheduled",
  "published",
  "kept",
] as const satisfies readonly ItemStateName[];
