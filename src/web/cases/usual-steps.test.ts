import { expect, test } from "vitest";
import { CASE_STATES, type CaseStateName } from "../../register/case-state.js";
import { TRANSITIONS } from "../../register/transitions/index.js";
import { isDoneByLetter, stepSentence, usualSteps } from "./usual-steps.js";

const STATES = Object.keys(CASE_STATES) as CaseStateName[]; // the keys of that very table
const possibleIn = (state: CaseStateName) => TRANSITIONS.filter(({ from }) => (from as readonly string[]).includes(state));

test.each(STATES)("in “%s” at most five steps stand out, each can be taken there and says what it is for", (state) => {
  const possible = possibleIn(state);
  const { usual, others } = usualSteps({ state, isSetAside: false, isSoonDue: false }, possible);
  expect(usual.length).toBeLessThanOrEqual(5);
  expect([...usual, ...others]).toHaveLength(possible.length);
  for (const { id } of usual) {
    expect(possible.map((step) => step.id)).toContain(id);
    if (state !== "unregistered") expect(stepSentence(id), id).not.toBeNull();
  }
});

test("a step that cannot be taken does not stand out", () => {
  const { usual } = usualSteps({ state: "handling", isSetAside: false, isSoonDue: false }, [
    { id: "extend" },
    { id: "transfer-inside" },
  ]);
  expect(usual).toEqual([{ id: "extend" }]);
});

test("after a reconsideration has set the answer aside, deciding anew comes first", () => {
  const { usual } = usualSteps({ state: "served", isSetAside: true, isSoonDue: false }, possibleIn("served"));
  expect(usual[0]?.id).toBe("decide-anew");
});

test("when the last day is near, extending the term stands out", () => {
  const { usual } = usualSteps({ state: "received", isSetAside: false, isSoonDue: true }, possibleIn("received"));
  expect(usual.map(({ id }) => id)).toContain("extend");
});

test("what is done by letter is a step of the procedure", () => {
  const ids = TRANSITIONS.map(({ id }) => id);
  expect(ids.filter(isDoneByLetter)).toHaveLength(13);
});
