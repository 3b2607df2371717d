import { expect, test } from "vitest";
import { latestMeetingBy, MEETINGS } from "./meetings.js";
import { parsePlainDate } from "./plain-date.js";

test("the meetings stand in the order in which they were held", () => {
  const days = MEETINGS.map(({ closedOn }) => closedOn);
  expect(days).toEqual(days.toSorted());
});

test.each([
  ["2020-12-31", "十九届五中全会"],
  ["2020-10-28", "十九届四中全会"],
  ["2000-01-01", undefined],
])("by %s the last was %s", (day, name) => {
  const date = parsePlainDate(day);
  expect(date && latestMeetingBy(date)?.name).toBe(name);
});
