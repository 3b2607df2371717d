import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CASE_STATES } from "./case-state.js";
import { ORDER_OF_ACTS, ORDER_OF_PROCEEDING } from "./order-of-acts.js";
import { PROCEEDING_STATES } from "./proceeding-state.js";
import { PROCEEDING_TRANSITIONS } from "./proceedings/index.js";
import { mayAct } from "./role.js";
import { TRANSITIONS } from "./transitions/index.js";
import { stateDiagram, transitionsPage } from "./transitions-page.js";

test("the page in docs says what the code does", async () => {
  await expect(transitionsPage()).toMatchFileSnapshot("../../docs/register/transitions.md");
});

const camelCase = (words: string): string => words.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());

describe.each([
  {
    name: "requests",
    folder: "transitions",
    list: TRANSITIONS,
    states: CASE_STATES,
    types: [...ORDER_OF_ACTS, "request-corrected"],
  },
  {
    name: "proceedings",
    folder: "proceedings",
    list: PROCEEDING_TRANSITIONS,
    states: PROCEEDING_STATES,
    types: ORDER_OF_PROCEEDING,
  },
])("the transitions of $name", ({ folder, list, states, types }) => {
  const ids = list.map(({ id }) => id);

  test("are what is in the folder, each in a file of its name", async () => {
    const files = readdirSync(join(import.meta.dirname, folder)).filter((file) => !/(\.test|^index)\.ts$/.test(file));
    expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual([...ids].sort());
    for (const transition of list) {
      const module: Readonly<Record<string, unknown>> = await import(`./${folder}/${transition.id}.ts`);
      expect(module[camelCase(transition.id)]).toBe(transition);
    }
  });

  test("record every type of event, each once", () => {
    expect(list.map(({ records }) => records).sort()).toEqual([...types, "corrected"].sort());
  });

  test("begin and end in states there are, each of which can be reached", () => {
    const names = Object.keys(states);
    for (const { from, to } of list) for (const state of [...from, ...to]) expect(names).toContain(state);
    const reachable = new Set(list.flatMap(({ to }) => to));
    expect([...names].sort()).toEqual([...reachable].sort());
  });

  test("stand in the diagram with an arrow for each change", () => {
    const diagram = stateDiagram(list, states);
    for (const { label, from, leaves, to, records } of list) {
      expect(leaves.every((name) => from.includes(name))).toBe(true);
      const changes =
        leaves.some((source) => to.some((target) => target !== source)) && !["corrected", "request-corrected"].includes(records);
      expect(diagram.includes(`: ${label}`)).toBe(changes);
    }
  });
});

test.each([
  ["registrar", "registrar", true],
  ["registrar", "head", false],
  ["handler", "registrar", true],
  ["handler", "head", false],
  ["head", "handler", true],
] as const)("a %s may do what a %s may: %s", (role, needed, may) => {
  expect(mayAct(role, needed)).toBe(may);
});
