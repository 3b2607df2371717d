import { addDays, dayNumber } from "../calendar/day-arithmetic.js";
import type { WorkCalendar } from "../calendar/work-calendar.js";
import type { PlainDate } from "../plain-date.js";
import { endOf, type LimitEnd, limitEnd, TIME_LIMITS, type TimeLimit, type TimeLimitId } from "./time-limits.js";

/** What the clock reads of the events of a reconsideration or lawsuit; the register's events fit, once corrections are applied. */
export interface ProceedingClockEvent {
  readonly type: "filed" | "notified" | "answered" | "suspended" | "resumed" | "concluded" | "appealed";
  readonly on: PlainDate;
}

export interface ProceedingClockInput {
  readonly kind: "reconsideration" | "litigation";
  readonly events: readonly ProceedingClockEvent[];
  readonly calendar: WorkCalendar;
  /** 简易程序: for disclosure cases it may be used (行政复议法 第五十三条第一款第四项). */
  readonly isSimplified?: boolean;
  /** 行政复议法 第六十二条第一款: the reconsideration body has told that it takes up to thirty days more. */
  readonly isExtended?: boolean;
  /** The day the body accepted the case or the court docketed it, where it is known. */
  readonly acceptedOn?: PlainDate;
}

/** The days of a proceeding. Each is null where what begins it has not happened, or while the proceeding is suspended. */
export interface ProceedingReading {
  /** 复议机关审查期限: five working days from filing; silence is acceptance (行政复议法 第三十条). */
  readonly reviewDue: LimitEnd | null;
  /** When the agency must have answered or defended itself. */
  readonly answerDue: LimitEnd | null;
  readonly isAnswerLate: boolean;
  /** When the decision or judgment is due. */
  readonly decisionDue: LimitEnd | null;
  readonly isSuspended: boolean;
  readonly isConcluded: boolean;
}

/** The deadlines of a reconsideration (行政复议法) or lawsuit (行政诉讼法) about a disclosure act; "七日、十日" and shorter are working days (行政复议法 第八十八条第二款). */
export function proceedingClock(input: ProceedingClockInput): ProceedingReading {
  const inOrder = [...input.events].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const first = (type: ProceedingClockEvent["type"]) => inOrder.find((event) => event.type === type)?.on ?? null;
  const { calendar, kind } = input;
  const filedOn = first("filed");
  const notifiedOn = first("notified");
  const answeredOn = first("answered");
  const reviewDue = kind === "reconsideration" && filedOn !== null ? limitEnd("reconsideration-review", filedOn, calendar) : null;
  const acceptedOn = input.acceptedOn ?? (kind === "reconsideration" ? (reviewDue?.due ?? null) : filedOn);
  const answerDue = notifiedOn === null ? null : limitEnd(answerLimit(input), notifiedOn, calendar);
  const suspension = suspensionOf(inOrder);
  const appealedOn = first("appealed");
  const begins = kind === "litigation" && appealedOn !== null ? appealedOn : acceptedOn;
  const decisionDue =
    begins === null || suspension.isOpen
      ? null
      : decisionEnd(decisionLimits(input, appealedOn !== null), begins, suspension.after(begins), calendar);
  return {
    reviewDue,
    answerDue,
    isAnswerLate: answerDue !== null && answeredOn !== null && answeredOn > answerDue.due,
    decisionDue,
    isSuspended: suspension.isOpen,
    isConcluded: isConcluded(inOrder),
  };
}

function answerLimit({ kind, isSimplified }: ProceedingClockInput): TimeLimitId {
  if (kind === "litigation") return "suit-answer";
  return isSimplified ? "reconsideration-answer-simplified" : "reconsideration-answer";
}

function decisionLimits({ kind, isSimplified, isExtended }: ProceedingClockInput, isAppealed: boolean): readonly TimeLimitId[] {
  if (kind === "litigation") return [isAppealed ? "suit-appeal-judgment" : "suit-judgment"];
  if (isSimplified) return ["reconsideration-decision-simplified"];
  return isExtended ? ["reconsideration-decision", "reconsideration-decision-extension"] : ["reconsideration-decision"];
}

/** The end of the limits one after another, later by the days of suspension (行政复议法 第三十九条: 中止的原因消除后，应当及时恢复审理). */
function decisionEnd(ids: readonly TimeLimitId[], from: PlainDate, suspendedDays: number, calendar: WorkCalendar): LimitEnd {
  const limits: readonly TimeLimit[] = ids.map((id) => TIME_LIMITS[id]);
  const [first = TIME_LIMITS["reconsideration-decision"], ...others] = limits;
  const days = others.reduce((sum, { length }) => sum + length, suspendedDays);
  if (first.unit === "day") return endOf({ ...first, length: first.length + days }, from, calendar);
  const end = endOf(first, from, calendar);
  if (days === 0) return end;
  return { ...endOf({ ...first, unit: "day", length: days }, end.movedFrom ?? end.due, calendar) };
}

interface Suspension {
  readonly isOpen: boolean;
  /** Calendar days from a day on that do not count: after the day of suspension through the day of resumption. */
  after(day: PlainDate): number;
}

function suspensionOf(inOrder: readonly ProceedingClockEvent[]): Suspension {
  const spans: { readonly from: PlainDate; readonly to: PlainDate }[] = [];
  let since: PlainDate | null = null;
  for (const { type, on } of inOrder) {
    if (type === "suspended") since ??= on;
    else if (type === "resumed" && since !== null) {
      spans.push({ from: addDays(since, 1), to: on });
      since = null;
    }
  }
  const overlap = (from: PlainDate, to: PlainDate, day: PlainDate) =>
    Math.max(0, dayNumber(to) - Math.max(dayNumber(from), dayNumber(day) + 1) + 1);
  return {
    isOpen: since !== null,
    after: (day) => spans.reduce((sum, { from, to }) => sum + overlap(from, to, day), 0),
  };
}

/** Concluded, and not appealed afterwards. */
function isConcluded(inOrder: readonly ProceedingClockEvent[]): boolean {
  const last = inOrder.findLast(({ type }) => type === "concluded" || type === "appealed");
  return last?.type === "concluded";
}
