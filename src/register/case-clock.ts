import type { WorkCalendar } from "../law/calendar/work-calendar.js";
import type { ClockEvent } from "../law/clock/clock-event.js";
import type { ClockReading } from "../law/clock/clock-reading.js";
import type { ClockSettings } from "../law/clock/clock-settings.js";
import { replyClock } from "../law/clock/reply-clock.js";
import type { PlainDate } from "../law/plain-date.js";
import { type CaseFile, type StandingEvent, standingEvents } from "./case-file.js";
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

type StandingAct = Pick<StandingEvent, "id" | "body">;

/** The events of a case as the clock reads them: what stands after corrections, or stood at an instant. */
export function clockEventsOf({ events }: Pick<CaseFile, "events">, asOf?: string): ClockEvent[] {
  return withServices(standingEvents(events, asOf));
}

/** Acts in the order of the days, each inquiry with the day its letter was first served. */
function withServices(acts: readonly StandingAct[]): ClockEvent[] {
  const services = new Map<string, PlainDate>();
  for (const { body } of acts) {
    if (body.type !== "letter-served" || body.inquiry === undefined || services.has(body.inquiry)) continue;
    services.set(body.inquiry, body.on);
  }
  return acts.map(({ id, body }) => {
    const servedOn = services.get(id);
    const isInquiry = body.type === "third-party-asked" || body.type === "joint-maker-asked";
    return isInquiry && servedOn !== undefined ? { ...body, servedOn } : body;
  });
}

/** The reply clock of a request with some of its acts, in the order of the days. */
export function clockOf(
  { channel, arrivedOn }: Pick<InfoRequest, "channel" | "arrivedOn">,
  acts: readonly StandingAct[],
  { calendar, settings }: LawOfDays,
): ClockReading {
  return replyClock({
    channel,
    arrivedOn,
    events: withServices(acts),
    calendar,
    ...(settings === undefined ? {} : { settings }),
  });
}

/** The reply clock of a case as it stands, or as it stood at an instant. */
export function caseClock(file: Pick<CaseFile, "request" | "events">, law: LawOfDays, asOf?: string): ClockReading {
  return clockOf(standingRequest(file, asOf), standingEvents(file.events, asOf), law);
}
