import { expect, test } from "vitest";
import type { PortalMoment } from "../../storage/portal/read-moment.js";
import { PortalChanges } from "./portal-changes.js";

/** A database whose answers come when the test says so. */
function portal() {
  const asked: { after: number; answer: (moment: PortalMoment) => void; fail: (error: Error) => void }[] = [];
  const changes = new PortalChanges((after) => new Promise((answer, fail) => asked.push({ after, answer, fail })));
  const told = async (moment: PortalMoment) => {
    const now = changes.now();
    asked.at(-1)?.answer(moment);
    return now;
  };
  return { changes, asked, told };
}

test("what was made of an item holds until that item changes", async () => {
  const { changes, told } = portal();
  await told({ sequence: 5, items: null });
  expect(changes.isSince(5, ["a"])).toBe(true);
  await told({ sequence: 6, items: ["b"] });
  expect(changes.isSince(5, ["a"])).toBe(true);
  expect(changes.isSince(5, ["a", "b"])).toBe(false);
  expect(changes.isSince(6, ["a", "b"])).toBe(true);
});

test("what was made of the whole portal holds until anything changes", async () => {
  const { changes, told } = portal();
  await told({ sequence: 5, items: null });
  expect(changes.isSince(5, null)).toBe(true);
  await told({ sequence: 6, items: ["b"] });
  expect(changes.isSince(5, null)).toBe(false);
});

test("when anything may have changed, nothing made before holds", async () => {
  const { changes, told } = portal();
  await told({ sequence: 5, items: null });
  await told({ sequence: 9, items: null });
  expect(changes.isSince(5, ["a"])).toBe(false);
  expect(changes.isSince(9, ["a"])).toBe(true);
});

test("a question asked while another is on its way gets an answer of its own, shared with all who wait", async () => {
  const { changes, asked } = portal();
  const first = changes.now();
  const second = changes.now();
  const third = changes.now();
  expect(asked).toHaveLength(1);
  asked[0]?.answer({ sequence: 5, items: null });
  expect(await first).toBe(5);
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  asked[1]?.answer({ sequence: 6, items: ["a"] });
  expect(await Promise.all([second, third])).toEqual([6, 6]);
  expect(asked).toHaveLength(2);
});

test("after an answer that failed the next question is asked anew", async () => {
  const { changes, asked } = portal();
  const first = changes.now();
  const second = changes.now();
  asked[0]?.fail(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  asked[1]?.answer({ sequence: 3, items: null });
  expect(await second).toBe(3);
});
