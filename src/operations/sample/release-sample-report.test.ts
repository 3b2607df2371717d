import { expect, test } from "vitest";
import { day } from "../../../test/storage/register-builder.js";
import { sampleReleaseDay } from "./release-sample-report.js";

test.each([
  [0, "2026-11-21", "2026-01-20"],
  [3, "2026-11-21", "2026-01-23"],
  [12, "2026-11-21", "2026-01-22"],
  [0, "2026-01-05", "2026-01-05"],
])("the report of desk %i is given out, on %s, as of %s", (nth, today, on) => {
  expect(sampleReleaseDay(nth, day(today))).toBe(on);
});
