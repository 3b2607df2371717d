import type { PlainDate } from "../law/plain-date.js";
import { type CaseState, needsConfirmation } from "./case-state.js";

/** The day of receipt in law (第三十一条): the day both sides confirmed where nobody signed, else the day of arrival. Null: not yet known. */
export function receiptDay({ request, receivedOn, confirmedOn }: CaseState): PlainDate | null {
  return needsConfirmation(request) ? confirmedOn : receivedOn;
}
