import { describe, expect, test } from "vitest";
import type { ProceedingEventBody } from "../../register/proceeding.js";
import { STATE_COUNCIL_CALENDAR as calendar } from "../calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { type ProceedingClockEvent, type ProceedingClockInput, proceedingClock } from "./proceeding-clock.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

const event = (type: ProceedingClockEvent["type"], on: string): ProceedingClockEvent => ({ type, on: day(on) });
const reconsideration = (events: readonly ProceedingClockEvent[], more: Partial<ProceedingClockInput> = {}) =>
  proceedingClock({ kind: "reconsideration", events, calendar, ...more });
const suit = (events: readonly ProceedingClockEvent[], more: Partial<ProceedingClockInput> = {}) =>
  proceedingClock({ kind: "litigation", events, calendar, ...more });

describe("a reconsideration", () => {
  // Filed Monday 6 May 2024: the five working days of review end on Saturday 11 May, which was worked.
  const filed = event("filed", "2024-05-06");

  test("is reviewed in five working days, and silence is acceptance (第三十条)", () => {
    const { reviewDue, decisionDue, answerDue } = reconsideration([filed]);
    expect(reviewDue?.due).toBe("2024-05-11");
    expect(decisionDue?.due).toBe("2024-07-10");
    expect(answerDue).toBeNull();
  });

  test.each<[string, Partial<ProceedingClockInput>, string]>([
    ["in sixty days of acceptance (第六十二条第一款)", {}, "2024-07-09"],
    ["in ninety when it was extended", { isExtended: true }, "2024-08-08"],
    // Day 30 is Sunday 9 June 2024, and the Monday after is 端午节.
    ["in thirty by the simplified procedure (第六十二条第二款)", { isSimplified: true }, "2024-06-11"],
  ])("is decided %s", (_, more, due) => {
    expect(reconsideration([filed], { acceptedOn: day("2024-05-10"), ...more }).decisionDue?.due).toBe(due);
  });

  test.each<[string, boolean, string, string, boolean]>([
    ["ten working days (第四十八条)", false, "2024-05-28", "2024-05-28", false],
    ["ten working days, late", false, "2024-05-29", "2024-05-28", true],
    ["five by the simplified procedure (第五十四条)", true, "2024-05-22", "2024-05-21", true],
  ])("is answered in %s", (_, isSimplified, answeredOn, due, isLate) => {
    const reading = reconsideration([event("answered", answeredOn), event("notified", "2024-05-14"), filed], { isSimplified });
    expect(reading.answerDue?.due).toBe(due);
    expect(reading.isAnswerLate).toBe(isLate);
  });

  test("waits while it is suspended, and the days of suspension come on top", () => {
    const suspended = [filed, event("suspended", "2024-05-20"), event("suspended", "2024-05-22")];
    expect(reconsideration(suspended)).toMatchObject({ isSuspended: true, decisionDue: null });
    // 21 May to 30 May are ten days: 9 July becomes 19 July.
    const resumed = reconsideration([...suspended, event("resumed", "2024-05-30")], { acceptedOn: day("2024-05-10") });
    expect(resumed).toMatchObject({ isSuspended: false, decisionDue: { due: "2024-07-19" } });
    const before = reconsideration([filed, event("resumed", "2024-05-08")], { acceptedOn: day("2024-05-10") });
    expect(before.decisionDue?.due).toBe("2024-07-09");
  });

  test("without any event has no days", () => {
    expect(reconsideration([])).toEqual({
      reviewDue: null,
      answerDue: null,
      isAnswerLate: false,
      decisionDue: null,
      isSuspended: false,
      isConcluded: false,
    });
  });
});

describe("a lawsuit", () => {
  const filed = event("filed", "2024-04-30");

  test("is answered in fifteen days and judged in six months (行政诉讼法 第六十七条、第八十一条)", () => {
    const reading = suit([filed, event("notified", "2024-09-20")]);
    expect(reading.reviewDue).toBeNull();
    // Day 15 is Saturday 5 October 2024, in the holiday.
    expect(reading.answerDue).toMatchObject({ due: "2024-10-08", movedFrom: "2024-10-05" });
    expect(reading.decisionDue?.due).toBe("2024-10-30");
  });

  test("counts three months after an appeal, and is open again (第八十八条)", () => {
    const judged = [filed, event("concluded", "2024-10-15")];
    expect(suit(judged).isConcluded).toBe(true);
    const appealed = suit([...judged, event("appealed", "2024-10-28")]);
    expect(appealed).toMatchObject({ isConcluded: false, decisionDue: { due: "2025-02-05", movedFrom: "2025-01-28" } });
  });

  test("adds the days of suspension to its months", () => {
    const reading = suit([filed, event("suspended", "2024-06-03"), event("resumed", "2024-06-13")]);
    // Six months end on 30 October; ten days more on Saturday 9 November.
    expect(reading.decisionDue).toMatchObject({ due: "2024-11-11", movedFrom: "2024-11-09" });
  });

  test("takes the register's events as they stand", () => {
    const body: Exclude<ProceedingEventBody, { readonly type: "corrected" }> = { type: "filed", on: day("2024-04-30") };
    expect(suit([body], { acceptedOn: day("2024-05-06") }).decisionDue?.due).toBe("2024-11-06");
  });
});
