import { expect, test } from "vitest";
import { OUTCOME_QUESTIONS, type OutcomeQuestion, outcomeByAnswers } from "./outcome-questions.js";
import { OUTCOME_IDS, outcomeOfId } from "./outcomes.js";

interface Path {
  readonly answers: ReadonlyMap<string, string>;
  readonly outcome: string;
  readonly form: string | undefined;
}

/** Every path through the questions; a circle would pass the depth. */
function* paths(question: OutcomeQuestion, before: ReadonlyMap<string, string>): Generator<Path> {
  expect(before.size).toBeLessThan(OUTCOME_QUESTIONS.length);
  for (const { id, leadsTo } of question.answers) {
    const answers = new Map([...before, [question.id, id]]);
    if ("outcome" in leadsTo) {
      yield { answers, outcome: leadsTo.outcome, form: leadsTo.form };
      continue;
    }
    const next = OUTCOME_QUESTIONS.find((candidate) => candidate.id === leadsTo.question);
    yield* paths(next ?? expect.fail(`no question ${leadsTo.question}`), answers);
  }
}

const ALL = [...paths(OUTCOME_QUESTIONS[0], new Map())];

test("every path leads to one row, and every row is reached", () => {
  for (const { answers, outcome, form } of ALL) {
    expect(outcomeByAnswers(answers)).toEqual({ kind: "outcome", outcome, form: form ?? null });
  }
  expect(new Set(ALL.map(({ outcome }) => outcome))).toEqual(new Set(OUTCOME_IDS));
});

test("a form named by an answer is one of its row", () => {
  for (const { outcome, form } of ALL) {
    const forms = outcomeOfId(outcome)?.forms.map(({ id }) => id) ?? [];
    if (form === undefined) expect(forms).toHaveLength(1);
    else expect(forms).toContain(form);
  }
});

test("a path that is not finished says which question is open", () => {
  for (const { answers } of ALL) {
    const unfinished = new Map([...answers].slice(0, -1));
    const open = [...answers.keys()].at(-1);
    expect(outcomeByAnswers(unfinished)).toMatchObject({ kind: "open", question: { id: open } });
  }
});

test("an answer that is not offered leads nowhere, answers off the way are of no account", () => {
  expect(outcomeByAnswers(new Map([["standing", "perhaps"]]))).toMatchObject({
    kind: "unknown-answer",
    question: { id: "standing" },
  });
  const answers = new Map([
    ["standing", "withdrawn"],
    ["held", "absent"],
  ]);
  expect(outcomeByAnswers(answers)).toEqual({ kind: "outcome", outcome: "other.misc", form: null });
});

test("a question that leads into nothing does not lead to a row", () => {
  const [first] = OUTCOME_QUESTIONS;
  const astray: OutcomeQuestion = { ...first, answers: [{ id: "yes", label: "", leadsTo: { question: "nowhere" } }] };
  expect(outcomeByAnswers(new Map([["standing", "yes"]]), astray)).toMatchObject({ kind: "unknown-answer" });
});
