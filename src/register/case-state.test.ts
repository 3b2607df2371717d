import { describe, expect, test } from "vitest";
import { buildCaseFile, buildRequest, type EventSpec } from "../../test/builders/case-file.js";
import { STEPS } from "../../test/builders/case-step.js";
import { CASE_STATES, caseState, needsConfirmation, OPEN_STATES, REGISTERED_STATES } from "./case-state.js";
import { CHANNEL_LABELS, CHANNELS } from "./info-request.js";
import { ORDER_OF_ACTS } from "./order-of-acts.js";

const S = STEPS;

const NAMES: readonly (readonly [name: string, events: readonly EventSpec[]])[] = [
  ["unregistered", []],
  ["unregistered", [S.accepted]],
  ["received", [S.received]],
  ["handling", [S.received, S.accepted]],
  ["awaiting-clarification", [S.received, S.accepted, S.clarificationRequested]],
  ["handling", [S.received, S.accepted, S.clarificationRequested, S.clarified]],
  ["lapsed", [S.received, S.clarificationRequested, S.clarificationLapsed]],
  ["awaiting-reasons", [S.received, S.reasonsAsked, S.thirdPartyAsked, S.feeNoticed]],
  ["awaiting-payment", [S.received, S.thirdPartyAsked, S.feeNoticed]],
  ["awaiting-opinion", [S.received, S.thirdPartyAsked, S.jointMakerAsked, S.thirdPartyAnswered]],
  ["received", [S.received, S.thirdPartyAsked, S.jointMakerAsked, S.thirdPartyAnswered, S.jointMakerAnswered]],
  ["received", [S.received, S.feeNoticed, S.feePaid]],
  ["lapsed", [S.received, S.feeNoticed, S.feeLapsed]],
  ["decided", [S.received, S.thirdPartyAsked, S.decided]],
  ["withdrawn", [S.received, S.withdrawn]],
  ["served", [S.received, S.withdrawn, S.served]],
  ["archived", [S.received, S.decided, S.served, S.archived]],
];

test.each(NAMES)("is %s after %j", (name, events) => {
  expect(caseState(buildCaseFile(events)).name).toBe(name);
});

describe("a request nobody signed for", () => {
  const email = { channel: "email" } as const;

  test("waits for confirmation unless it is already being handled", () => {
    expect(caseState(buildCaseFile([S.received], email)).name).toBe("unconfirmed");
    expect(caseState(buildCaseFile([S.received, { type: "confirmed", on: "2025-03-04" }], email)).name).toBe("received");
    expect(caseState(buildCaseFile([S.received, S.accepted], email)).name).toBe("handling");
  });

  test.each(CHANNELS.map((channel) => [channel, ["ordinary_mail", "online", "email", "fax"].includes(channel)] as const))(
    "%s: %s",
    (channel, needs) => {
      expect(needsConfirmation(buildRequest({ channel }))).toBe(needs);
      expect(CHANNEL_LABELS[channel]).not.toBe("");
    },
  );
});

describe("what ends a case", () => {
  test.each([
    ["other.no_correction", "2025-03-17", "e3", [S.received, S.clarificationRequested, S.clarificationLapsed]],
    ["other.no_payment", "2025-03-17", "e3", [S.received, S.feeNoticed, S.feeLapsed]],
    ["other.misc", "2025-03-17", "e2", [S.received, S.withdrawn]],
    ["granted", "2025-03-18", "e2", [S.received, S.decided]],
  ] as const)("is counted as %s on %s", (outcome, on, eventId, events) => {
    expect(caseState(buildCaseFile([...events])).closing).toEqual({ outcome, on, eventId });
  });

  test("is the first act that ends it: a letter about a lapse changes neither row nor day", () => {
    const letter = { ...S.decided, on: "2026-01-05", outcome: "other.no_correction" };
    const state = caseState(buildCaseFile([S.received, S.clarificationRequested, S.clarificationLapsed, letter]));
    expect(state.closing).toMatchObject({ on: "2025-03-17", outcome: "other.no_correction" });
    expect(state.decision).toMatchObject({ on: "2026-01-05" });
  });
});

test("a state tells what happened on the way", () => {
  const state = caseState(
    buildCaseFile([
      S.received,
      S.accepted,
      { type: "transferred", on: "2025-03-05", unit: "法规科" },
      { type: "transferred", on: "2025-03-06", unit: "业务科", handler: "赵六" },
      S.reasonsAsked,
      S.reasonsGiven,
      S.laterDateSet,
      S.thirdPartyAsked,
      S.jointMakerAsked,
      S.thirdPartyAnswered,
      S.searched,
      S.extended,
      S.decided,
      S.served,
      { ...S.served, on: "2025-03-25" },
    ]),
  );
  expect(state).toMatchObject({
    handler: "赵六",
    unit: "业务科",
    reasons: { askedOn: "2025-03-05", givenOn: "2025-03-10", areReasonable: true },
    laterDate: "2025-06-30",
    consultations: [
      { kind: "third-party", of: "甲公司", eventId: "e8", answeredOn: "2025-03-12", opinion: "refuses" },
      { kind: "joint-maker", of: "财政局", eventId: "e9", answeredOn: null, opinion: null },
    ],
    searches: 1,
    extension: { workingDays: 20, toldOn: "2025-03-13" },
    servedOn: "2025-03-19",
  });
});

test("acts without what they answer leave no trace but themselves", () => {
  const loose = [S.received, S.clarified, S.clarificationLapsed, S.reasonsGiven, S.feePaid, S.feeLapsed];
  expect(caseState(buildCaseFile(loose))).toMatchObject({ name: "received", clarification: null, reasons: null, fee: null });
});

test("with an instant only what had been written down by then counts", () => {
  const caseFile = buildCaseFile([S.received, { ...S.decided, recordedAt: "2025-04-01T00:00:00.000Z" }]);
  expect(caseState(caseFile, "2025-03-31T23:59:59.999Z").name).toBe("received");
  expect(caseState(caseFile, "2025-04-01T00:00:00.000Z").name).toBe("decided");
});

test("every state and every act has its place", () => {
  expect(Object.keys(CASE_STATES)).toEqual(["unregistered", ...REGISTERED_STATES]);
  expect(REGISTERED_STATES.slice(0, OPEN_STATES.length)).toEqual(OPEN_STATES);
  expect(new Set(ORDER_OF_ACTS).size).toBe(29);
});
