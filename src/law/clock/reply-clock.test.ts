import { describe, expect, test } from "vitest";
import { STATE_COUNCIL_CALENDAR as calendar } from "../calendar/work-calendar.js";
import { type PlainDate, parsePlainDate } from "../plain-date.js";
import type { ClockEvent, RequestChannel } from "./clock-event.js";
import { clockStateOn, isOverdue } from "./clock-on-day.js";
import type { ClockReading } from "./clock-reading.js";
import { type ClockSettings, DEFAULT_CLOCK_SETTINGS } from "./clock-settings.js";
import { replyClock } from "./reply-clock.js";

function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

/** Received on Monday 3 June 2024; the seventh working day is 13 June, the twentieth 2 July. */
function june(
  events: readonly ClockEvent[],
  settings: Partial<ClockSettings> = {},
  channel: RequestChannel = "in_person",
): ClockReading {
  return replyClock({
    channel,
    arrivedOn: day("2024-06-03"),
    events,
    calendar,
    settings: { ...DEFAULT_CLOCK_SETTINGS, ...settings },
  });
}

const clarificationAsked = (on: string): ClockEvent => ({
  type: "clarification-requested",
  on: day(on),
  clarifyBy: day("2024-06-28"),
});
const clarified = (on: string): ClockEvent => ({ type: "clarified", on: day(on) });
const asked = (on: string, receivedOn?: string): ClockEvent => ({
  type: "third-party-asked",
  on: day(on),
  party: "甲公司",
  ...(receivedOn === undefined ? {} : { receivedOn: day(receivedOn) }),
});
/** Asked with a letter whose service is on record. */
const askedAndServed = (on: string, servedOn: string, receivedOn?: string): ClockEvent => ({
  type: "third-party-asked",
  on: day(on),
  party: "甲公司",
  servedOn: day(servedOn),
  ...(receivedOn === undefined ? {} : { receivedOn: day(receivedOn) }),
});
const answered = (on: string): ClockEvent => ({ type: "third-party-answered", on: day(on), party: "甲公司" });
const extended = (on: string, workingDays = 20, toldOn = on): ClockEvent => ({
  type: "extended",
  on: day(on),
  workingDays,
  toldOn: day(toldOn),
});
const feeNoticed = (on: string): ClockEvent => ({ type: "fee-noticed", on: day(on), payBy: day("2024-07-12") });
const feePaid = (on: string): ClockEvent => ({ type: "fee-paid", on: day(on) });
const served = (on: string): ClockEvent => ({ type: "served", on: day(on) });
const laterDate = (on: string, due: string): ClockEvent => ({ type: "later-date-set", on: day(on), due: day(due) });
const goodReasons: readonly ClockEvent[] = [
  { type: "reasons-asked", on: day("2024-06-05"), answerBy: day("2024-06-19") },
  { type: "reasons-given", on: day("2024-06-12"), areReasonable: true },
];

