import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import { addDays } from "./day-arithmetic.js";
import type { HolidayNotice } from "./holiday-notice.js";
import { AMENDING_NOTICES, YEARLY_NOTICES } from "./state-council-notices.js";
import { STATE_COUNCIL_CALENDAR, WorkCalendar } from "./work-calendar.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

/**
 * The notices of 2019 to 2026, typed by hand from their texts (with the changes of 2019-03-22 and 2020-01-26): days off, then weekend days worked.
 * 2019: 国办发明电〔2018〕15号、〔2019〕3号 · 2020: 〔2019〕16号、〔2020〕1号 · 2021: 〔2020〕27号 · 2022: 〔2021〕11号 · 2023: 〔2022〕16号 · 2024: 〔2023〕7号 ·
 * 2025: 〔2024〕12号 · 2026: 〔2025〕7号.
 */
const NOTICES: readonly (readonly [number, string, string])[] = [
  [
    2019,
    "2018-12-30/2019-01-01 02-04/02-10 04-05/04-07 05-01/05-04 06-07/06-09 09-13/09-15 10-01/10-07",
    "2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12",
  ],
  [2020, "01-01/01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08", "01-19 04-26 05-09 06-28 09-27 10-10"],
  [
    2021,
    "01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07",
    "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
  ],
  [
    2022,
    "01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07",
    "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
  ],
  [
    2023,
    "2022-12-31/2023-01-02 01-21/01-27 04-05/04-05 04-29/05-03 06-22/06-24 09-29/10-06",
    "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
  ],
  [
    2024,
    "01-01/01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10/06-10 09-15/09-17 10-01/10-07",
    "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
  ],
  [2025, "01-01/01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08", "01-26 02-08 04-27 09-28 10-11"],
  [
    2026,
    "01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07",
    "01-04 02-14 02-28 05-09 09-20 10-10",
  ],
];

const inYear = (year: number, text: string) => day(text.length === 5 ? `${year}-${text}` : text);

const OFF = new Set(
  NOTICES.flatMap(([year, spans]) =>
    spans.split(" ").flatMap((span) => {
      const [from = "", to = ""] = span.split("/");
      const days: PlainDate[] = [];
      for (let each = inYear(year, from); each <= inYear(year, to); each = addDays(each, 1)) days.push(each);
      return days;
    }),
  ),
);
const WORKED = new Set(NOTICES.flatMap(([year, , days]) => days.split(" ").map((text) => inYear(year, text))));

describe("the table of working days", () => {
  test("agrees with the notices of 2019 to 2026 on every day", () => {
    for (let each = day("2018-12-29"); each <= "2026-12-31"; each = addDays(each, 1)) {
      const isWeekend = [0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay());
      const expected = !OFF.has(each) && (!isWeekend || WORKED.has(each));
      expect(`${each} ${STATE_COUNCIL_CALENDAR.isWorkingDay(each)}`).toBe(`${each} ${expected}`);
    }
  });

  /**
   * Every day moved is made up for, so a year has its Mondays to Fridays without the statutory days (eleven, since 2025 thirteen by 全国年节及纪念日放假办法).
   * Else: in 2012 3 January was made up for on 31 December 2011; in 2015 3 September was a day off more; in 2020 the extension took
   * Friday 31 January and Saturday 1 February, and nobody made up for them.
   */
  test.each([
    [2008, 262, 11, 0],
    [2009, 261, 11, 0],
    [2010, 261, 11, 0],
    [2011, 260, 11, 1],
    [2012, 261, 11, -1],
    [2013, 261, 11, 0],
    [2014, 261, 11, 0],
    [2015, 261, 12, 0],
    [2016, 261, 11, 0],
    [2017, 260, 11, 0],
    [2018, 261, 11, 0],
    [2019, 261, 11, 0],
    [2020, 262, 11, -2],
    [2021, 261, 11, 0],
    [2022, 260, 11, 0],
    [2023, 260, 11, 0],
    [2024, 262, 11, 0],
    [2025, 261, 13, 0],
    [2026, 261, 13, 0],
  ])("%i has %i weekdays without %i statutory days and %i others", (year, weekdays, statutory, others) => {
    const from = day(`${year - 1}-12-31`);
    expect(new WorkCalendar([]).workingDaysAfter(from, day(`${year}-12-31`))).toBe(weekdays);
    expect(STATE_COUNCIL_CALENDAR.workingDaysAfter(from, day(`${year}-12-31`))).toBe(weekdays - statutory + others);
  });

  test("has one notice a year from 2008 to 2026, each with its number", () => {
    expect(YEARLY_NOTICES.map(({ year }) => year)).toEqual(Array.from({ length: 19 }, (_, index) => 2008 + index));
    expect(YEARLY_NOTICES.filter(({ number }) => number === null)).toEqual([]);
  });

  test("already holds what the amending notices changed", () => {
    const unamended = new WorkCalendar(YEARLY_NOTICES);
    for (const { year } of AMENDING_NOTICES) {
      for (let each = day(`${year}-01-01`); each <= `${year}-12-31`; each = addDays(each, 1)) {
        expect(`${each} ${unamended.isWorkingDay(each)}`).toBe(`${each} ${STATE_COUNCIL_CALENDAR.isWorkingDay(each)}`);
      }
    }
  });

  test("follows the statutory days: thirteen since 2025, with the eve of the Spring Festival and 2 May", () => {
    const statutory = [
      "01-01",
      "01-28",
      "01-29",
      "01-30",
      "01-31",
      "04-04",
      "05-01",
      "05-02",
      "05-31",
      "10-01",
      "10-02",
      "10-03",
      "10-06",
    ];
    expect(statutory.filter((text) => STATE_COUNCIL_CALENDAR.kindOf(inYear(2025, text)).kind !== "holiday")).toEqual([]);
    expect(STATE_COUNCIL_CALENDAR.isWorkingDay(day("2024-02-09"))).toBe(true);
  });
});

