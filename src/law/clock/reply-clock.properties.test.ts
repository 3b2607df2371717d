import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StandingEvent } from "../../register/case-file.js";
import { addDays, dayNumber } from "../calendar/day-arithmetic.js";
import { STATE_COUNCIL_CALENDAR as calendar } from "../calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import type { ClockEvent, RequestChannel } from "./clock-event.js";
import { isOverdue } from "./clock-on-day.js";
import { explainChange } from "./explain-change.js";
import { explainDue } from "./explain-due.js";
import { replyClock } from "./reply-clock.js";

const FIRST = parsePlainDate("2019-05-15") as PlainDate; // a day that exists
const SPAN_DAYS = dayNumber(parsePlainDate("2025-12-01") as PlainDate) - dayNumber(FIRST); // a day that exists

const receipt = fc.integer({ min: 0, max: SPAN_DAYS }).map((days) => addDays(FIRST, days));
const offset = fc.integer({ min: 0, max: 70 });
const party = fc.constantFrom("甲", "乙", "丙");

/** Any event, so many days after receipt: in time, late, twice, out of order. */
const anyEvent = (from: PlainDate): fc.Arbitrary<ClockEvent> => {
  const on = offset.map((days) => addDays(from, days));
  const day = offset.map((days) => addDays(from, days));
  return fc.oneof(
    fc.record({ type: fc.constant("clarification-requested" as const), on, clarifyBy: on }),
    fc.record({ type: fc.constantFrom("clarified" as const, "fee-paid" as const, "decided" as const, "confirmed" as const), on }),
    fc.record({ type: fc.constant("third-party-asked" as const), on, party }),
    fc.record({ type: fc.constant("third-party-asked" as const), on, party, receivedOn: on }),
    fc.record({ type: fc.constant("third-party-asked" as const), on, party, receivedOn: on, servedOn: day }),
    fc.record({ type: fc.constant("third-party-answered" as const), on, party }),
    fc.record({ type: fc.constant("joint-maker-asked" as const), on, agency: party, receivedOn: on }),
    fc.record({ type: fc.constant("joint-maker-asked" as const), on, agency: party, servedOn: day }),
    fc.record({ type: fc.constant("letter-served" as const), on }),
    fc.record({ type: fc.constant("joint-maker-answered" as const), on, agency: party }),
    fc.record({ type: fc.constant("extended" as const), on, toldOn: on, workingDays: fc.integer({ min: -1, max: 30 }) }),
    fc.record({ type: fc.constant("fee-noticed" as const), on, payBy: on }),
    fc.record({ type: fc.constant("reasons-asked" as const), on, answerBy: on }),
    fc.record({ type: fc.constant("reasons-given" as const), on, areReasonable: fc.boolean() }),
    fc.record({ type: fc.constant("later-date-set" as const), on, due: on }),
    fc.record({
      type: fc.constantFrom("served" as const, "withdrawn" as const, "clarification-lapsed" as const, "fee-lapsed" as const),
      on,
    }),
  );
};

const anyCase = receipt.chain((arrivedOn) =>
  fc.record({
    arrivedOn: fc.constant(arrivedOn),
    channel: fc.constantFrom<RequestChannel>("in_person", "online", "ordinary_mail"),
    events: fc.array(anyEvent(arrivedOn), { maxLength: 8 }),
  }),
);

/** Later than every day while the clock waits. */
const dueOrNever = (due: PlainDate | null): string => due ?? "9999-12-31";

interface Letter {
  readonly sent: number;
  readonly received: number;
  /** Whether the day of receipt is the service on record, or typed with the inquiry. */
  readonly isServed: boolean;
  readonly answered: number | null;
}

const letters = fc.array(
  fc.record({
    sent: offset,
    received: fc.integer({ min: 0, max: 6 }),
    isServed: fc.boolean(),
    answered: fc.option(fc.integer({ min: 0, max: 40 })),
  }),
  { maxLength: 5 },
);

