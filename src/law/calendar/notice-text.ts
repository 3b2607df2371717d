import { dayOf, type PlainDate } from "../plain-date.js";
import { dayNumber, weekdayOf } from "./day-arithmetic.js";
import { type HolidayNotice, readHolidayNotice } from "./holiday-notice.js";

const MAX_CHARACTERS = 20_000;
const TITLE = /(国务院办公厅关于(\d{4})年部分节假日安排的通知)/;
const NUMBER = /国办发明电〔\d{4}〕\d{1,3}号/;
const ITEM = /^\s*[一二三四五六七八九十]{1,2}、([^：:。]{2,30})[：:](.*)$/;
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^（）]{0,30})）)?/g;
const WEEKDAYS = "日一二三四五六";

/**
 * Reads the text of a notice as the State Council publishes it, so that an operator can paste it: “二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、
 * 2月28日（周六）上班。” The weekdays and the number of days it states must be right, else a slip of the keyboard would become a working day.
 */
export function readNoticeText(text: string): { readonly notice: HolidayNotice | null; readonly faults: readonly string[] } {
  const plain = text.slice(0, MAX_CHARACTERS).replaceAll("(", "（").replaceAll(")", "）");
  const [, title = "", yearText = ""] = TITLE.exec(plain.replace(/\s/g, "")) ?? [];
  if (title === "") return { notice: null, faults: ["没有找到“国务院办公厅关于…年部分节假日安排的通知”的标题。"] };
  const year = Number(yearText);
  const faults: string[] = [];
  const off: { name: string; from: PlainDate; to: PlainDate }[] = [];
  const work: { name: string; on: PlainDate }[] = [];
  for (const line of plain.split("\n")) {
    const [, name = "", arrangement = ""] = ITEM.exec(line) ?? [];
    let yearOfLine = year;
    for (const clause of arrangement.split(/[，。；]/)) {
      const days = daysIn(clause, yearOfLine, faults);
      const [first, ...others] = days;
      const last = others.at(-1) ?? first;
      if (first === undefined || last === undefined) checkCount(clause, off.at(-1), faults);
      else if (clause.includes("上班")) work.push(...days.map((on) => ({ name, on })));
      else if (/放假|补休/.test(clause)) off.push({ name, from: first, to: last });
      if (last !== undefined) yearOfLine = Number(last.slice(0, 4));
    }
  }
  if (faults.length > 0) return { notice: null, faults };
  return readHolidayNotice({ year, title, number: NUMBER.exec(plain)?.[0] ?? null, off, work });
}

/** The days of a clause; a month or year that is left out is that of the day before it. */
function daysIn(clause: string, year: number, faults: string[]): PlainDate[] {
  const days: PlainDate[] = [];
  let month = 0;
  let yearOfDay = year;
  for (const [text, statedYear, statedMonth, dayOfMonth, remark = ""] of clause.matchAll(DAY)) {
    if (statedYear !== undefined) yearOfDay = Number(statedYear);
    if (statedMonth !== undefined) month = Number(statedMonth);
    const on = dayOf(yearOfDay, month, Number(dayOfMonth));
    const weekday = WEEKDAYS.indexOf(/(?:周|星期)([日一二三四五六])/.exec(remark)?.[1] ?? "无");
    if (on === null) faults.push(`“${text}”不是日历上的日期。`);
    else if (weekday >= 0 && weekday !== weekdayOf(dayNumber(on))) {
      faults.push(`“${text}”与日历不符：${on} 是星期${WEEKDAYS[weekdayOf(dayNumber(on))]}。`);
    } else days.push(on);
  }
  return days;
}

/** “共9天” must be the days of the span before it. */
function checkCount(
  clause: string,
  span: { readonly from: PlainDate; readonly to: PlainDate } | undefined,
  faults: string[],
): void {
  const stated = /共(\d{1,2})天/.exec(clause)?.[1];
  if (stated === undefined || span === undefined) return;
  const days = dayNumber(span.to) - dayNumber(span.from) + 1;
  if (Number(stated) !== days) faults.push(`${span.from} 至 ${span.to} 是${days}天，通知写的是共${stated}天。`);
}
