import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { Turns } from "./turns.js";

test("work under one name comes one after the other, also after a failure; other names do not wait", async () => {
  const turns = new Turns();
  const said: string[] = [];
  const slow = async (name: string) => {
    said.push(`${name} begins`);
    await turn();
    await turn();
    said.push(`${name} ends`);
    if (name === "a1") throw new Error("a1");
    return name;
  };
  const all = await Promise.allSettled([
    turns.take("a", () => slow("a1")),
    turns.take("a", () => slow("a2")),
    turns.take("b", () => slow("b1")),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(said.indexOf("a1 ends")).toBeLessThan(said.indexOf("a2 begins"));
  expect(said.indexOf("b1 begins")).toBeLessThan(said.indexOf("a1 ends"));
  expect(await turns.take("a", () => slow("a3"))).toBe("a3");
});