/** Letters to parties with names of their own. */
const eventsOf = (from: PlainDate, sent: readonly Letter[]): ClockEvent[] =>
  sent.flatMap((letter, index) => {
    const who = `第三方${index}`;
    const on = addDays(from, letter.sent);
    const had = addDays(on, letter.received);
    const asked: ClockEvent = {
      ...{ type: "third-party-asked", on, party: who },
      ...(letter.isServed ? { servedOn: had } : { receivedOn: had }),
    };
    if (letter.answered === null) return [asked];
    return [asked, { type: "third-party-answered", on: addDays(on, letter.answered), party: who }];
  });

/** The table of a year's days written out as "is it worked", read day by day; knows nothing of terms, spans or the code under test. */
function bruteForce(from: PlainDate, sent: readonly Letter[], workingDays: number): string {
  const start = dayNumber(from);
  const isWorked = (offsetOfDay: number) => calendar.isWorkingDay(addDays(from, offsetOfDay));
  const isExcluded = (offsetOfDay: number) =>
    sent.some((letter) => {
      if (offsetOfDay <= letter.sent) return false;
      let limit = letter.sent + letter.received;
      for (let left = 15; left > 0; ) if (isWorked(++limit)) left -= 1;
      return offsetOfDay <= (letter.answered === null ? limit : Math.min(limit, letter.sent + letter.answered));
    });
  let offsetOfDay = 0;
  for (let left = workingDays; left > 0; ) {
    offsetOfDay += 1;
    if (isWorked(offsetOfDay) && !isExcluded(offsetOfDay)) left -= 1;
  }
  expect(dayNumber(addDays(from, offsetOfDay))).toBe(start + offsetOfDay);
  return addDays(from, offsetOfDay);
}

const clock = (arrivedOn: PlainDate, events: readonly ClockEvent[], channel: RequestChannel = "in_person") =>
  replyClock({ channel, arrivedOn, events, calendar });

