import type { ClockEvent } from "../law/clock/clock-event.js";
import { receiptDay as receiptDayInLaw } from "../law/clock/receipt-day.js";
import type { PlainDate } from "../law/plain-date.js";
import type { CaseState } from "./case-state.js";

/** 收到申请之日 (第三十一条): the day both sides confirmed where nobody signed, else the day of arrival. Null: not yet known. */
export function receiptDay({ request, receivedOn, confirmedOn }: CaseState): PlainDate | null {
  if (receivedOn === null) return null;
  const events: ClockEvent[] = [{ type: "received", on: receivedOn }];
  if (confirmedOn !== null) events.push({ type: "confirmed", on: confirmedOn });
  return receiptDayInLaw(request.channel, request.arrivedOn, events).on;
}
