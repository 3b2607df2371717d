import { expect, test } from "vitest";
import { isQuiet } from "./mail-hours.js";

const at = (time: string) => new Date(`2025-03-03T${time}:00+08:00`);

test.each([
  ["20:00", "08:00", "19:59", false],
  ["20:00", "08:00", "20:00", true],
  ["20:00", "08:00", "00:00", true],
  ["20:00", "08:00", "08:00", false],
  ["12:00", "14:00", "13:00", true],
  ["12:00", "14:00", "14:00", false],
  ["00:00", "00:00", "03:00", false],
])("quiet from %s until %s: at %s %s", (quietFrom, quietUntil, time, isIt) => {
  expect(isQuiet({ quietFrom, quietUntil }, at(time))).toBe(isIt);
});
