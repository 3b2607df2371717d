import { expect, test } from "vitest";
import { KeptCounts } from "./kept-counts.js";
import { PortalChanges } from "./portal-changes.js";

/** Changes as a test tells them, and a clock. */
async function portal() {
  let moment = { sequence: 1, items: [] as string[], agencies: [] as string[] };
  let now = Date.now();
  const changes = new PortalChanges(() => Promise.resolve(moment));
  await changes.now();
  const counts = new KeptCounts(changes, () => now);
  const change = async (agencyId: string) => {
    moment = { sequence: moment.sequence + 1, items: [`of-${agencyId}`], agencies: [agencyId] };
    await changes.now();
  };
  return { changes, counts, change, later: (milliseconds: number) => (now += milliseconds) };
}

test("the length of an agency's list holds until that agency changes something", async () => {
  const { changes, counts, change } = await portal();
  const total = { count: 12, isMore: false };
  counts.keep("civil", { total, agencyIds: ["civil"], since: changes.heard });
  counts.keep("all", { total, agencyIds: [], since: changes.heard });
  expect([counts.of("civil"), counts.of("all"), counts.of("other")]).toEqual([total, total, null]);
  await change("finance");
  expect([counts.of("civil"), counts.of("all")]).toEqual([total, null]);
  await change("civil");
  expect(counts.of("civil")).toBeNull();
});

test("where nobody has heard of changes for a while, it is counted", async () => {
  const { changes, counts, later } = await portal();
  counts.keep("civil", { total: { count: 12, isMore: false }, agencyIds: ["civil"], since: changes.heard });
  later(5_000);
  expect(counts.of("civil")).toBeNull();
});

test("what was counted while something changed is counted again", async () => {
  const { changes, counts, change } = await portal();
  const since = changes.heard;
  await change("civil");
  counts.keep("civil", { total: { count: 12, isMore: false }, agencyIds: ["civil"], since });
  expect(counts.of("civil")).toBeNull();
});

test("a list longer than is counted is counted again after a minute at the earliest", async () => {
  const { changes, counts, change, later } = await portal();
  const total = { count: 10_000, isMore: true };
  counts.keep("all", { total, agencyIds: [], since: changes.heard });
  await change("civil");
  later(59_000);
  expect(counts.of("all")).toEqual(total);
  later(2_000);
  expect(counts.of("all")).toBeNull();
});
