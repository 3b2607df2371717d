import { describe, expect, test } from "vitest";
import { buildCaseFile, buildEvents } from "../../test/builders/case-file.js";
import { STEPS } from "../../test/builders/case-step.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { DEFAULT_CLOCK_SETTINGS } from "../law/clock/clock-settings.js";
import { caseClock, clockEventsOf } from "./case-clock.js";
import { standingEvents } from "./case-file.js";
import { contradictionsIn, flagsOf } from "./case-procedure.js";
import { caseState } from "./case-state.js";
import { outcomeLabel } from "./outcome-label.js";
import { receiptDay } from "./receipt-day.js";

const { received, accepted, extended, decided, served } = STEPS;

describe("what stands on record", () => {
  const correction = {
    type: "corrected",
    on: "2025-03-20",
    eventId: "e2",
    replacement: { ...extended, workingDays: 10 },
  } as const;

  test("is in the order of days and, within a day, of the procedure", () => {
    const sameDay = { ...served, on: decided.on };
    expect(standingEvents(buildEvents([sameDay, decided, received])).map(({ id }) => id)).toEqual(["e3", "e2", "e1"]);
  });

  test("is what a correction put in the place of a wrong entry, under its old id", () => {
    const events = buildEvents([received, extended, correction]);
    expect(standingEvents(events)).toMatchObject([
      { id: "e1", recordedAt: "2025-03-03T12:00:00.000Z" },
      { id: "e2", recordedAt: "2025-03-20T12:00:00.000Z", body: { type: "extended", workingDays: 10 } },
    ]);
    expect(standingEvents(events, "2025-03-19T00:00:00.000Z")[1]).toMatchObject({ body: { workingDays: 20 } });
  });

  test("leaves out what never happened, also when a correction replaces a correction", () => {
    const events = buildEvents([received, extended, { ...correction, replacement: null }]);
    expect(standingEvents(events).map(({ id }) => id)).toEqual(["e1"]);
    const strange = buildEvents([received, extended, { ...correction, replacement: correction }]);
    expect(standingEvents(strange).map(({ id }) => id)).toEqual(["e1"]);
  });
});

describe("the clock of a case", () => {
  const law = { calendar: STATE_COUNCIL_CALENDAR };
  const caseFile = buildCaseFile([received, { ...extended, recordedAt: "2025-03-12T01:00:00.000Z" }]);

  test("counts from what stands, now or at an instant", () => {
    expect(caseClock(caseFile, law).due).toBe("2025-04-28");
    expect(caseClock(caseFile, law, "2025-03-12T00:00:00.000Z").due).toBe("2025-03-31");
    expect(clockEventsOf(caseFile, "2025-03-12T00:00:00.000Z")).toEqual([received]);
  });

  test("follows the settings of the agency", () => {
    const ended = buildCaseFile([received, decided]);
    const settings = { ...DEFAULT_CLOCK_SETTINGS, repliedWhen: "decided" } as const;
    expect(caseClock(ended, law).state.kind).toBe("running");
    expect(caseClock(ended, { ...law, settings }).state).toMatchObject({ kind: "ended", by: "decided" });
  });

  test("says of a whole file what was late", () => {
    const late = buildCaseFile([
      received,
      { ...extended, on: "2025-04-01", toldOn: "2025-04-01" },
      { ...decided, on: "2025-05-30" },
    ]);
    expect(flagsOf(late, law).map(({ eventId, flag }) => [eventId, flag.flagId])).toEqual([
      ["e3", "late"],
      [null, "extension-late"],
    ]);
    expect(flagsOf(late)).toEqual([]);
  });
});

test.each([
  ["in_person", [received], "2025-03-03"],
  ["in_person", [], null],
  ["email", [received], null],
  ["email", [received, { type: "confirmed", on: "2025-03-05" }], "2025-03-05"],
] as const)("a request by %s with %j was received on %s", (channel, events, day) => {
  expect(receiptDay(caseState(buildCaseFile([...events], { channel })))).toBe(day);
});

test("an event whose data no form takes is judged by its place alone", () => {
  const foreign = buildCaseFile([received, accepted, { type: "decided", on: "2025-03-18", outcome: 7 }]);
  expect(contradictionsIn(foreign)).toEqual([]);
});

test.each([
  ["granted", "予以公开"],
  ["denied.state_secret", "不予公开·属于国家秘密"],
  ["other.misc", "其他处理·其他"],
  ["unheard.of", "unheard.of"],
])("%s is called %s", (id, label) => {
  expect(outcomeLabel(id)).toBe(label);
});
