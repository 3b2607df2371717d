import { describe, expect, test } from "vitest";
import { readHolidayNotice } from "./holiday-notice.js";

const NOTICE = {
  year: 2027,
  title: " 国务院办公厅关于2027年部分节假日安排的通知 ",
  number: "国办发明电〔2026〕0号",
  off: [
    { name: "元旦", from: "2026-12-31", to: "2027-01-03" },
    { name: "国庆节", from: "2027-10-01", to: "2027-10-07" },
  ],
  work: [{ name: "国庆节", on: "2027-10-09" }],
};

describe("a notice an operator brings", () => {
  test("is read with its days; it may begin in the last week of December", () => {
    const { notice, faults } = readHolidayNotice(JSON.parse(JSON.stringify(NOTICE)));
    expect(faults).toEqual([]);
    expect(notice).toEqual({ ...NOTICE, title: "国务院办公厅关于2027年部分节假日安排的通知" });
  });

  test("may be without a number", () => {
    expect(readHolidayNotice({ ...NOTICE, number: undefined }).notice?.number).toBeNull();
  });

  test.each([
    ["no object", null, "“year”应当是安排所属的年份，例如 2027。"],
    ["a year as text", { ...NOTICE, year: "2027" }, "“year”应当是安排所属的年份，例如 2027。"],
    ["a year before the table", { ...NOTICE, year: 1999 }, "“year”应当是安排所属的年份，例如 2027。"],
    ["no title", { ...NOTICE, title: "" }, "“title”应当是通知的标题。"],
    ["a number that is no text", { ...NOTICE, number: 7 }, "“number”应当是通知的发文字号，不知道时为 null。"],
    ["no list of days off", { ...NOTICE, off: "2027-01-01" }, "“off”应当是列表，且不超过 60 项。"],
    [
      "too long a list",
      { ...NOTICE, work: Array.from({ length: 61 }, () => NOTICE.work[0]) },
      "“work”应当是列表，且不超过 60 项。",
    ],
    ["no days off", { ...NOTICE, off: [] }, "没有列出任何放假日期。"],
    [
      "a day that does not exist",
      { ...NOTICE, off: [{ name: "春节", from: "2027-02-29", to: "2027-03-02" }] },
      "放假日期“春节”应当有名称和 2027 年的起止日（YYYY-MM-DD），且不超过 16 天。",
    ],
    [
      "a span backwards",
      { ...NOTICE, off: [{ name: "春节", from: "2027-02-10", to: "2027-02-04" }] },
      "放假日期“春节”应当有名称和 2027 年的起止日（YYYY-MM-DD），且不超过 16 天。",
    ],
    [
      "a span of months",
      { ...NOTICE, off: [{ name: "春节", from: "2027-02-10", to: "2027-04-04" }] },
      "放假日期“春节”应当有名称和 2027 年的起止日（YYYY-MM-DD），且不超过 16 天。",
    ],
    [
      "a span without a name",
      { ...NOTICE, off: [{ from: "2027-02-04", to: "2027-02-10" }] },
      "放假日期“（无名称）”应当有名称和 2027 年的起止日（YYYY-MM-DD），且不超过 16 天。",
    ],
    [
      "a make-up day of another year",
      { ...NOTICE, work: [{ name: "春节", on: "2026-02-14" }] },
      "调休上班日“春节”应当有名称和 2027 年的日期（YYYY-MM-DD）。",
    ],
    [
      "a make-up day without a name",
      { ...NOTICE, work: [{ on: 5 }] },
      "调休上班日“（无名称）”应当有名称和 2027 年的日期（YYYY-MM-DD）。",
    ],
    [
      "a make-up day in the week",
      { ...NOTICE, work: [{ name: "春节", on: "2027-02-15" }] },
      "调休上班日 2027-02-15 不是星期六或者星期日。",
    ],
    [
      "a day both off and worked",
      { ...NOTICE, work: [{ name: "元旦", on: "2027-01-02" }] },
      "2027-01-02 既列为元旦放假，又列为元旦调休上班。",
    ],
  ])("with %s is refused with the reason", (_, value, fault) => {
    expect(readHolidayNotice(value)).toEqual({ notice: null, faults: [fault] });
  });
});
