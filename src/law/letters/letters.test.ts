import { expect, test } from "vitest";
import { OUTCOME_IDS, outcomeOfId } from "../outcomes/outcomes.js";
import { COMMON_CONTENTS } from "./letter.js";
import { CASE_LETTERS, caseLetter } from "./letters.js";

test("no id is used twice", () => {
  expect(new Set(CASE_LETTERS.map(({ id }) => id)).size).toBe(CASE_LETTERS.length);
});

test("each letter has an article, something it must contain and an addressee", () => {
  for (const { citations, contents, addressee } of CASE_LETTERS) {
    expect(citations).not.toEqual([]);
    expect(contents).not.toEqual([]);
    expect(addressee).not.toBe("");
  }
});

test("every row of table three has a letter, and its remedy is that of the row", () => {
  expect(new Set(CASE_LETTERS.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(OUTCOME_IDS));
  for (const { outcome, remedy } of CASE_LETTERS) {
    if (outcome !== null) expect(outcomeOfId(outcome)?.remedy).toBe(remedy);
  }
});

test("letters on the way to an answer carry no remedy clause (国办函〔2021〕132号 第三条)", () => {
  const procedural = CASE_LETTERS.filter(({ remedy }) => remedy === "none").map(({ id }) => id);
  expect(procedural).toEqual(
    ["L-RECEIPT", "L-CORRECT", "L-REASON", "L-EXTEND", "L-DELAY35", "L-3P-ASK", "L-3P-REPLY", "L-3P-TELL"].concat([
      "L-COAUTHOR",
      "L-ASSIST",
      "L-FEE",
      "L-DELIVER",
      "L-WITHDRAWN",
    ]),
  );
});

test("answers to the requester hold what every letter holds", () => {
  for (const { outcome, contents, id } of CASE_LETTERS) {
    if (outcome !== null && id !== "L-WITHDRAWN") expect(contents).toEqual(expect.arrayContaining([...COMMON_CONTENTS]));
  }
});

test.each([
  ["L-CORRECT", { kind: "after-receipt", workingDays: 7 }],
  ["L-EXTEND", { kind: "before-first-term-ends" }],
  ["L-3P-REPLY", { kind: "after-inquiry", workingDays: 15 }],
  ["L-FEE", { kind: "answer-term" }],
  ["L-NOTEXIST", { kind: "answer-term" }],
])("%s is due %j", (id, deadline) => {
  expect(caseLetter(id)?.deadline).toEqual(deadline);
});

test("an unknown id is no letter", () => {
  expect(caseLetter("L-NOTHING")).toBeNull();
});
