import { expect, test } from "vitest";
import { dayIn } from "../../../test/builders/case-file.js";
import { STATE_COUNCIL_CALENDAR } from "../../law/calendar/work-calendar.js";
import { countTerm } from "../../law/clock/count-term.js";
import { daysOfTerm } from "./days-of-term.js";

test("the working days of a term are numbered 1 to 20 on the calendar, and the last one is the last day", () => {
  const { due, spans } = countTerm(
    { zero: dayIn("2026-04-20"), workingDays: 20, extension: 0, exclusions: [] },
    STATE_COUNCIL_CALENDAR,
  );
  const days = daysOfTerm(spans, due).flatMap(({ weeks }) => weeks.flat());
  const counted = days.filter((day) => day?.kind === "counted");
  expect(counted.map((day) => day?.nth)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(counted.at(-1)?.on).toBe(due);
  // 劳动节
  expect(days.find((day) => day?.on === "2026-05-01")).toMatchObject({ kind: "day-off", nth: null });
});

test("a month begins on the right day of the week and has all its days", () => {
  const [month] = daysOfTerm(
    [
      {
        kind: "day-zero",
        from: "2026-02-03",
        to: "2026-02-03",
        workingDays: 1,
        nth: null,
        part: null,
        why: "收到申请之日",
        basis: "",
      },
    ],
    "2026-02-03",
  );
  expect(month?.title).toBe("2026年2月");
  // 2026-02-01 was a Sunday.
  expect(month?.weeks[0]?.map((day) => day?.dayOfMonth ?? null)).toEqual([null, null, null, null, null, null, 1]);
  expect(month?.weeks.flat().filter((day) => day !== null)).toHaveLength(28);
});

test("without days there is no calendar", () => {
  expect(daysOfTerm([], "2026-02-03")).toEqual([]);
});
