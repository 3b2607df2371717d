import fc from "fast-check";
import { expect, test } from "vitest";
import { buildCaseFile, dayIn, type RequestSpec } from "../../test/builders/case-file.js";
import { GRANTED_GROUNDS } from "../../test/builders/case-step.js";
import { addDays } from "../law/calendar/day-arithmetic.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { OUTCOME_IDS } from "../law/outcomes/outcomes.js";
import { caseClock } from "./case-clock.js";
import type { CaseEvent } from "./case-event.js";
import { type CaseFile, standingEvents } from "./case-file.js";
import { attemptTransition, contradictionsIn, possibleTransitions } from "./case-procedure.js";
import { caseState } from "./case-state.js";
import type { InfoRequest } from "./info-request.js";
import { standingRequest } from "./request-entry.js";
import { TRANSITIONS } from "./transitions/index.js";

const START = dayIn("2025-03-03");
const day = (offset: number) => addDays(START, offset);

interface Try {
  readonly step: number;
  /** Most steps are among those that are possible; some are taken blindly. */
  readonly isBlind: boolean;
  /** Days since the step before; negative for a late entry. */
  readonly passed: number;
  readonly later: number;
  readonly choice: number;
  readonly yes: boolean;
}

const tries = fc.array(
  fc.record<Try>({
    step: fc.nat({ max: TRANSITIONS.length - 1 }),
    isBlind: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 0),
    passed: fc.integer({ min: -6, max: 8 }),
    later: fc.integer({ min: -5, max: 40 }),
    choice: fc.nat({ max: 50 }),
    yes: fc.boolean(),
  }),
  { minLength: 5, maxLength: 60 },
);

/** Something to enter in every form at once; each form takes what it knows. */
function inputOf({ later, choice, yes }: Try, on: number, caseFile: CaseFile, stepId: string): Record<string, unknown> {
  const { events } = caseFile;
  const lapsedRow = caseState(caseFile).closing?.outcome;
  const then = day(on + later);
  const old = events[choice % Math.max(1, events.length)];
  return {
    on: day(on),
    reason: "补记",
    handler: "李四",
    unit: "法规科",
    unclear: "年度不明",
    clarifyBy: then,
    text: "说明",
    isClear: yes,
    areReasonable: yes,
    answerBy: then,
    due: then,
    ordered: "青政复决〔2025〕8号行政复议决定书",
    grounds: stepId.startsWith("decide") ? GRANTED_GROUNDS : "理由",
    party: `第${choice % 3}方`,
    agency: `第${choice % 3}局`,
    opinion: yes ? "agrees" : "refuses",
    workingDays: 1 + (choice % 25),
    approvedBy: "王主任",
    toldOn: then,
    where: "档案室",
    terms: "预算",
    found: yes,
    basis: yes ? "item" : "page",
    quantity: choice + 1,
    yuan: choice * 10,
    payBy: then,
    outcome: choice % 7 === 0 ? OUTCOME_IDS[choice % OUTCOME_IDS.length] : (lapsedRow ?? "granted"),
    method: "hand",
    eventId: old?.id ?? "e1",
    requesterKind: choice % 3 === 0 ? "business" : "natural",
    channel: yes ? "in_person" : "ordinary_mail",
    arrivedOn: day(on),
    matters: "查找",
    letter: "letter-1",
    ...(yes && old?.body.type.endsWith("asked") && { inquiry: old.id }),
    records: "住址有误",
    evidence: "户口簿",
    answer: yes ? "rectified" : "transferred",
    competent: "公安局",
    reasons: "属实",
    replacement: yes && old && old.body.type !== "corrected" ? { ...old.body, on: then } : null,
  };
}

const TODAY = day(70);
const requests = fc.constantFrom<RequestSpec>({}, { channel: "email" }, { channel: "registered_mail" });

/** Takes every step that is not refused, and gives the file after each. */
function* walk(list: readonly Try[], request: RequestSpec): Generator<CaseFile> {
  let caseFile = buildCaseFile([], request);
  let on = 0;
  for (const one of list) {
    on = Math.min(68, Math.max(-2, on + one.passed));
    const possible = possibleTransitions(caseFile, day(on)).filter(({ why }) => why === null);
    const known = one.isBlind ? TRANSITIONS : possible.map(({ transition }) => transition);
    const transition = known[one.step % known.length];
    if (!transition) continue;
    const input = inputOf(one, on, caseFile, transition.id);
    const attempt = attemptTransition(caseFile, { transition, input }, { today: TODAY });
    if (!attempt.done) continue;
    const sequence = caseFile.events.length + 1;
    const recordedAt = new Date(Date.UTC(2025, 5, 1, 0, sequence)).toISOString();
    const event: CaseEvent = { id: `e${sequence}`, sequence, recordedAt, recordedBy: "u1", body: attempt.body };
    caseFile = { ...caseFile, events: [...caseFile.events, event], version: sequence };
    yield caseFile;
  }
}

