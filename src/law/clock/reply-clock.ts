import { addDays } from "../calendar/day-arithmetic.js";
import type { WorkCalendar } from "../calendar/work-calendar.js";
import { chineseDay, type PlainDate } from "../plain-date.js";
import { type ClockEvent, inOrderOfDays, type RequestChannel } from "./clock-event.js";
import type { ClockEnd, ClockReading, ClockState, Consultation, DerivationSpan } from "./clock-reading.js";
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from "./clock-settings.js";
import { consultationBasis, consultationFlags, consultationName, consultationsOf } from "./consultations.js";
import type { Exclusion } from "./count-term.js";
import { type Course, flag, termOf } from "./course.js";
import { flagLapse, readEvent } from "./read-event.js";
import { receiptDay } from "./receipt-day.js";

export interface ReplyClockInput {
  readonly channel: RequestChannel;
  /** The day the request reached the agency; a "received" event goes before it. */
  readonly arrivedOn: PlainDate;
  /** The events as they now stand, in any order. */
  readonly events: readonly ClockEvent[];
  readonly calendar: WorkCalendar;
  readonly settings?: ClockSettings;
}

interface End {
  readonly by: ClockEnd;
  readonly on: PlainDate;
  readonly index: number;
}

/**
 * The reply term of a request (条例 第三十至三十五条、第四十二条): the day of receipt, the last day, what stops or has ended the clock, and every day on the way.
 * Twenty working days from the working day after receipt; consultations do not count; an answer to 补正 or a payment begins the term anew.
 * A term that has run out is not revived: what comes after it is flagged and moves nothing.
 */
export function replyClock({
  channel,
  arrivedOn,
  events,
  calendar,
  settings = DEFAULT_CLOCK_SETTINGS,
}: ReplyClockInput): ClockReading {
  const inOrder = inOrderOfDays(events);
  const end = endOfCase(inOrder, settings);
  const before = end === null ? inOrder : inOrder.slice(0, end.index);
  const consultations = consultationsOf(before, calendar);
  const receipt = receiptDay(channel, arrivedOn, inOrder);
  const decidedOn = inOrder.find(({ type }) => type === "decided")?.on ?? null;
  if (receipt.on === null) {
    const state: ClockState = end ? ended(end) : { kind: "not-started", waitsFor: "confirmation" };
    const waiting: DerivationSpan = { ...openSpan(arrivedOn, "尚未与申请人确认收到申请"), basis: receipt.basis };
    const derivation = end ? [] : [waiting];
    return { receivedOn: null, due: null, isProvisional: false, state, decidedOn, consultations, derivation, flags: [] };
  }
  const course: Course = {
    calendar,
    settings,
    receivedOn: receipt.on,
    zero: { on: receipt.on, why: receipt.why, basis: receipt.basis },
    extension: 0,
    extensions: 0,
    laterDate: null,
    pause: null,
    clarifications: 0,
    reasonsAskedOn: null,
    hasGoodReasons: false,
    exclusions: consultations.flatMap((consultation) => exclusionOf(consultation, settings)),
    setAside: [],
    flags: [...receipt.flags],
  };
  for (const event of before) readEvent(course, event);
  if (end) flagEnd(course, end, inOrder);
  return readingOf(course, { end, consultations, decidedOn });
}

/** The first event that ends the case; a decision alone does so only by setting. */
function endOfCase(inOrder: readonly ClockEvent[], { repliedWhen }: ClockSettings): End | null {
  for (const [index, { type, on }] of inOrder.entries()) {
    if (type === "served" || type === "withdrawn" || type === "clarification-lapsed" || type === "fee-lapsed")
      return { by: type, on, index };
    if (type === "decided" && repliedWhen === "decided") return { by: type, on, index };
  }
  return null;
}

const ended = ({ by, on }: End): ClockState => ({ kind: "ended", by, on });

