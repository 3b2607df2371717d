import type { WorkCalendar } from "../law/calendar/work-calendar.js";
import type { ClockEvent } from "../law/clock/clock-event.js";
import type { ClockReading } from "../law/clock/clock-reading.js";
import type { ClockSettings } from "../law/clock/clock-settings.js";
import { replyClock } from "../law/clock/reply-clock.js";
import { type CaseFile, standingEvents } from "./case-file.js";
import type { InfoRequest } from "./info-request.js";
import { standingRequest } from "./request-entry.js";

/** What counting days needs besides the events. */
export interface LawOfDays {
  readonly calendar: WorkCalendar;
  readonly settings?: ClockSettings;
}

/** Tells whether days were counted by the same law: after a new notice of holidays what was counted before is counted anew. */
export function lawVersion({ calendar, settings }: LawOfDays): string {
  return settings === undefined ? calendar.fingerprint : `${calendar.fingerprint} ${JSON.stringify(settings)}`;
}

/** The events of a case as the clock reads them: what stands after corrections, or stood at an instant. */
export function clockEventsOf({ events }: Pick<CaseFile, "events">, asOf?: string): ClockEvent[] {
  return standingEvents(events, asOf).map(({ body }) => body);
}

/** The reply clock of a request with some of its events. */
export function clockOf(
  { channel, arrivedOn }: Pick<InfoRequest, "channel" | "arrivedOn">,
  events: readonly ClockEvent[],
  { calendar, settings }: LawOfDays,
): ClockReading {
  return replyClock({ channel, arrivedOn, events, calendar, ...(settings === undefined ? {} : { settings }) });
}

/** The reply clock of a case as it stands, or as it stood at an instant. */
export function caseClock(file: Pick<CaseFile, "request" | "events">, law: LawOfDays, asOf?: string): ClockReading {
  return clockOf(standingRequest(file, asOf), clockEventsOf(file, asOf), law);
}