describe("a day of the calendar", () => {
  test.each([
    ["2019-05-04", { kind: "holiday", name: "劳动节", notice: "国办发明电〔2019〕3号" }],
    ["2019-05-05", { kind: "make-up", name: "劳动节", notice: "国办发明电〔2019〕3号" }],
    ["2020-01-30", { kind: "holiday", name: "春节", notice: "国办发明电〔2019〕16号" }],
    ["2020-02-01", { kind: "holiday", name: "春节", notice: "国办发明电〔2020〕1号" }],
    ["2020-02-03", { kind: "working" }],
    ["2018-12-31", { kind: "holiday", name: "元旦", notice: "国办发明电〔2018〕15号" }],
    ["2018-12-29", { kind: "make-up", name: "元旦", notice: "国办发明电〔2018〕15号" }],
    ["2024-06-08", { kind: "weekend" }],
    [
      "2015-09-04",
      { kind: "holiday", name: "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", notice: "国发明电〔2015〕1号" },
    ],
  ])("%s says why it is off or worked", (text, kind) => {
    expect(STATE_COUNCIL_CALENDAR.kindOf(day(text))).toEqual(kind);
  });

  test("the next working day skips days off and stops at a make-up day", () => {
    expect(STATE_COUNCIL_CALENDAR.nextWorkingDay(day("2024-02-09"))).toBe("2024-02-18");
    expect(STATE_COUNCIL_CALENDAR.firstWorkingDay(day("2024-02-18"))).toBe("2024-02-18");
    expect(STATE_COUNCIL_CALENDAR.firstWorkingDay(day("2024-02-17"))).toBe("2024-02-18");
  });

  test("the working day so many later is a working day with so many between", () => {
    const days = fc.integer({ min: 0, max: 6000 }).map((days) => addDays(day("2008-01-01"), days));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 80 }), (from, count) => {
        const end = STATE_COUNCIL_CALENDAR.addWorkingDays(from, count);
        expect(STATE_COUNCIL_CALENDAR.isWorkingDay(end)).toBe(true);
        expect(STATE_COUNCIL_CALENDAR.workingDaysAfter(from, end)).toBe(count);
      }),
    );
  });
});

describe("a year that is not announced", () => {
  const notice2027: HolidayNotice = {
    year: 2027,
    title: "国务院办公厅关于2027年部分节假日安排的通知",
    number: null,
    off: [{ name: "元旦", from: day("2027-01-01"), to: day("2027-01-03") }],
    work: [],
  };

  test("is answered by weekdays and told to be provisional", () => {
    expect(STATE_COUNCIL_CALENDAR.isWorkingDay(day("2027-01-01"))).toBe(true);
    expect(STATE_COUNCIL_CALENDAR.isAnnounced(day("2027-01-01"))).toBe(false);
    expect(STATE_COUNCIL_CALENDAR.isSettled(day("2026-12-20"), day("2027-01-08"))).toBe(false);
    expect(STATE_COUNCIL_CALENDAR.isSettled(day("2007-12-20"), day("2008-01-08"))).toBe(false);
  });

  test("leaves the last three days of the year before it open, which its notice may arrange", () => {
    expect(STATE_COUNCIL_CALENDAR.announcedThrough).toBe("2026-12-28");
    expect(STATE_COUNCIL_CALENDAR.isAnnounced(day("2026-12-28"))).toBe(true);
    expect(STATE_COUNCIL_CALENDAR.isAnnounced(day("2026-12-29"))).toBe(false);
    expect(STATE_COUNCIL_CALENDAR.isSettled(day("2025-12-20"), day("2026-01-08"))).toBe(true);
  });

  test("is final once its notice is brought in, and cites its title where it has no number", () => {
    const calendar = STATE_COUNCIL_CALENDAR.with(notice2027);
    expect(calendar.kindOf(day("2027-01-01"))).toEqual({ kind: "holiday", name: "元旦", notice: notice2027.title });
    expect(calendar.isSettled(day("2026-12-20"), day("2027-01-08"))).toBe(true);
    expect(calendar.announcedThrough).toBe("2027-12-28");
    expect(STATE_COUNCIL_CALENDAR.isWorkingDay(day("2027-01-01"))).toBe(true);
  });

  test("between two announced years is a gap", () => {
    const calendar = STATE_COUNCIL_CALENDAR.with({ ...notice2027, year: 2029 });
    expect(calendar.announcedThrough).toBe("2026-12-28");
    expect(calendar.isSettled(day("2026-12-01"), day("2029-03-01"))).toBe(false);
  });

  test("is every year of a calendar without notices", () => {
    const calendar = new WorkCalendar([]);
    expect(calendar.announcedThrough).toBeNull();
    expect(calendar.isAnnounced(day("2025-03-03"))).toBe(false);
  });
});
