import type { PlainDate } from "../plain-date.js";
import { dayAt, dayNumber, weekdayOf } from "./day-arithmetic.js";
import { type HolidayNotice, settledThrough } from "./holiday-notice.js";
import { AMENDING_NOTICES, YEARLY_NOTICES } from "./state-council-notices.js";

/** What a day is. `name` is the holiday a day off or a make-up day belongs to, `notice` the 发文字号 (or title) that made it. */
export type DayKind =
  | { readonly kind: "working" }
  | { readonly kind: "make-up"; readonly name: string; readonly notice: string }
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday"; readonly name: string; readonly notice: string };

const WORKING: DayKind = { kind: "working" };
const WEEKEND: DayKind = { kind: "weekend" };

/**
 * The working days (工作日) by the notices of the State Council: Monday to Friday without the days off, with the weekend days that are worked (调休).
 * Days of a year that is not announced are answered by the weekdays alone; `isSettled` tells them apart, and no letter may be written on them.
 */
export class WorkCalendar {
  readonly #kinds = new Map<number, DayKind>();
  readonly #notices: readonly HolidayNotice[];
  readonly #years: ReadonlySet<number>;
  #fingerprint: string | null = null;
  #workedBefore: Int32Array | null = null;

  /** Of two notices that name the same day the later in the list holds, so an amendment follows what it amends. */
  constructor(notices: readonly HolidayNotice[]) {
    this.#notices = notices;
    this.#years = new Set(notices.map(({ year }) => year));
    for (const { off, work, number: documentNumber, title } of notices) {
      const notice = documentNumber ?? title;
      for (const { name, from, to } of off) {
        const kind: DayKind = { kind: "holiday", name, notice };
        for (let number = dayNumber(from); number <= dayNumber(to); number += 1) this.#kinds.set(number, kind);
      }
      for (const { name, on } of work) this.#kinds.set(dayNumber(on), { kind: "make-up", name, notice });
    }
  }

  /** This calendar with one more notice: a new year, or a change to a year that is there. */
  with(notice: HolidayNotice): WorkCalendar {
    return new WorkCalendar([...this.#notices, notice]);
  }

  /** Why a day is off, or that it is worked. */
  kindOf(day: PlainDate): DayKind {
    return this.kindAt(dayNumber(day));
  }

  /** The same by the number of the day, for counting. */
  kindAt(number: number): DayKind {
    const named = this.#kinds.get(number);
    if (named) return named;
    const weekday = weekdayOf(number);
    return weekday === 0 || weekday === 6 ? WEEKEND : WORKING;
  }

  isWorkingDay(day: PlainDate): boolean {
    return isWorked(this.kindOf(day));
  }

  /** The first working day after a day: day one of a term, because the day it begins with is not counted (民法典 第二百零一条). */
  nextWorkingDay(day: PlainDate): PlainDate {
    return this.addWorkingDays(day, 1);
  }

  /** The day itself if it is worked, else the next working day: where a term in calendar days ends (民法典 第二百零三条). */
  firstWorkingDay(day: PlainDate): PlainDate {
    return this.isWorkingDay(day) ? day : this.nextWorkingDay(day);
  }

  /** The last of so many working days after a day; the day itself is not counted. */
  addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
    let number = dayNumber(day);
    for (let left = workingDays; left > 0; ) {
      number += 1;
      if (isWorked(this.kindAt(number))) left -= 1;
    }
    return dayAt(number);
  }

  /** How many working days lie after one day, up to and including another. */
  workingDaysAfter(day: PlainDate, until: PlainDate): number {
    const first = dayNumber(day);
    const last = dayNumber(until);
    if (first >= FIRST_COUNTED && first < last && last < LAST_COUNTED) return this.#workedUpTo(last) - this.#workedUpTo(first);
    let count = 0;
    for (let number = first + 1; number <= last; number += 1) if (isWorked(this.kindAt(number))) count += 1;
    return count;
  }

  /** Counted once for all: the desk counts years back for a request that was forgotten. */
  #workedUpTo(number: number): number {
    if (this.#workedBefore === null) {
      const worked = new Int32Array(LAST_COUNTED - FIRST_COUNTED);
      for (let at = 1; at < worked.length; at += 1)
        worked[at] = (worked[at - 1] ?? 0) + (isWorked(this.kindAt(FIRST_COUNTED + at)) ? 1 : 0);
      this.#workedBefore = worked;
    }
    return this.#workedBefore[number - FIRST_COUNTED] ?? 0;
  }

  /** Whether the notice that arranges a day is there. */
  isAnnounced(day: PlainDate): boolean {
    const year = Number(day.slice(0, 4));
    if (!this.#years.has(year)) return false;
    return this.#years.has(year + 1) || day <= (settledThrough(year) ?? day);
  }

  /** Whether every day from one to another is announced; if not, a day counted over them is provisional. */
  isSettled(from: PlainDate, until: PlainDate): boolean {
    if (!this.isAnnounced(from) || !this.isAnnounced(until)) return false;
    for (let year = Number(from.slice(0, 4)); year < Number(until.slice(0, 4)); year += 1)
      if (!this.#years.has(year)) return false;
    return true;
  }

  /** Tells whether two calendars hold the same notices: what was counted with another fingerprint must be counted anew. */
  get fingerprint(): string {
    this.#fingerprint ??= fingerprintOf(JSON.stringify(this.#notices));
    return this.#fingerprint;
  }

  /** The last day before the first that is not announced, or null when the calendar holds no notice. */
  get announcedThrough(): PlainDate | null {
    if (this.#years.size === 0) return null;
    let year = Math.min(...this.#years);
    while (this.#years.has(year + 1)) year += 1;
    return settledThrough(year);
  }
}

/** The days whose working days are counted once for all. */
const FIRST_COUNTED = dayNumber("2000-01-01" as PlainDate); // a day
const LAST_COUNTED = dayNumber("2060-01-01" as PlainDate); // likewise

/** FNV-1a, twice with other beginnings: two calendars that differ by chance in nothing else would be a great coincidence. */
function fingerprintOf(text: string): string {
  const half = (begin: number): string => {
    let hash = begin;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return `${half(0x811c9dc5)}${half(0x5bd1e995)}`;
}

/** Whether a day of this kind is worked. */
export function isWorked({ kind }: DayKind): boolean {
  return kind === "working" || kind === "make-up";
}

/** The calendar by the notices this version carries. */
export const STATE_COUNCIL_CALENDAR = new WorkCalendar([...YEARLY_NOTICES, ...AMENDING_NOTICES]);
