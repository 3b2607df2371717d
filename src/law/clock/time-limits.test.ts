import { describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR as calendar } from "../calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { endOf, limitEnd, type TimeLimitId } from "./time-limits.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

describe("the last day of a limit", () => {
  test.each<[TimeLimitId, string, string, string | null]>([
    // 2025: 21–24 January are days 1 to 4, Sunday 26 (worked) 5, 27 6, 5 February after the Spring Festival 7.
    ["clarification", "2025-01-20", "2025-02-05", null],
    ["publication", "2024-09-09", "2024-10-12", null],
    ["interpretation", "2023-04-28", "2023-05-06", null],
    ["third-party", "2024-03-08", "2024-03-29", null],
    ["joint-maker", "2023-09-22", "2023-10-19", null],
    ["payment", "2024-11-13", "2024-12-11", null],
    ["reconsideration", "2024-05-20", "2024-07-19", null],
    // Day 60 is Thursday 3 October 2024, in the holiday that ends on the 7th.
    ["reconsideration", "2024-08-04", "2024-10-08", "2024-10-03"],
    // Day 60 is Sunday 28 January 2024, an ordinary weekend.
    ["reconsideration", "2023-11-29", "2024-01-29", "2024-01-28"],
    // Day 60 is Sunday 4 February 2024, which was worked, so nothing moves.
    ["reconsideration", "2023-12-06", "2024-02-04", null],
    ["reconsideration-untold", "2024-03-01", "2025-03-03", "2025-03-01"],
    ["suit-direct", "2023-12-20", "2024-06-20", null],
    ["suit-direct", "2023-08-31", "2024-02-29", null],
    ["suit-direct", "2024-04-03", "2024-10-08", "2024-10-03"],
    ["suit-after-reconsideration", "2025-01-15", "2025-02-05", "2025-01-30"],
    ["suit-after-reconsideration", "2025-03-03", "2025-03-18", null],
  ])("%s from %s ends on %s", (id, from, due, movedFrom) => {
    const end = limitEnd(id, day(from), calendar);
    expect(end.due).toBe(due);
    expect(end.movedFrom).toBe(movedFrom);
    expect(end.isProvisional).toBe(false);
    expect(end.basis).not.toBe("");
  });

  test("is provisional when it ends in a year that is not announced", () => {
    expect(limitEnd("publication", day("2026-12-20"), calendar).isProvisional).toBe(true);
    expect(limitEnd("reconsideration", day("2026-12-20"), calendar).isProvisional).toBe(true);
    // Holidays on the way do not matter to calendar days.
    expect(limitEnd("reconsideration", day("2026-10-20"), calendar).isProvisional).toBe(false);
  });

  test("can be of a length an agency has set", () => {
    const setByAgency = { length: 10, unit: "working-day", from: "收到补正通知之日", basis: "本机关设置" } as const;
    expect(endOf(setByAgency, day("2024-06-03"), calendar)).toEqual({
      due: "2024-06-18",
      movedFrom: null,
      isProvisional: false,
      basis: "本机关设置",
    });
  });
});
