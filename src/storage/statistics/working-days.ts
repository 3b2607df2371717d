import { type RawBuilder, sql } from "kysely";
import type { WorkCalendar } from "../../law/calendar/work-calendar.js";
import type { PlainDate } from "../../law/plain-date.js";

/** Working days counted in SQL: how many there are from a first day on, day by day, so that a span is one difference. */
export class WorkingDays {
  readonly #from: PlainDate;
  readonly #counts: readonly number[];

  constructor(calendar: WorkCalendar, from: PlainDate, until: PlainDate) {
    this.#from = from;
    const counts: number[] = [];
    const first = Date.parse(from);
    for (let at = 0, count = 0; ; at += 1) {
      const day = new Date(first + at * DAY).toISOString().slice(0, 10) as PlainDate; // cut from a calendar day
      if (day > until) break;
      if (calendar.isWorkingDay(day)) count += 1;
      counts.push(count);
    }
    this.#counts = counts;
  }

  /** To be named once in the statement, as `with days as (…)`. */
  get table(): RawBuilder<unknown> {
    return sql`select ${this.#counts}::int[] as counts`;
  }

  /** Working days after one day up to and including another, both expressions of SQL; days before the first count as the first. */
  between(from: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<number> {
    return sql<number>`(${this.#upTo(until)} - ${this.#upTo(from)})`;
  }

  #upTo(day: RawBuilder<unknown>): RawBuilder<number> {
    // `greatest` would take a day that is null for the first.
    return sql`case when ${day} is null then null
      else (select counts from days)[least(greatest(${day} - ${this.#from}::date + 1, 1), ${this.#counts.length}::int)] end`;
  }
}

const DAY = 24 * 3_600_000;
