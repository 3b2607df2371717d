import { AppError } from "../../errors.js";
import { dayOf, type PlainDate, yearOf } from "../../law/plain-date.js";
import { WorkingDays } from "../../storage/statistics/working-days.js";
import { type Office, todayIn } from "../office.js";

/** A year as it is counted: up to today while it lasts. */
export interface YearSpan {
  readonly year: number;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly today: PlainDate;
}

/** A request may have come in some years before it is answered; what is older counts from here. */
const YEARS_BACK = 4;

export function yearSpan(office: Office, year: number): YearSpan {
  const today = todayIn(office);
  const from = dayOf(year, 1, 1);
  const end = dayOf(year, 12, 31);
  if (from === null || end === null || year > yearOf(today)) {
    throw new AppError("OPTION_INVALID", { option: "year", value: String(year), allowed: `${yearOf(today)} 及以前` });
  }
  return { year, from, until: end < today ? end : today, today };
}

/** The working days around a year, for counting in SQL. */
export function workingDaysAround({ calendar }: Office, { year, today }: YearSpan): WorkingDays {
  const from = dayOf(year - YEARS_BACK, 1, 1);
  const end = dayOf(year + 1, 12, 31);
  return new WorkingDays(calendar, from ?? today, end ?? today);
}
