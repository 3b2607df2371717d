import { expect, test } from "vitest";
import { PROCEEDING_TRANSITIONS } from "./proceedings/index.js";
import { fieldWords } from "./step-fields.js";
import { stepForm } from "./step-form.js";
import { TRANSITIONS } from "./transitions/index.js";

const ALL = [...TRANSITIONS, ...PROCEEDING_TRANSITIONS];

test("every field of every step has a name in Chinese", () => {
  const nameless = ALL.flatMap((step) =>
    stepForm(step)
      .fields.filter(({ name }) => fieldWords(step.id, name) === undefined)
      .map(({ name }) => `${step.id}.${name}`),
  );
  expect(nameless).toEqual([]);
});

test("every choice of every step has words", () => {
  const wordless = ALL.flatMap((step) =>
    stepForm(step).fields.flatMap(({ name, kind, options }) => {
      if (kind === "choice") return options?.every(({ value, label }) => value !== label) ? [] : [`${step.id}.${name}`];
      return kind === "yes-no" && options?.length !== 2 ? [`${step.id}.${name}`] : [];
    }),
  );
  expect(wordless).toEqual([]);
});

test("the form of 通知补正 asks for a day and for words, and says which article", () => {
  const step = TRANSITIONS.find(({ id }) => id === "request-clarification");
  if (!step) throw new Error("There is no such step.");
  const { fields, schema } = stepForm(step);
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ["on", "day", true],
    ["unclear", "words", true],
    ["clarifyBy", "day", true],
    ["reason", "words", false],
  ]);
  expect(fields[1]?.help).toContain("第三十条");
  expect(schema).toMatchObject({
    type: "object",
    required: ["unclear", "clarifyBy"],
    properties: { clarifyBy: { format: "date" } },
  });
});

test("every schema is plain JSON", () => {
  for (const step of ALL) expect(JSON.parse(JSON.stringify(stepForm(step).schema))).toEqual(stepForm(step).schema);
});
