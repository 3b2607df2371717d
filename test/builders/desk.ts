import type { WorkCalendar } from "../../src/law/calendar/work-calendar.js";
import { STATE_COUNCIL_CALENDAR } from "../../src/law/calendar/work-calendar.js";
import type { Registration } from "../../src/operations/cases/registration.js";
import type { Actor, Office } from "../../src/operations/office.js";
import type { OfficeRole } from "../../src/register/office-role.js";
import type { Database } from "../../src/storage/database.js";
import { dayIn } from "./case-file.js";

/** An office whose clock a test sets: noon in China on a day. */
export interface DeskOffice extends Office {
  goTo(day: string): void;
}

export function deskOffice(database: Database, day: string, calendar: WorkCalendar = STATE_COUNCIL_CALENDAR): DeskOffice {
  let now = new Date(`${day}T04:00:00.000Z`);
  return {
    database,
    calendar,
    now: () => now,
    goTo(next) {
      now = new Date(`${next}T04:00:00.000Z`);
    },
  };
}

/** Somebody with a role in an agency. */
export function actorIn(agencyId: string, role: OfficeRole, name = "李经办"): Actor {
  return { id: `${role}-${agencyId}`, name, roles: [{ agencyId, role }] };
}

/** A letter handed in at the counter on 2025-03-03 by a person, unless said otherwise. */
export function registration(id: string, changes: Partial<Registration> = {}): Registration {
  return {
    letterId: `letter-${id}`,
    channel: "in_person",
    arrivedOn: dayIn("2025-03-03"),
    requester: {
      kind: "natural",
      name: "欧阳沐泽",
      identity: { document: "id-card", number: "11010519491231002X" },
      contact: { phone: "13964012345", address: "山东省济南市历下区泺源大街一号" },
    },
    wantedForm: { medium: "paper", delivery: "post" },
    pieces: [{ id: `case-${id}-1`, description: "2024年度低保资金发放情况" }],
    ...changes,
  };
}