describe("late acts and acts that are not provided for are flagged and kept", () => {
  test.each<[string, readonly ClockEvent[], readonly string[], string | null]>([
    ["no late act", [clarificationAsked("2024-06-13"), clarified("2024-06-20")], [], "2024-07-18"],
    ["补正 on the eighth working day", [clarificationAsked("2024-06-14")], ["clarification-late"], "2024-07-02"],
    ["补正 twice", [clarificationAsked("2024-06-05"), clarificationAsked("2024-06-06")], ["clarification-repeated"], null],
    ["an answer nobody asked for", [clarified("2024-06-06")], ["clarification-unasked"], "2024-07-02"],
    [
      "an answer to 补正 after its term",
      [clarificationAsked("2024-06-05"), clarified("2024-07-01")],
      ["clarified-late"],
      "2024-07-29",
    ],
    [
      "closing for want of 补正 before its term is over",
      [clarificationAsked("2024-06-05"), { type: "clarification-lapsed", on: day("2024-06-28") }],
      ["lapsed-early"],
      null,
    ],
    [
      "closing for want of 补正 that was not asked",
      [{ type: "clarification-lapsed", on: day("2024-06-28") }],
      ["lapsed-unasked"],
      "2024-07-02",
    ],
    [
      "closing for want of a payment that was not asked",
      [{ type: "fee-lapsed", on: day("2024-06-28") }],
      ["lapsed-unasked"],
      "2024-07-02",
    ],
    ["a third party asked after the term", [asked("2024-07-03")], ["consulted-late"], "2024-07-02"],
    [
      "a third party asked twice",
      [asked("2024-06-04"), asked("2024-06-05"), answered("2024-06-07")],
      ["consultation-repeated"],
      "2024-07-05",
    ],
    ["an opinion after its term", [asked("2024-06-04", "2024-06-04"), answered("2024-06-27")], ["opinion-late"], "2024-07-23"],
    ["an extension told after the term", [extended("2024-07-02", 20, "2024-07-03")], ["extension-late"], "2024-07-02"],
    ["an extension after the term", [extended("2024-07-03", 20, "2024-07-02")], ["extension-late"], "2024-07-02"],
    ["two extensions", [extended("2024-06-20", 5), extended("2024-06-21", 5)], ["extension-repeated"], "2024-07-09"],
    ["an extension by thirty days", [extended("2024-06-20", 30)], ["extension-too-long"], "2024-07-30"],
    ["an extension while the clock waits", [feeNoticed("2024-06-20"), extended("2024-06-21")], ["extension-while-stopped"], null],
    ["a fee after the term", [feeNoticed("2024-07-03"), feePaid("2024-07-04")], ["fee-late", "fee-unasked"], "2024-07-02"],
    ["a fee while 补正 is awaited", [clarificationAsked("2024-06-05"), feeNoticed("2024-06-06")], ["fee-late"], null],
    ["a payment after its term", [feeNoticed("2024-06-20"), feePaid("2024-07-15")], ["payment-late"], "2024-08-12"],
    ["a later date without reasons", [laterDate("2024-06-20", "2024-08-01")], ["later-date-without-reasons"], "2024-08-01"],
    ["a later date after the term", [...goodReasons, laterDate("2024-07-03", "2024-08-01")], ["later-date-late"], "2024-07-02"],
    [
      "a later date that is not later",
      [...goodReasons, laterDate("2024-06-20", "2024-07-02")],
      ["later-date-not-later"],
      "2024-07-02",
    ],
    [
      "an act after the end",
      [served("2024-06-20"), extended("2024-06-21"), { type: "archived", on: day("2024-06-24") }],
      ["after-end"],
      "2024-07-02",
    ],
  ])("%s", (_, events, codes, due) => {
    const reading = june(events);
    expect(reading.flags.map(({ code }) => code)).toEqual(codes);
    expect(reading.due).toBe(due);
    for (const { sentence } of reading.flags) expect(sentence).toMatch(/^.*\d+年\d+月\d+日.*。$/);
  });

  test("an ordinary letter must be confirmed on the day it comes", () => {
    const reading = june([{ type: "confirmed", on: day("2024-06-05") }], {}, "ordinary_mail");
    expect(reading.receivedOn).toBe("2024-06-05");
    expect(reading.flags.map(({ sentence }) => sentence)).toEqual([
      "2024年6月3日收到平常信函，2024年6月5日才与申请人确认；条例第三十一条第二项要求于收到申请的当日确认。",
    ]);
  });
});

