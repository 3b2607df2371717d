import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ITEM_TRANSITIONS } from "../publishing-steps/index.js";
import { ITEM_STATES } from "./item-state.js";
import { itemStepsPage } from "./item-steps-page.js";

test("the page in docs says what the code does", async () => {
  await expect(itemStepsPage()).toMatchFileSnapshot("../../../docs/publishing/steps.md");
});

const camelCase = (words: string): string => words.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());

test("the steps are what is in the folder, each in a file of its name", async () => {
  const folder = join(import.meta.dirname, "..", "publishing-steps");
  const files = readdirSync(folder).filter((file) => file !== "index.ts");
  expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(ITEM_TRANSITIONS.map(({ id }) => id).sort());
  for (const transition of ITEM_TRANSITIONS) {
    const module: Readonly<Record<string, unknown>> = await import(`../publishing-steps/${transition.id}.ts`);
    expect(module[camelCase(transition.id)]).toBe(transition);
  }
});

test("every type of event is recorded by one step, and every state can be reached", () => {
  const records = ITEM_TRANSITIONS.map(({ records: type }) => type);
  expect(new Set(records).size).toBe(records.length);
  const reachable = new Set<string>(ITEM_TRANSITIONS.flatMap(({ to }) => to));
  expect(Object.keys(ITEM_STATES).filter((name) => !reachable.has(name))).toEqual(["none"]);
});
