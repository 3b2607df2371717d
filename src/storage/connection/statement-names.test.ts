import { expect, test } from "vitest";
import { PLANNED_EACH_TIME, statementName } from "./statement-names.js";

test("what is asked again and again gets a name and keeps it; others do not", () => {
  const text = "select 1 as again";
  expect([statementName(text), statementName(text)]).toEqual([undefined, undefined]);
  const name = statementName(text);
  expect(name).toMatch(/^s\d+$/);
  expect(statementName(text)).toBe(name);
  expect(statementName("select 1 as once")).toBeUndefined();
});

test("a statement whose plan depends on its values is planned each time, and so is a very long one", () => {
  for (const text of [`select 2 ${PLANNED_EACH_TIME}`, `select '${"x".repeat(20_000)}'`]) {
    expect([1, 2, 3, 4].map(() => statementName(text))).toEqual([undefined, undefined, undefined, undefined]);
  }
});

test("there are never more names than a connection should keep", () => {
  const named = Array.from({ length: 2_000 }, (_, at) => [1, 2, 3].map(() => statementName(`select ${at}`)).at(-1));
  expect(named.filter((name) => name !== undefined).length).toBeLessThanOrEqual(500);
});