describe("where the clock stands", () => {
  test.each<[string, readonly ClockEvent[], ClockReading["state"]]>([
    ["nothing happened", [], { kind: "running" }],
    ["a consultation is answered", [asked("2024-06-04"), answered("2024-06-06")], { kind: "running" }],
    [
      "two letters are out",
      [
        asked("2024-06-05", "2024-06-07"),
        { type: "joint-maker-asked", on: day("2024-06-04"), agency: "丙局", receivedOn: day("2024-06-05") },
        { type: "joint-maker-asked", on: day("2024-06-06"), agency: "丁局", receivedOn: day("2024-06-06") },
      ],
      { kind: "stopped", by: "consultation", since: day("2024-06-04"), until: day("2024-07-01") },
    ],
    [
      "补正 is awaited",
      [clarificationAsked("2024-06-05")],
      { kind: "stopped", by: "clarification", since: day("2024-06-05"), until: day("2024-06-28") },
    ],
    [
      "a payment is awaited",
      [feeNoticed("2024-06-05")],
      { kind: "stopped", by: "fee", since: day("2024-06-05"), until: day("2024-07-12") },
    ],
    ["the reply is served", [served("2024-06-20")], { kind: "ended", by: "served", on: day("2024-06-20") }],
    [
      "the request is withdrawn",
      [{ type: "withdrawn", on: day("2024-06-20") }],
      { kind: "ended", by: "withdrawn", on: day("2024-06-20") },
    ],
    [
      "the fee is not paid",
      [feeNoticed("2024-06-05"), { type: "fee-lapsed", on: day("2024-07-15") }],
      { kind: "ended", by: "fee-lapsed", on: day("2024-07-15") },
    ],
  ])("when %s", (_, events, state) => {
    expect(june(events).state).toEqual(state);
  });

  test("silence answers a consultation when its limit is over (第三十二条, 第三十四条)", () => {
    const reading = june([asked("2024-06-04", "2024-06-05")]);
    expect(clockStateOn(reading, day("2024-06-27")).kind).toBe("stopped");
    expect(clockStateOn(reading, day("2024-06-28"))).toEqual({ kind: "running" });
    expect(clockStateOn(june([]), day("2024-06-28"))).toEqual({ kind: "running" });
  });

  test("a request that is not confirmed has not begun, unless it is over", () => {
    expect(june([], {}, "email").state).toEqual({ kind: "not-started", waitsFor: "confirmation" });
    expect(june([], {}, "email").derivation.map(({ kind, to }) => [kind, to])).toEqual([["waiting", null]]);
    const withdrawn = june([{ type: "withdrawn", on: day("2024-06-04") }], {}, "email");
    expect([withdrawn.state.kind, withdrawn.due, withdrawn.derivation]).toEqual(["ended", null, []]);
  });

  test("nobody confirms what has not arrived, and nobody has a letter before it is sent", () => {
    expect(june([{ type: "confirmed", on: day("2024-06-01") }], {}, "online").receivedOn).toBe("2024-06-03");
    expect(june([asked("2024-06-05", "2024-06-04")]).consultations[0]?.receivedOn).toBe("2024-06-05");
  });

  test("a recorded arrival goes before the day on the request", () => {
    expect(june([{ type: "received", on: day("2024-06-04") }]).receivedOn).toBe("2024-06-04");
  });

  test("a correction dated before receipt does not begin the term before it", () => {
    expect(june([clarificationAsked("2024-05-30"), clarified("2024-05-31")]).due).toBe("2024-07-02");
  });

  test("what was decided is told, and the term runs on until it is served", () => {
    const reading = june([{ type: "decided", on: day("2024-07-01") }]);
    expect([reading.decidedOn, reading.state.kind]).toEqual(["2024-07-01", "running"]);
  });
});

describe("overdue", () => {
  test.each<[string, readonly ClockEvent[], string, boolean]>([
    ["on the last day it is not", [], "2024-07-02", false],
    ["on the day after it is", [], "2024-07-03", true],
    ["while 补正 is awaited it is not", [clarificationAsked("2024-06-05")], "2025-01-01", false],
    ["served on the last day it never is", [served("2024-07-02")], "2025-01-01", false],
    ["served on the day after it stays so", [served("2024-07-03")], "2024-07-03", true],
    ["decided but not served it is", [{ type: "decided", on: day("2024-07-02") }], "2024-07-03", true],
  ])("%s", (_, events, today, expected) => {
    expect(isOverdue(june(events), day(today))).toBe(expected);
  });
});

