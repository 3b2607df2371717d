import { describe, expect, test } from "vitest";
import { buildCaseFile, type EventSpec } from "../../test/builders/case-file.js";
import { STEPS } from "../../test/builders/case-step.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { explainChange } from "../law/clock/explain-change.js";
import { caseClock } from "./case-clock.js";
import { caseSummary } from "./case-summary.js";

const law = { calendar: STATE_COUNCIL_CALENDAR };
const { received } = STEPS;
const asked: EventSpec = { type: "third-party-asked", on: "2025-03-05", party: "甲公司" };
const service = (on: string, more: object = {}): EventSpec => ({
  ...{ type: "letter-served", on, letter: "letter-1", method: "registered-mail", inquiry: "e2" },
  ...more,
});
const consultationOf = (events: readonly EventSpec[], asOf?: string) =>
  caseClock(buildCaseFile(events), law, asOf).consultations[0];

describe("the day the third party had the letter (第三十二条)", () => {
  test("is the day of its service: the fifteen working days and the reply follow, also in lists", () => {
    const before = [received, asked];
    const after = [...before, service("2025-03-10")];
    expect(consultationOf(before)).toMatchObject({ receivedOn: null, limit: "2025-03-26" });
    expect(consultationOf(after)).toMatchObject({ receivedOn: "2025-03-10", limit: "2025-03-31" });
    expect(caseSummary(buildCaseFile(after), law)).toMatchObject({ waitingFor: "third-party", waitingUntil: "2025-03-31" });
    expect(explainChange(caseClock(buildCaseFile(before), law), caseClock(buildCaseFile(after), law))).toContain(
      "第三方（甲公司）提出意见的期限由“2025年3月26日”改为“2025年3月31日”。",
    );
  });

  test("a service that names no inquiry, as all did in older registers, moves no day", () => {
    const old = [received, asked, service("2025-03-10", { inquiry: undefined })];
    expect(caseClock(buildCaseFile(old), law)).toEqual(caseClock(buildCaseFile([received, asked]), law));
  });

  test("with several on record it is the first, whatever was written down first", () => {
    expect(consultationOf([received, asked, service("2025-03-12"), service("2025-03-10")])).toMatchObject({
      receivedOn: "2025-03-10",
    });
  });

  test("belongs to the inquiry it names, also when the name of the party is corrected", () => {
    const other: EventSpec = { type: "third-party-asked", on: "2025-03-05", party: "乙公司" };
    const named = { type: "corrected", on: "2025-03-11", eventId: "e2", replacement: { ...asked, party: "甲有限公司" } } as const;
    const clock = caseClock(buildCaseFile([received, asked, other, service("2025-03-10"), named]), law);
    expect(clock.consultations.map(({ who, receivedOn }) => [who, receivedOn])).toEqual([
      ["乙公司", null],
      ["甲有限公司", "2025-03-10"],
    ]);
  });

  test("is not known before the service is written down", () => {
    const events = [received, asked, service("2025-03-10", { recordedAt: "2025-03-12T01:00:00.000Z" })];
    expect(consultationOf(events, "2025-03-11T00:00:00.000Z")).toMatchObject({ receivedOn: null });
    expect(consultationOf(events)).toMatchObject({ receivedOn: "2025-03-10" });
  });
});

test("the day a joint maker had the letter is the day of its service as well (第三十四条)", () => {
  const events = [received, STEPS.jointMakerAsked, service("2025-03-10")];
  expect(consultationOf(events)).toMatchObject({ kind: "joint-maker", receivedOn: "2025-03-10", limit: "2025-03-31" });
});