describe("the reply clock", () => {
  test("takes the register's events as they stand", () => {
    const standing: readonly StandingEvent["body"][] = [{ type: "accepted", on: FIRST, handler: "经办人" }];
    expect(clock(FIRST, standing).due).toBe("2019-06-13");
  });

  test("equals a walk through the days with any number of consultations and an extension", () => {
    fc.assert(
      fc.property(receipt, letters, fc.option(fc.integer({ min: 1, max: 20 })), (arrivedOn, sent, extension) => {
        const told: ClockEvent[] =
          extension === null ? [] : [{ type: "extended", on: arrivedOn, toldOn: arrivedOn, workingDays: extension }];
        const { due } = clock(arrivedOn, [...eventsOf(arrivedOn, sent), ...told]);
        expect(due).toBe(bruteForce(arrivedOn, sent, 20 + (extension ?? 0)));
      }),
      { numRuns: 500 },
    );
  });

  test("never ends on a day off, whatever happened", () => {
    fc.assert(
      fc.property(anyCase, ({ arrivedOn, channel, events }) => {
        const { due } = clock(arrivedOn, events, channel);
        expect(due === null || calendar.isWorkingDay(due)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("does not depend on the order in which things were written down", () => {
    const shuffled = anyCase.chain((each) =>
      fc.record({ each: fc.constant(each), order: fc.shuffledSubarray([...each.events], { minLength: each.events.length }) }),
    );
    fc.assert(
      fc.property(shuffled, ({ each: { arrivedOn, channel, events }, order }) => {
        const reading = clock(arrivedOn, events, channel);
        expect(clock(arrivedOn, order, channel)).toEqual(reading);
        expect(explainChange(reading, clock(arrivedOn, order, channel))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("does not end earlier when the request is received later", () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 1, max: 30 }), letters, (arrivedOn, days, sent) => {
        const events = eventsOf(arrivedOn, sent);
        expect(dueOrNever(clock(addDays(arrivedOn, days), events).due) >= dueOrNever(clock(arrivedOn, events).due)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("does not end earlier when the third party takes longer", () => {
    const one = fc.record({
      sent: offset,
      received: fc.integer({ min: 0, max: 6 }),
      isServed: fc.boolean(),
      answered: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(receipt, letters, one, fc.integer({ min: 1, max: 40 }), (arrivedOn, others, letter, days) => {
        const dueWith = (answered: number | null) =>
          dueOrNever(clock(arrivedOn, eventsOf(arrivedOn, [...others, { ...letter, answered }])).due);
        expect(dueWith(letter.answered + days) >= dueWith(letter.answered)).toBe(true);
        expect(dueWith(null) >= dueWith(letter.answered)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("counts from a service on record as from the same day typed, and never earlier than without either", () => {
    fc.assert(
      fc.property(receipt, letters, (arrivedOn, sent) => {
        const withAll = (isServed: boolean) =>
          eventsOf(
            arrivedOn,
            sent.map((letter) => ({ ...letter, isServed })),
          );
        const served = clock(arrivedOn, withAll(true));
        expect(served).toEqual(clock(arrivedOn, withAll(false)));
        const unknown = eventsOf(arrivedOn, sent).map((event) =>
          event.type === "third-party-asked" ? { type: event.type, on: event.on, party: event.party } : event,
        );
        expect(dueOrNever(served.due) >= dueOrNever(clock(arrivedOn, unknown).due)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["clarification-requested", "clarified"],
    ["fee-noticed", "fee-paid"],
  ] as const)("does not end earlier when the requester takes longer (%s)", (asked, done) => {
    fc.assert(
      fc.property(
        receipt,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (arrivedOn, sent, wait, more) => {
          const on = addDays(arrivedOn, sent);
          const dueWith = (days: number) => {
            const request: ClockEvent =
              asked === "fee-noticed" ? { type: asked, on, payBy: on } : { type: asked, on, clarifyBy: on };
            return dueOrNever(clock(arrivedOn, [request, { type: done, on: addDays(on, days) }]).due);
          };
          expect(dueWith(wait + more) >= dueWith(wait)).toBe(true);
          expect(
            dueOrNever(
              clock(arrivedOn, [asked === "fee-noticed" ? { type: asked, on, payBy: on } : { type: asked, on, clarifyBy: on }])
                .due,
            ) >= dueWith(wait),
          ).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("accounts for every day from receipt to the last day exactly once", () => {
    fc.assert(
      fc.property(anyCase, ({ arrivedOn, channel, events }) => {
        const { due, receivedOn, derivation } = clock(arrivedOn, events, channel);
        if (due === null || receivedOn === null) return;
        let next = receivedOn;
        for (const { from, to } of derivation) {
          expect(from).toBe(next);
          next = addDays(to ?? from, 1);
        }
        expect(addDays(next, -1)).toBe(due);
        const counted = derivation.filter(({ kind }) => kind === "counted");
        const total = counted.reduce((sum, { workingDays }) => sum + workingDays, 0);
        expect(total).toBeGreaterThanOrEqual(20);
        expect(total).toBeLessThanOrEqual(40);
        expect(counted.at(-1)?.nth?.last).toBe(total);
      }),
      { numRuns: 1000 },
    );
  });

  test("explains itself in whole sentences and is overdue only after the last day", () => {
    fc.assert(
      fc.property(anyCase, ({ arrivedOn, channel, events }) => {
        const reading = clock(arrivedOn, events, channel);
        for (const sentence of explainDue(reading)) expect(sentence).toMatch(/^[^。]*[^，：；。]。$/);
        for (const sentence of explainChange(clock(arrivedOn, [], channel), reading)) expect(sentence.endsWith("。")).toBe(true);
        if (reading.due === null) expect(isOverdue(reading, addDays(arrivedOn, 500))).toBe(false);
        else if (reading.state.kind !== "ended") {
          expect(isOverdue(reading, reading.due)).toBe(false);
          expect(isOverdue(reading, addDays(reading.due, 1))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
