import { AppError } from "../errors.js";

/** An instant with its zone, so that nobody has to guess which one was meant. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The instant an option was given, in UTC; otherwise an error that says how it is written. */
export function instant(option: string, value: string): string {
  const time = INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  throw new AppError("OPTION_INVALID", {
    option,
    value,
    allowed: "带时区的时刻，如 2026-01-20T08:00:00Z、2026-01-20T16:00:00+08:00",
  });
}
