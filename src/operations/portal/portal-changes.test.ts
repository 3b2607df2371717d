import { expect, test } from "vitest";
import type { PortalMoment } from "../../storage/portal/read-moment.js";
import { PortalChanges } from "./portal-changes.js";

/** A database whose answers come when the test says so. */
function portal() {
  const asked: { after: number; answer: (moment: PortalMoment) => void; fail: (error: Error) => void }[] = [];
  const changes = new PortalChanges((after) => new Promise((answer, fail) => asked.push({ after, answer, fail })));
  const told = async (moment: Moment) => {
    const now = changes.now();
    asked.at(-1)?.answer({ agencies: [], ...moment });
    return now;
  };
  return { changes, asked, told };
}

type Moment = Pick<PortalMoment, "sequence" | "items"> & Partial<PortalMoment>;
const ofItems = (...itemIds: string[]) => ({ itemIds, agencyIds: [] });

test("what was made of an item holds until that item changes", async () => {
  const { changes, told } = portal();
  await told({ sequence: 5, items: null });
  expect(changes.isSince(5, ofItems("a"))).toBe(true);
  await told({ sequence: 6, items: ["b"] });
  expect(changes.isSince(5, ofItems("a"))).toBe(true);
  expect(changes.isSince(5, ofItems("a", "b"))).toBe(false);
  expect(changes.isSince(6, ofItems("a", "b"))).toBe(true);
});

test("a list of an agency holds until an item of that agency changes", async () => {
  const { changes, told } = portal();
  const list = { itemIds: ["a"], agencyIds: ["civil"] };
  await told({ sequence: 5, items: null });
  await told({ sequence: 6, items: ["b"], agencies: ["finance"] });
  expect(changes.isSince(5, list)).toBe(true);
  await told({ sequence: 7, items: ["c"], agencies: ["civil", "finance"] });
  expect(changes.isSince(5, list)).toBe(false);
  expect(changes.isSince(7, list)).toBe(true);
  await told({ sequence: 9, items: null });
  expect(changes.isSince(7, list)).toBe(false);
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
  expect(changes.isSince(5, ofItems("a"))).toBe(false);
  expect(changes.isSince(9, ofItems("a"))).toBe(true);
});

test("a question asked while another is on its way gets an answer of its own, shared with all who wait", async () => {
  const { changes, asked } = portal();
  const first = changes.now();
  const second = changes.now();
  const third = changes.now();
  expect(asked).toHaveLength(1);
  asked[0]?.answer({ sequence: 5, items: null, agencies: [] });
  expect(await first).toBe(5);
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  asked[1]?.answer({ sequence: 6, items: ["a"], agencies: [] });
  expect(await Promise.all([second, third])).toEqual([6, 6]);
  expect(asked).toHaveLength(2);
});

test("after an answer that failed the next question is asked anew", async () => {
  const { changes, asked } = portal();
  const first = changes.now();
  const second = changes.now();
  asked[0]?.fail(new Error("gone"));
  await expect(first).rejects.toThrow("gone");
  asked[1]?.answer({ sequence: 3, items: null, agencies: [] });
  expect(await second).toBe(3);
});
