import { expect, test } from "vitest";
import { RIGHTS } from "../../api/rights.js";
import { dayOf, type PlainDate } from "../../law/plain-date.js";
import { type DraftEventBody, draftStanding, LETTER_SIGNING_ROLES, maySign } from "./letter-draft.js";

const on = dayOf(2025, 3, 5) as PlainDate; // a day that exists
const submitted: DraftEventBody = { type: "submitted", on, to: "head", needs: "head" };
const standingAfter = (...bodies: DraftEventBody[]) =>
  draftStanding(
    bodies.map((body, at) => ({
      body,
      recordedAt: `2025-03-05T0${at}:00:00.000Z`,
      recordedBy: body.type === "returned" ? "head" : "handler",
      reason: body.type === "returned" ? "写明提供方式" : null,
    })),
  ).state;

test.each<[string, DraftEventBody[], string]>([
  ["is written", [], "writing"],
  ["waits once it is submitted", [submitted], "submitted"],
  ["is written again when it was taken back", [submitted, { type: "taken-back", on }], "writing"],
  ["is mended when it was sent back", [submitted, { type: "returned", on }], "returned"],
  ["waits again", [submitted, { type: "returned", on }, submitted], "submitted"],
  ["begins anew after the letter went out", [submitted, { type: "signed", on, letter: "l1" }], "writing"],
  ["begins anew when it was dropped", [submitted, { type: "returned", on }, { type: "dropped", on }], "writing"],
])("a draft %s", (_, bodies, state) => {
  expect(standingAfter(...bodies)).toBe(state);
});

test("a draft that was sent back is for the one who had submitted it, with the reason", () => {
  const events = [
    { body: submitted, recordedAt: "2025-03-05T01:00:00.000Z", recordedBy: "handler", reason: null },
    {
      body: { type: "returned", on } as const,
      recordedAt: "2025-03-05T02:00:00.000Z",
      recordedBy: "head",
      reason: "写明提供方式",
    },
  ];
  expect(draftStanding(events)).toEqual({
    ...{ state: "returned", by: "head", at: "2025-03-05T02:00:00.000Z", reason: "写明提供方式", to: "handler" },
  });
});

test("the roles that sign are those of the right to issue letters; a decision is the head's", () => {
  expect(LETTER_SIGNING_ROLES).toEqual(RIGHTS["letters:issue"].roles);
  expect([maySign(["reviewer"], null), maySign(["reviewer"], "head"), maySign(["head"], "head")]).toEqual([true, false, true]);
  expect([maySign(["handler"], null), maySign(["supervisor", "system-administrator"], null)]).toEqual([false, false]);
});
