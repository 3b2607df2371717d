import type { ItemTransition } from "../publishing/define-item-transition.js";
import { cancelSchedule } from "./cancel-schedule.js";
import { changeValidity } from "./change-validity.js";
import { clearHit } from "./clear-hit.js";
import { draftItem } from "./draft-item.js";
import { importItem } from "./import-item.js";
import { linkItems } from "./link-items.js";
import { publishItem } from "./publish-item.js";
import { reassessItem } from "./reassess-item.js";
import { recallSubmission } from "./recall-submission.js";
import { recordChannel } from "./record-channel.js";
import { recordScreening } from "./record-screening.js";
import { reviewItem } from "./review-item.js";
import { reviewSecrecy } from "./review-secrecy.js";
import { reviseItem } from "./revise-item.js";
import { scheduleItem } from "./schedule-item.js";
import { submitItem } from "./submit-item.js";
import { unlinkItems } from "./unlink-items.js";
import { withdrawItem } from "./withdraw-item.js";

/** Everything that can happen to an item, in the order of the procedure. Forms, permissions, the diagram and the page in docs come from this list. */
export const ITEM_TRANSITIONS: readonly ItemTransition[] = [
  draftItem,
  importItem,
  reviseItem,
  recordScreening,
  clearHit,
  submitItem,
  reviewItem,
  reviewSecrecy,
  recallSubmission,
  scheduleItem,
  cancelSchedule,
  publishItem,
  linkItems,
  unlinkItems,
  recordChannel,
  changeValidity,
  withdrawItem,
  reassessItem,
];
