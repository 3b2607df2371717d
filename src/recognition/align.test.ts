import fc from "fast-check";
import { expect, test } from "vitest";
import { align } from "./align.js";

const paired = (found: string, due: string) => align(found.length, due.length, (i, j) => (found[i] === due[j] ? 1 : 0));

test("pairs in order and leaves out what is missing or added", () => {
  expect(paired("abxd", "abcd")).toEqual([
    { found: 0, due: 0 },
    { found: 1, due: 1 },
    { found: 3, due: 3 },
  ]);
});

test("never crosses: pairs ascend on both sides and weigh more than nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }), { maxLength: 8 }), (weights) => {
      const pairs = align(weights.length, 5, (i, j) => weights[i]?.[j] ?? 0);
      pairs.forEach((pair, at) => {
        expect(weights[pair.found]?.[pair.due]).toBeGreaterThan(0);
        const next = pairs[at + 1];
        if (next) expect(next.found > pair.found && next.due > pair.due).toBe(true);
      });
    }),
  );
});