/** The days of a consultation that do not count: by default after the day of sending, through the day of the opinion or the end of the limit. */
function exclusionOf(consultation: Consultation, settings: ClockSettings): Exclusion[] {
  const { sentOn, receivedOn, limit, answeredOn } = consultation;
  const begins = settings.consultationBegins === "received" ? (receivedOn ?? sentOn) : sentOn;
  const from = settings.countsFirstDayOfConsultation ? addDays(begins, 1) : begins;
  const lastOfOpinion =
    answeredOn === null || answeredOn > limit ? limit : settings.countsDayOfOpinion ? addDays(answeredOn, -1) : answeredOn;
  if (lastOfOpinion < from) return [];
  return [{ from, to: lastOfOpinion, why: `征求${consultationName(consultation)}意见`, basis: consultationBasis(consultation) }];
}

/** Acts after the end that would have moved the clock. */
const MOVES_THE_CLOCK: ReadonlySet<ClockEvent["type"]> = new Set([
  "clarification-requested",
  "clarified",
  "third-party-asked",
  "joint-maker-asked",
  "extended",
  "later-date-set",
  "fee-noticed",
  "fee-paid",
]);

function flagEnd(course: Course, { by, on, index }: End, inOrder: readonly ClockEvent[]): void {
  if (by === "clarification-lapsed" || by === "fee-lapsed") flagLapse(course, by, on);
  for (const event of inOrder.slice(index + 1)) {
    if (MOVES_THE_CLOCK.has(event.type))
      flag(course, "after-end", event.on, `记录的办理事项晚于办结之日（${chineseDay(on)}），不影响期限。`);
  }
}

interface Outcome {
  readonly end: End | null;
  readonly consultations: readonly Consultation[];
  readonly decidedOn: PlainDate | null;
}

function readingOf(course: Course, { end, consultations, decidedOn }: Outcome): ClockReading {
  const { receivedOn, zero, pause, calendar, setAside } = course;
  const common = { receivedOn, decidedOn, consultations };
  const start: DerivationSpan = {
    kind: "day-zero",
    from: zero.on,
    to: zero.on,
    workingDays: calendar.isWorkingDay(zero.on) ? 1 : 0,
    nth: null,
    part: null,
    why: zero.why,
    basis: zero.basis,
  };
  if (pause) {
    const { by, since, until } = pause;
    const why = by === "clarification" ? "等待申请人补正" : "等待申请人缴费";
    const basis = by === "clarification" ? "政府信息公开条例第三十条" : "政府信息公开条例第四十二条、国办函〔2020〕109号";
    const waiting: DerivationSpan = { ...openSpan(since, why), to: end?.on ?? null, basis };
    const state: ClockState = end ? ended(end) : { kind: "stopped", by, since, until };
    const flags = [...course.flags, ...consultationFlags(consultations, null)];
    return { ...common, due: null, isProvisional: false, state, derivation: [...setAside, start, waiting], flags };
  }
  const { due, spans } = termOf(course);
  return {
    ...common,
    due,
    isProvisional: !calendar.isSettled(zero.on, due),
    state: end ? ended(end) : runningOr(consultations, due),
    derivation: [...setAside, start, ...spans],
    flags: [...course.flags, ...consultationFlags(consultations, due)],
  };
}

/** With letters out that nobody has answered the clock stands still, until the last of their limits. */
function runningOr(consultations: readonly Consultation[], due: PlainDate): ClockState {
  const open = consultations.filter(({ answeredOn, sentOn }) => answeredOn === null && sentOn <= due);
  const [first, ...others] = open;
  if (!first) return { kind: "running" };
  const since = others.reduce((earliest, { sentOn }) => (sentOn < earliest ? sentOn : earliest), first.sentOn);
  const until = others.reduce((latest, { limit }) => (limit > latest ? limit : latest), first.limit);
  return { kind: "stopped", by: "consultation", since, until };
}

function openSpan(from: PlainDate, why: string): Omit<DerivationSpan, "basis"> {
  return { kind: "waiting", from, to: null, workingDays: 0, nth: null, part: null, why };
}
