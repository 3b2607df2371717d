import { rowTotalsCrossFooting } from "./cross-footing/row-totals.js";
import type { Check } from "./define-check.js";
import { columnTotalsFooting } from "./footing/column-totals.js";
import { requestsRollForward } from "./roll-forward/requests.js";
import { outcomesTieOut } from "./tie-out/outcomes.js";
import { reconsiderationsAndSuitsTieOut } from "./tie-out/reconsiderations-and-suits.js";
import { requestsCarriedTieOut } from "./tie-out/requests-carried.js";
import { requestsReceivedTieOut } from "./tie-out/requests-received.js";

/** Every check, in the order a careful reader would go. Written by hand; a test compares it with the folders. */
export const CHECKS: readonly Check[] = [
  columnTotalsFooting,
  rowTotalsCrossFooting,
  requestsRollForward,
  outcomesTieOut,
  reconsiderationsAndSuitsTieOut,
  requestsCarriedTieOut,
  requestsReceivedTieOut,
];
