import { describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR as calendar } from "../calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import type { ClockEvent } from "./clock-event.js";
import { explainChange } from "./explain-change.js";
import { explainDue } from "./explain-due.js";
import { replyClock } from "./reply-clock.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

const clock = (arrivedOn: string, events: readonly ClockEvent[] = []) =>
  replyClock({ channel: "in_person", arrivedOn: day(arrivedOn), events, calendar });

const asked: ClockEvent = { type: "third-party-asked", on: day("2025-01-16"), party: "甲公司", receivedOn: day("2025-01-17") };
const answered: ClockEvent = { type: "third-party-answered", on: day("2025-01-23"), party: "甲公司" };
const extended: ClockEvent = { type: "extended", on: day("2025-02-18"), workingDays: 5, toldOn: day("2025-02-18") };

describe("how the last day comes about", () => {
  test("names holidays, worked weekends, consultations and the extension, each with its source", () => {
    expect(explainDue(clock("2025-01-13", [asked, answered, extended]))).toEqual([
      "2025年1月13日为当面提交之日，当日不计入期限（政府信息公开条例第三十一条第一项）。",
      "2025年1月17日至2025年1月23日征求第三方（甲公司）意见，其中5个工作日不计入期限（政府信息公开条例第三十二条、第三十三条第三款）。",
      "2025年1月28日至2025年2月4日春节放假，不计入期限（国办发明电〔2024〕12号）。",
      "2025年2月24日至2025年2月28日为延长的答复期限的第1至第5个工作日（政府信息公开条例第三十三条第二款）。",
      "2025年1月26日春节调休上班、2025年2月8日春节调休上班，计入期限。",
      "自起算日的次一工作日起计满25个工作日（含延长的5个工作日），其间周末8天不计。",
      "答复期限于2025年2月28日届满。",
    ]);
  });

  test("tells what was set aside by 补正 and what the clock waits for", () => {
    const notice: ClockEvent = { type: "clarification-requested", on: day("2024-06-05"), clarifyBy: day("2024-06-28") };
    expect(explainDue(clock("2024-06-03", [notice]))).toEqual([
      "2024年6月3日为当面提交之日，当日不计入期限（政府信息公开条例第三十一条第一项）。",
      "2024年6月5日起等待申请人补正，期限停止计算（政府信息公开条例第三十条）。",
    ]);
    expect(explainDue(clock("2024-06-03", [notice, { type: "clarification-lapsed", on: day("2024-07-01") }])).at(-1)).toBe(
      "2024年6月5日起等待申请人补正，至2024年7月1日办结（政府信息公开条例第三十条）。",
    );
    expect(explainDue(clock("2024-06-03", [notice, { type: "clarified", on: day("2024-06-11") }]))).toEqual([
      "2024年6月3日至2024年6月10日已经过的时间不计：收到补正后的申请，答复期限重新计算（政府信息公开条例第三十条）。",
      "2024年6月11日为收到补正后的申请之日，当日不计入期限（政府信息公开条例第三十条）。",
      "自起算日的次一工作日起计满20个工作日，其间周末8天不计。",
      "答复期限于2024年7月9日届满。",
    ]);
  });

  test("tells the later date, and that a day is provisional", () => {
    const later = clock("2024-06-03", [{ type: "later-date-set", on: day("2024-06-20"), due: day("2024-08-01") }]);
    expect(explainDue(later).slice(1)).toEqual([
      "2024年6月10日端午节放假，不计入期限（国办发明电〔2023〕7号）。",
      "确定延迟答复的合理期限，答复日期延至2024年8月1日（政府信息公开条例第三十五条）。",
      "自起算日的次一工作日起计满20个工作日，其间周末8天不计。",
      "答复期限于2024年8月1日届满。",
      "2024年6月20日确定延迟答复的期限，但没有记录申请人说明的理由合理。",
    ]);
    expect(explainDue(clock("2026-12-10"))).toContain("其间有节假日安排尚未公布的日子，以上日期为暂定，公布后重新计算。");
  });
});

describe("what a late entry changed", () => {
  test("a consultation entered late moves the last day and is named", () => {
    expect(explainChange(clock("2025-01-13"), clock("2025-01-13", [asked, answered]))).toEqual([
      "答复期限由“2025年2月14日”改为“2025年2月21日”。",
      "新计入的情形：2025年1月17日至2025年1月23日征求第三方（甲公司）意见，5个工作日（政府信息公开条例第三十二条、第三十三条第三款）。",
    ]);
  });

  test("a correction that takes it away says what no longer holds", () => {
    expect(explainChange(clock("2025-01-13", [asked]), clock("2025-01-13")).slice(0, 2)).toEqual([
      "答复期限由“2025年3月10日”改为“2025年2月14日”。",
      "期限状态由“征求意见中”改为“正在计算”。",
    ]);
  });

  test("two inquiries of one day to the same side, with days of their own, are no change", () => {
    const again: ClockEvent = { type: "third-party-asked", on: day("2025-01-16"), party: "甲公司", servedOn: day("2025-01-20") };
    const twice = clock("2025-01-13", [asked, again]);
    expect(explainChange(twice, twice)).toEqual([]);
  });

  test("a receipt confirmed late, an end, and new flags are told", () => {
    const mail = (events: readonly ClockEvent[]) =>
      replyClock({ channel: "ordinary_mail", arrivedOn: day("2024-06-03"), events, calendar });
    const confirmed: ClockEvent = { type: "confirmed", on: day("2024-06-04") };
    const ended: ClockEvent = { type: "served", on: day("2024-06-20") };
    expect(explainChange(mail([]), mail([confirmed, ended]))).toEqual([
      "收到申请之日由“尚未确认”改为“2024年6月4日”。",
      "答复期限由“停止计算”改为“2024年7月3日”。",
      "期限状态由“等待双方确认”改为“已送达答复”。",
      "新计入的情形：2024年6月10日端午节（国办发明电〔2023〕7号）。",
      "不再适用的情形：2024年6月3日起尚未与申请人确认收到申请（政府信息公开条例第三十一条第二项）。",
      "2024年6月3日收到平常信函，2024年6月4日才与申请人确认；条例第三十一条第二项要求于收到申请的当日确认。",
    ]);
  });

  test("the notice of a new year makes a provisional day final", () => {
    const before = clock("2026-12-10");
    const off = [{ name: "元旦", from: day("2027-01-01"), to: day("2027-01-03") }];
    const notice = { year: 2027, title: "国务院办公厅关于2027年部分节假日安排的通知", number: null, off, work: [] };
    const after = replyClock({ channel: "in_person", arrivedOn: day("2026-12-10"), events: [], calendar: calendar.with(notice) });
    expect(explainChange(before, after)).toEqual([
      "答复期限由“2027年1月7日”改为“2027年1月8日”。",
      "节假日安排已经公布，期限不再是暂定。",
      "新计入的情形：2027年1月1日至2027年1月3日元旦（国务院办公厅关于2027年部分节假日安排的通知）。",
    ]);
    expect(explainChange(after, before)).toContain("其间有节假日安排尚未公布的日子，期限为暂定。");
  });
});
