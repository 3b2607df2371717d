import { addDays } from "../calendar/day-arithmetic.js";
import type { WorkCalendar } from "../calendar/work-calendar.js";
import { chineseDay, type PlainDate } from "../plain-date.js";
import type { ClockFlag, DerivationSpan } from "./clock-reading.js";
import type { ClockSettings } from "./clock-settings.js";
import { countTerm, type Exclusion } from "./count-term.js";
import { TIME_LIMITS } from "./time-limits.js";

/** The clock has stopped for the requester to do something. */
export interface Pause {
  readonly by: "clarification" | "fee";
  readonly since: PlainDate;
  readonly until: PlainDate;
}

/** Where the clock of a request has come to while its events are read one after another. */
export interface Course {
  readonly calendar: WorkCalendar;
  readonly settings: ClockSettings;
  readonly receivedOn: PlainDate;
  /** The day the present term begins with, and why it is that day. */
  zero: { readonly on: PlainDate; readonly why: string; readonly basis: string };
  extension: number;
  extensions: number;
  laterDate: PlainDate | null;
  pause: Pause | null;
  clarifications: number;
  reasonsAskedOn: PlainDate | null;
  hasGoodReasons: boolean;
  readonly exclusions: Exclusion[];
  readonly setAside: DerivationSpan[];
  readonly flags: ClockFlag[];
}

/** What the present term comes to, with every day of it. `statutory` is the end by counting, before any later date of 第三十五条. */
export function termOf(course: Course): {
  readonly statutory: PlainDate;
  readonly due: PlainDate;
  readonly spans: readonly DerivationSpan[];
} {
  const { calendar, zero, extension, exclusions, laterDate } = course;
  const counted = countTerm({ zero: zero.on, workingDays: TIME_LIMITS.reply.length, extension, exclusions }, calendar);
  const due = laterDate === null ? counted.due : calendar.firstWorkingDay(laterDate);
  if (due <= counted.due) return { statutory: counted.due, due: counted.due, spans: counted.spans };
  const later: DerivationSpan = {
    kind: "later-date",
    from: addDays(counted.due, 1),
    to: due,
    workingDays: calendar.workingDaysAfter(counted.due, due),
    nth: null,
    part: null,
    why: "确定延迟答复的合理期限",
    basis: "政府信息公开条例第三十五条",
  };
  return { statutory: counted.due, due, spans: [...counted.spans, later] };
}

/** Begins a new term: the days of the old one are set aside, and with them its extension and later date (第三十条: 答复期限自收到补正的申请之日起计算). */
export function restart(course: Course, on: PlainDate, { why, basis }: { readonly why: string; readonly basis: string }): void {
  const zero = on < course.zero.on ? course.zero.on : on;
  if (zero > course.zero.on) {
    course.setAside.push({
      kind: "set-aside",
      from: course.zero.on,
      to: addDays(zero, -1),
      workingDays: course.calendar.workingDaysAfter(addDays(course.zero.on, -1), addDays(zero, -1)),
      nth: null,
      part: null,
      why: `${why}，答复期限重新计算`,
      basis,
    });
  }
  course.zero = { on: zero, why: `${why}之日`, basis };
  course.extension = 0;
  if (course.settings.extension === "once-per-term") course.extensions = 0;
  course.laterDate = null;
  course.pause = null;
}

/** Notes an act that is late or not provided for. */
export function flag(course: Course, code: ClockFlag["code"], on: PlainDate, sentence: string): void {
  course.flags.push({ code, on, sentence: `${chineseDay(on)}${sentence}` });
}
