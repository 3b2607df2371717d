import { AppError } from "../../errors.js";
import type { PlainDate } from "../../law/plain-date.js";
import { validityMark } from "../../law/publication/validity.js";
import { changeValidity as validityStep } from "../../register/publishing-steps/change-validity.js";
import type { Actor, Office } from "../office.js";
import { type ItemView, itemView } from "./item-view.js";
import { type ItemAtVersion, type ItemStep, takeItemSteps } from "./take-item-step.js";

export interface ValidityChange extends ItemAtVersion {
  readonly validity: string;
  readonly from: PlainDate;
  readonly authority: string;
}

/** Marks a document as repealed, expired, amended from a day on; table two follows. */
export async function changeValidity(office: Office, actor: Actor, change: ValidityChange): Promise<ItemView> {
  return itemView(office, actor, await takeItemSteps(office, actor, change, [validityChangeStep(change)]));
}

/** The step, with what the agency's mark means. */
export function validityChangeStep({ validity, from, authority }: Omit<ValidityChange, keyof ItemAtVersion>): ItemStep {
  return {
    transition: validityStep,
    input({ settings }) {
      const mark = validityMark(validity, settings.validityMarks);
      if (mark === null) throw new AppError("INPUT_INVALID", { fields: `没有“${validity}”这一有效性标注` });
      return { validity: mark.id, from, authority, ends: ENDING.has(mark.id) || (!mark.isInForce && mark.id !== "not-yet") };
    },
  };
}

const ENDING: ReadonlySet<string> = new Set(["repealed", "expired"]);
