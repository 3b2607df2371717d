import { addDays } from "../law/calendar/day-arithmetic.js";
import type { PlainDate } from "../law/plain-date.js";
import type { Recorded } from "../register/case-event.js";
import type { SeededRandom } from "./seeded-random.js";

/** The working days a rehearsal needs; the calendar of `law` has them. */
export interface WorkingDays {
  addWorkingDays(day: PlainDate, workingDays: number): PlainDate;
}

/** Something that happened, with the day it is written down. */
export interface Written<Body> {
  readonly body: Body;
  readonly writtenOn: PlainDate;
  readonly reason?: string;
}

const LATE_PERCENT = 6;

/**
 * The acts of a file as they are written down: most on their day, some days later with a reason. No act is written down before one
 * that the procedure asks for first.
 */
export function writtenDown<Body extends { readonly on: PlainDate }>(
  bodies: readonly Body[],
  random: SeededRandom,
): Written<Body>[] {
  let last: PlainDate | null = null;
  return bodies.map((body): Written<Body> => {
    const own = random.percent(LATE_PERCENT) ? addDays(body.on, random.whole(1, 25)) : body.on;
    const writtenOn: PlainDate = last === null || own > last ? own : last;
    last = writtenOn;
    return writtenOn === body.on ? { body, writtenOn } : { body, writtenOn, reason: "经办人外出，补登" };
  });
}

/** The events in the order they were written down, with id, number and instant. The instants of one file never go back. */
export function recorded<Body>(
  caseId: string,
  written: readonly Written<Body>[],
  random: SeededRandom,
): (Recorded & { readonly body: Body })[] {
  const inOrder = written
    .map((one, at) => ({ ...one, at }))
    .sort((one, other) => (one.writtenOn === other.writtenOn ? one.at - other.at : one.writtenOn < other.writtenOn ? -1 : 1));
  return inOrder.map(({ body, writtenOn, reason, at }, index) => ({
    // The id follows the act, not its place in the record, so that a correction can name it beforehand.
    id: eventId(caseId, at),
    sequence: index + 1,
    recordedAt: instantOn(writtenOn, index),
    recordedBy: random.oneOf(["经办人甲", "经办人乙"]),
    ...(reason === undefined ? {} : { reason }),
    body,
  }));
}

export function eventId(caseId: string, at: number): string {
  return `${caseId}-e${at + 1}`;
}

/** An instant of a day: office hours in China, later acts of the same day later. */
export function instantOn(day: PlainDate, minute: number): string {
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${day}T${pad(1 + Math.floor(minute / 60))}:${pad(minute % 60)}:00.000Z`;
}