test("a step that comes last changes only the states it says it leaves, into one it says it leads to", () => {
  fc.assert(
    fc.property(tries, requests, (list, request) => {
      let before = caseState(buildCaseFile([], request)).name;
      for (const caseFile of walk(list, request)) {
        const { name } = caseState(caseFile);
        const last = standingEvents(caseFile.events).at(-1);
        const transition = TRANSITIONS.find(({ records }) => records === last?.body.type);
        if (last?.id === `e${caseFile.events.length}` && name !== before) {
          expect(transition?.leaves).toContain(before);
          expect(transition?.to).toContain(name);
        }
        before = name;
      }
    }),
    { numRuns: 150 },
  );
});

test("the walks reach every act of the law", () => {
  const reached = new Set<string>();
  for (const [list, request] of fc.sample(fc.tuple(tries, requests), { numRuns: 900, seed: 7 })) {
    for (const { body } of [...walk(list, request)].at(-1)?.events ?? []) reached.add(body.type);
  }
  expect(reached).toEqual(new Set(TRANSITIONS.map(({ records }) => records)));
});

const countOf = (caseFile: CaseFile, type: string): number =>
  standingEvents(caseFile.events).filter(({ body }) => body.type === type).length;

test("whatever is accepted, in whatever order of entry, the file keeps together", () => {
  fc.assert(
    fc.property(tries, requests, (list, request) => {
      for (const caseFile of walk(list, request)) {
        for (const type of ["received", "confirmed", "accepted", "clarification-requested", "extended", "decided", "withdrawn"]) {
          expect(countOf(caseFile, type)).toBeLessThanOrEqual(1);
        }
        for (const type of ["fee-noticed", "reasons-asked", "later-date-set", "clarification-lapsed", "fee-lapsed", "archived"]) {
          expect(countOf(caseFile, type)).toBeLessThanOrEqual(1);
        }
        expect(contradictionsIn(caseFile)).toEqual([]);
        const state = caseState(caseFile);
        const { closing, extension } = state;
        expect(extension?.workingDays ?? 20).toBeLessThanOrEqual(20);
        // A case that is over has its one row; one that is open has none.
        const isOver = ["decided", "lapsed", "withdrawn", "served", "archived"].includes(state.name);
        expect(closing !== null).toBe(isOver);
        if (closing) expect(OUTCOME_IDS).toContain(closing.outcome);
        const days = standingEvents(caseFile.events).map(({ body }) => body.on);
        expect(days.every((on) => state.receivedOn !== null && on >= state.receivedOn)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test("the state and the clock are the same in whatever order the events were written down", () => {
  const order = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
  fc.assert(
    fc.property(tries, requests, order, (list, request, keys) => {
      const caseFile = [...walk(list, request)].at(-1);
      if (!caseFile) return;
      // What stands, written down afresh in another order.
      const events = standingEvents(caseFile.events)
        .map((event, index) => ({ event, key: keys[index % keys.length] ?? 0 }))
        .sort((one, other) => one.key - other.key)
        .map(({ event }, index) => ({ ...event, sequence: index + 1, recordedBy: "u2" }));
      const again = { ...caseFile, request: asItStands(caseFile), events };
      expect(factsOf(again)).toEqual(factsOf(caseFile));
      const law = { calendar: STATE_COUNCIL_CALENDAR };
      expect(caseClock(again, law)).toEqual(caseClock(caseFile, law));
    }),
    { numRuns: 150 },
  );
});

/** The request as if it had been typed right from the beginning. */
function asItStands(caseFile: CaseFile): InfoRequest {
  const { registeredAs: _typedFirst, ...request } = standingRequest(caseFile);
  return request;
}

/** The state without what only the order of recording tells: who of two handlers, and which of two new decisions, of one day came last. */
function factsOf(caseFile: CaseFile): unknown {
  const { handler: _handler, unit: _unit, consultations, request: _request, newDecision, ...facts } = caseState(caseFile);
  return {
    ...facts,
    decidedAnewOn: newDecision?.on ?? null,
    consultations: [...consultations].sort((one, other) => (one.of + one.kind < other.of + other.kind ? -1 : 1)),
  };
}

test("a late entry gives what a timely one would have given", () => {
  fc.assert(
    fc.property(tries, requests, fc.nat(), (list, request, at) => {
      const caseFile = [...walk(list, request)].at(-1);
      if (!caseFile) return;
      const standing = standingEvents(caseFile.events);
      const events = standing.map((event, index) => ({ ...event, sequence: index + 1, recordedBy: "u1" }));
      const late = events[at % events.length];
      if (!late) return;
      const transition = TRANSITIONS.find(({ records }) => records === late.body.type);
      if (!transition) throw new Error(`No transition records ${late.body.type}.`);
      const rest = { ...caseFile, request: asItStands(caseFile), events: events.filter((event) => event !== late) };
      const attempt = attemptTransition(rest, { transition, input: late.body }, { today: TODAY });
      // Without it the rest may not hold together; then only what mends it may be entered.
      if (contradictionsIn(rest).length > 0 && !attempt.done) return;
      expect(attempt).toMatchObject({ done: true });
      if (!attempt.done) return;
      expect(attempt.body).toEqual(late.body);
      expect(attempt.to).toBe(caseState(caseFile).name);
    }),
    { numRuns: 150 },
  );
});
