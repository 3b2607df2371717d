import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGENCY_ID, registerYear } from "../../test/builders/register-year.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { OUTCOME_IDS } from "../law/outcomes/outcomes.js";
import { standingEvents } from "../register/case-file.js";
import { contradictionsIn } from "../register/case-procedure.js";
import { caseState } from "../register/case-state.js";
import { CHANNELS, REQUESTER_KINDS } from "../register/info-request.js";
import { annualReport2019 } from "../report/formats/annual-report-2019.js";
import { rehearsedYear } from "./rehearsed-year.js";

describe("a rehearsed year", () => {
  test("is the same for the same seed and another for another", () => {
    expect(registerYear(4)).toEqual(registerYear(4));
    expect(registerYear(4)).not.toEqual(registerYear(5));
  });

  test("has as many requests as were asked for, each with an id of its own", () => {
    for (const requests of [0, 1, 37, 500]) {
      const ids = registerYear(2, { requests }).requests.map(({ request }) => request.id);
      expect(new Set(ids).size).toBe(requests);
    }
  });

  test("holds nothing the register would refuse", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const file of registerYear(seed, { requests: 40 }).requests) {
          expect([file.request.id, contradictionsIn(file).map(({ refusal }) => refusal.message)]).toEqual([file.request.id, []]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("writes events down in order, at instants that never go back, and corrects only what is there", () => {
    for (const { events, version } of registerYear(8, { requests: 300 }).requests) {
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
      expect(version).toBe(events.length);
      expect(events.map(({ recordedAt }) => recordedAt)).toEqual(events.map(({ recordedAt }) => recordedAt).sort());
      for (const [at, { body, recordedAt }] of events.entries()) {
        expect(recordedAt.slice(0, 10) >= body.on).toBe(true);
        if (body.type === "corrected") expect(events.slice(0, at).map(({ id }) => id)).toContain(body.eventId);
      }
    }
  });

  test("meets every channel, kind of requester, outcome and kind of act", () => {
    const { requests } = registerYear(1, { requests: 3000 });
    expect(new Set(requests.map(({ request }) => request.channel))).toEqual(new Set(CHANNELS));
    expect(new Set(requests.map(({ request }) => request.requester.kind))).toEqual(new Set(REQUESTER_KINDS));
    expect(new Set(requests.flatMap((file) => caseState(file).closing?.outcome ?? []))).toEqual(new Set(OUTCOME_IDS));
    const types = new Set(requests.flatMap(({ events }) => events.map(({ body }) => body.type)));
    for (const type of [
      "extended",
      "third-party-asked",
      "joint-maker-asked",
      "clarified",
      "fee-paid",
      "reasons-given",
      "corrected",
    ] as const) {
      expect(types).toContain(type);
    }
    expect(requests.some(({ events }) => events.some(({ reason }) => reason?.includes("补登")))).toBe(true);
  });

  test("has reconsiderations and suits of every route and result", () => {
    const { proceedings } = registerYear(1, { requests: 3000 });
    expect(new Set(proceedings.map(({ kind, route }) => `${kind} ${route}`))).toEqual(
      new Set(["reconsideration null", "litigation direct", "litigation after_review"]),
    );
    const results = proceedings.flatMap(({ events }) =>
      events.map(({ body }) => (body.type === "concluded" ? body.result : null)),
    );
    expect(new Set(results)).toEqual(new Set([null, "upheld", "corrected", "other"]));
    expect(proceedings.some(({ isCoDefendant }) => isCoDefendant)).toBe(true);
  });

  test("numbers them as courts and reconsideration organs do, each once, and of no real place", () => {
    const { proceedings } = registerYear(1, { requests: 3000 });
    const numbers = proceedings.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { kind, number, events } of proceedings) {
      expect(number).toMatch(kind === "litigation" ? /^（\d{4}）某010[2-8]行初\d+号$/ : /^某政复〔\d{4}〕\d+号$/);
      expect(number).toContain(events[0]?.body.on.slice(0, 4));
    }
  });

  test("begins before the year and leaves something on hand at its end", () => {
    const { requests } = registerYear(3, { requests: 500 });
    expect(requests.some(({ request }) => request.arrivedOn < "2025-01-01")).toBe(true);
    const isOpen = requests.some((file) => {
      const standing = standingEvents(file.events);
      return (
        file.request.arrivedOn < "2025-12-31" && !standing.some(({ body }) => body.type === "decided" && body.on <= "2025-12-31")
      );
    });
    expect(isOpen).toBe(true);
    expect(
      requests.every(
        ({ request }) => request.arrivedOn <= "2026-01-05" && STATE_COUNCIL_CALENDAR.isWorkingDay(request.arrivedOn),
      ),
    ).toBe(true);
  });

  test("fills every month of table two in either edition", () => {
    const plan = {
      seed: 1,
      agencyId: AGENCY_ID,
      year: 2020,
      requests: 0,
      format: annualReport2019,
      calendar: STATE_COUNCIL_CALENDAR,
    };
    const { figures } = rehearsedYear(plan);
    const months = new Set(
      figures.filter(({ row, column }) => row === "art20_6.penalty" && column === "decisions").map(({ month }) => month),
    );
    expect(months.size).toBe(12);
  });
});
