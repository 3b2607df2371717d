import { STATE_COUNCIL_CALENDAR, type WorkCalendar } from "../law/calendar/work-calendar.js";
import type { PlainDate } from "../law/plain-date.js";
import type { OfficeRole } from "../register/office-role.js";
import type { Database } from "../storage/database.js";
import { dayInChina } from "./tally-register.js";

/** What every operation of the office needs: the register, the calendar of the law, and a clock that a test can set. */
export interface Office {
  readonly database: Database;
  readonly calendar: WorkCalendar;
  readonly now: () => Date;
}

/** Who does it. Its id is what the history names; rights were checked before (api/rights). */
export interface Actor {
  readonly id: string;
  /** As letters and pages name the person. */
  readonly name: string;
  readonly roles: readonly ActorRole[];
}

export interface ActorRole {
  readonly agencyId: string;
  readonly role: OfficeRole;
}

/** What the system does by itself: jobs, intake from the portal. */
export const SYSTEM_ACTOR: Actor = { id: "system", name: "系统", roles: [] };

/** The office over an open register, on the clock of the machine. */
export function officeOver(database: Database, calendar: WorkCalendar = STATE_COUNCIL_CALENDAR): Office {
  return { database, calendar, now: () => new Date() };
}

/** The day it is in China. */
export function todayIn({ now }: Pick<Office, "now">): PlainDate {
  return dayInChina(now().toISOString());
}
