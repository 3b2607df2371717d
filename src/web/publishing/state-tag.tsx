import { Tag } from "antd";
import type { ItemStateName } from "../../register/publishing/item-state.js";

const COLOURS: Readonly<Record<ItemStateName, "default" | "processing" | "success" | "warning" | "error">> = {
  none: "default",
  drafting: "default",
  "in-review": "processing",
  "on-hold": "warning",
  returned: "warning",
  refused: "error",
  approved: "processing",
  scheduled: "processing",
  published: "success",
  kept: "default",
  withdrawn: "error",
};

/** The state of an item; the colour only repeats what the word says. */
export function StateTag({ state, label }: { readonly state: ItemStateName; readonly label: string }) {
  return <Tag color={COLOURS[state]}>{label}</Tag>;
}
