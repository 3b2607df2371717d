import { describe, expect, test } from "vitest";
import { buildCaseFile, dayIn, type EventSpec } from "../../test/builders/case-file.js";
import { STEPS as S, tryStep } from "../../test/builders/case-step.js";
import { STATE_COUNCIL_CALENDAR } from "../law/calendar/work-calendar.js";
import { caseClock } from "./case-clock.js";
import { caseCourse, knownCourses } from "./case-course.js";
import { caseState } from "./case-state.js";
import { asRegistered, entryOf, standingRequest } from "./request-entry.js";

const law = { calendar: STATE_COUNCIL_CALENDAR };
const confirmed: EventSpec = { type: "confirmed", on: "2025-03-05" };
const corrected: EventSpec = { type: "request-corrected", on: "2025-04-01", requesterKind: "business", channel: "online" };
const AT_COUNTER = { requesterKind: "natural", channel: "in_person", arrivedOn: "2025-03-03" };
const ONLINE = { requesterKind: "business", channel: "online", arrivedOn: "2025-03-03" };

describe("a request that was typed wrong", () => {
  const file = buildCaseFile([S.received, corrected]);

  test("stands as it was corrected, and as it was typed before that instant", () => {
    expect(entryOf(standingRequest(file))).toEqual(ONLINE);
    expect(standingRequest(file).registeredAs).toEqual(AT_COUNTER);
    expect(entryOf(standingRequest(file, "2025-03-31T00:00:00.000Z"))).toEqual(AT_COUNTER);
    expect(asRegistered(standingRequest(file))).toEqual(file.request);
  });

  test("reads the same from a file whose request is corrected already", () => {
    const stored = { ...file, request: standingRequest(file) };
    expect(standingRequest(stored)).toEqual(standingRequest(file));
    expect(standingRequest(stored, "2025-03-31T00:00:00.000Z")).toEqual(file.request);
  });

  test("has the state and the days of its channel", () => {
    expect(caseState(file).name).toBe("unconfirmed");
    expect(caseState(file, "2025-03-31T00:00:00.000Z").name).toBe("received");
    expect(caseClock(file, law).due).toBeNull();
    expect(caseClock(file, law, "2025-03-31T00:00:00.000Z").due).toBe("2025-03-31");
  });

  test("counts in the other column from that instant on", () => {
    const [before, after, ...more] = knownCourses(file);
    expect(more).toEqual([]);
    expect(before).toMatchObject({ entry: AT_COUNTER, until: "2025-04-01T12:00:00.000Z", receivedOn: "2025-03-03" });
    expect(after).toMatchObject({ entry: ONLINE, from: "2025-04-01T12:00:00.000Z", until: null, receivedOn: null });
  });

  test("keeps everything else, the name and number of the requester above all", () => {
    const { requester, description, number } = standingRequest(file);
    expect({ ...requester, kind: "natural" }).toEqual(file.request.requester);
    expect({ description, number }).toEqual({ description: file.request.description, number: file.request.number });
  });

  test("can be put back, and then was never wrong", () => {
    const back: EventSpec = { type: "request-corrected", on: "2025-04-02", requesterKind: "natural", channel: "in_person" };
    expect(standingRequest(buildCaseFile([S.received, corrected, back]))).toEqual(file.request);
  });
});

test("a correction of the channel that would leave a confirmation without ground is refused, and says which", () => {
  const attempt = tryStep("correct-request", {
    events: [S.received, confirmed],
    request: { channel: "online" },
    input: { channel: "registered_mail", reason: "看错了信封" },
  });
  expect(attempt).toMatchObject({ done: false, refusal: { refusalId: "contradicts", data: { later: "与申请人确认收到" } } });
});

test("a correction that leaves everything on record sensible is written as one event with its reason", () => {
  const attempt = tryStep("correct-request", {
    events: [S.received],
    input: { requesterKind: "legal_service", arrivedOn: "2025-03-03", reason: "律师事务所以自己名义申请" },
  });
  expect(attempt).toMatchObject({
    done: true,
    reason: "律师事务所以自己名义申请",
    body: { type: "request-corrected", on: "2025-03-20", requesterKind: "legal_service", arrivedOn: dayIn("2025-03-03") },
    from: "received",
    to: "received",
  });
  expect(caseCourse(buildCaseFile([S.received])).receivedOn).toBe("2025-03-03");
});