describe("what the law leaves open is a setting", () => {
  const consultation = [asked("2024-06-05", "2024-06-07"), answered("2024-06-14")];
  test.each<[string, Partial<ClockSettings>, readonly ClockEvent[], string | null]>([
    // 6, 7, 11, 12, 13 and 14 June are left out: six working days (10 June is a holiday).
    ["a consultation runs after sending, through the opinion", {}, consultation, "2024-07-10"],
    ["the day of sending is left out as well", { countsFirstDayOfConsultation: false }, consultation, "2024-07-11"],
    ["the day of the opinion counts again", { countsDayOfOpinion: true }, consultation, "2024-07-09"],
    ["a consultation begins with receipt", { consultationBegins: "received" }, consultation, "2024-07-08"],
    [
      "with receipt that is not recorded, with sending",
      { consultationBegins: "received" },
      [asked("2024-06-05"), answered("2024-06-14")],
      "2024-07-10",
    ],
    ["asking for reasons does not stop the clock", {}, goodReasons, "2024-07-02"],
    ["asking for reasons stops the clock", { excludesAskingForReasons: true }, goodReasons, "2024-07-08"],
    [
      "reasons on the same day take no time",
      { excludesAskingForReasons: true },
      [...goodReasons.slice(0, 1), { type: "reasons-given", on: day("2024-06-05"), areReasonable: false }],
      "2024-07-02",
    ],
    [
      "after payment the rest of the term runs",
      { afterPayment: "resume" },
      [feeNoticed("2024-06-20"), feePaid("2024-06-24")],
      "2024-07-04",
    ],
    [
      "payment on the day of the notice takes no time",
      { afterPayment: "resume" },
      [feeNoticed("2024-06-20"), feePaid("2024-06-20")],
      "2024-07-02",
    ],
    [
      "an extension for the request is used up by the old term",
      {},
      [extended("2024-06-04", 5), clarificationAsked("2024-06-05"), clarified("2024-06-06"), extended("2024-06-07", 5)],
      "2024-07-05",
    ],
    [
      "an extension may be used in each term",
      { extension: "once-per-term" },
      [extended("2024-06-04", 5), clarificationAsked("2024-06-05"), clarified("2024-06-06"), extended("2024-06-07", 5)],
      "2024-07-12",
    ],
    [
      "a late 补正 begins the term anew",
      { untimelyClarification: "restarts" },
      [clarificationAsked("2024-06-14"), clarified("2024-06-17")],
      "2024-07-15",
    ],
    [
      "a 补正 after the term does not",
      { untimelyClarification: "restarts" },
      [clarificationAsked("2024-07-03"), clarified("2024-07-04")],
      "2024-07-02",
    ],
  ])("%s", (_, settings, events, due) => {
    expect(june(events, settings).due).toBe(due);
  });

  test("a decision may end the term by itself", () => {
    const reading = june([{ type: "decided", on: day("2024-07-02") }], { repliedWhen: "decided" });
    expect(reading.state).toEqual({ kind: "ended", by: "decided", on: "2024-07-02" });
    expect(isOverdue(reading, day("2024-07-10"))).toBe(false);
  });
});

describe("a term over days that are not announced", () => {
  const december = (arrivedOn: string) => replyClock({ channel: "in_person", arrivedOn: day(arrivedOn), events: [], calendar });
  test("is provisional, and final when the notice is there", () => {
    expect(december("2026-11-27").isProvisional).toBe(false);
    expect(december("2026-12-01").isProvisional).toBe(true);
    const notice = { year: 2027, title: "国务院办公厅关于2027年部分节假日安排的通知", number: null, off: [], work: [] };
    const reading = replyClock({
      channel: "in_person",
      arrivedOn: day("2026-12-01"),
      events: [],
      calendar: calendar.with(notice),
    });
    expect(reading.isProvisional).toBe(false);
  });
});

describe("the service of a letter of inquiry begins the fifteen working days (第三十二条)", () => {
  const limits = (event: ClockEvent) => june([event]).consultations.map(({ receivedOn, limit }) => [receivedOn, limit]);

  test("from the day of service, as if the day had been typed", () => {
    expect(limits(askedAndServed("2024-06-05", "2024-06-11"))).toEqual([["2024-06-11", "2024-07-02"]]);
    expect(june([askedAndServed("2024-06-05", "2024-06-11")])).toEqual(june([asked("2024-06-05", "2024-06-11")]));
  });

  test("where another day was typed, the service on record holds, and the two days are told", () => {
    const reading = june([askedAndServed("2024-06-05", "2024-06-11", "2024-06-06")]);
    expect(reading.consultations[0]).toMatchObject({ receivedOn: "2024-06-11", enteredOn: "2024-06-06", limit: "2024-07-02" });
    expect(reading.flags).toEqual([
      {
        code: "receipt-differs",
        on: "2024-06-11",
        sentence:
          "征求第三方（甲公司）意见时登记对方于2024年6月6日收到，征求意见书的送达登记为2024年6月11日；其期限从送达之日起算，请核对。",
      },
    ]);
  });

  test("nobody has a letter before it is sent", () => {
    expect(limits(askedAndServed("2024-06-05", "2024-06-03"))).toEqual([["2024-06-05", "2024-06-27"]]);
  });

  test("a joint maker's as well (第三十四条)", () => {
    const event: ClockEvent = { type: "joint-maker-asked", on: day("2024-06-05"), agency: "乙局", servedOn: day("2024-06-11") };
    expect(limits(event)).toEqual([["2024-06-11", "2024-07-02"]]);
  });
});
