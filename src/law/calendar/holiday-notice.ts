import { dayOf, type PlainDate, parsePlainDate, yearOf } from "../plain-date.js";
import { addDays, dayNumber, weekdayOf } from "./day-arithmetic.js";

/** Days off for one holiday, first and last included; weekends among them are named with it. */
export interface HolidaySpan {
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A weekend day that is worked for a holiday (调休上班). */
export interface MakeUpDay {
  readonly name: string;
  readonly on: PlainDate;
}

/**
 * The arrangement of one year's holidays as a notice of the State Council makes it (国务院办公厅关于…年部分节假日安排的通知).
 * It may reach into the last days of December before. A later notice for the same year amends the days it names.
 */
export interface HolidayNotice {
  readonly year: number;
  readonly title: string;
  /** 发文字号, e.g. 国办发明电〔2025〕7号; null where it is not known. */
  readonly number: string | null;
  readonly off: readonly HolidaySpan[];
  readonly work: readonly MakeUpDay[];
}

/** A span of days off longer than this is a typing error: the longest ever had eleven days. */
const MAX_SPAN_DAYS = 16;
const MAX_ENTRIES = 60;

/**
 * Reads a notice from data an operator brings (JSON: year, title, number, off, work). Faults are Chinese sentences, so that a wrong day
 * is stopped here and not in a letter to a citizen.
 */
export function readHolidayNotice(value: unknown): { readonly notice: HolidayNotice | null; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const record = fieldsOf(value);
  const year = record.get("year");
  if (typeof year !== "number" || !Number.isInteger(year) || year < 2008 || year > 9998) {
    return { notice: null, faults: ["“year”应当是安排所属的年份，例如 2027。"] };
  }
  const title = record.get("title");
  if (typeof title !== "string" || title.trim() === "") faults.push("“title”应当是通知的标题。");
  const number = record.get("number") ?? null;
  if (number !== null && typeof number !== "string") faults.push("“number”应当是通知的发文字号，不知道时为 null。");
  const off = listOf(record.get("off"), "off", faults).flatMap((entry) => spanOf(entry, year, faults));
  const work = listOf(record.get("work"), "work", faults).flatMap((entry) => makeUpDayOf(entry, year, faults));
  for (const { name, on } of work) {
    const offHere = off.find(({ from, to }) => from <= on && on <= to);
    if (offHere) faults.push(`${on} 既列为${offHere.name}放假，又列为${name}调休上班。`);
  }
  if (off.length === 0 && faults.length === 0) faults.push("没有列出任何放假日期。");
  if (faults.length > 0 || typeof title !== "string") return { notice: null, faults };
  return { notice: { year, title: title.trim(), number: typeof number === "string" ? number : null, off, work }, faults };
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);

function listOf(value: unknown, field: string, faults: string[]): readonly unknown[] {
  if (Array.isArray(value) && value.length <= MAX_ENTRIES) return value;
  faults.push(`“${field}”应当是列表，且不超过 ${MAX_ENTRIES} 项。`);
  return [];
}

function nameIn(entry: ReadonlyMap<string, unknown>): string {
  const name = entry.get("name");
  return typeof name === "string" && name.trim() !== "" ? name.trim() : "";
}

function dayIn(entry: ReadonlyMap<string, unknown>, field: string, year: number): PlainDate | null {
  const text = entry.get(field);
  const day = typeof text === "string" ? parsePlainDate(text) : null;
  // The notice for a year may begin in the last week of December before it.
  return day !== null && (yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(5) >= "12-25")) ? day : null;
}

function spanOf(value: unknown, year: number, faults: string[]): HolidaySpan[] {
  const entry = fieldsOf(value);
  const name = nameIn(entry);
  const from = dayIn(entry, "from", year);
  const to = dayIn(entry, "to", year);
  if (name === "" || from === null || to === null || to < from || to > addDays(from, MAX_SPAN_DAYS - 1)) {
    faults.push(`放假日期“${name || "（无名称）"}”应当有名称和 ${year} 年的起止日（YYYY-MM-DD），且不超过 ${MAX_SPAN_DAYS} 天。`);
    return [];
  }
  return [{ name, from, to }];
}

function makeUpDayOf(value: unknown, year: number, faults: string[]): MakeUpDay[] {
  const entry = fieldsOf(value);
  const name = nameIn(entry);
  const on = dayIn(entry, "on", year);
  if (name === "" || on === null) {
    faults.push(`调休上班日“${name || "（无名称）"}”应当有名称和 ${year} 年的日期（YYYY-MM-DD）。`);
    return [];
  }
  if (![0, 6].includes(weekdayOf(dayNumber(on)))) {
    faults.push(`调休上班日 ${on} 不是星期六或者星期日。`);
    return [];
  }
  return [{ name, on }];
}

/** The days from 29 December on were arranged by the notice of the next year in 2007, 2011, 2018 and 2022, so they stay open until it is there. */
export function settledThrough(year: number): PlainDate | null {
  return dayOf(year, 12, 28);
}
