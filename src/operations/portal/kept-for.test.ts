import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KeptFor } from "./kept-for.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a value is found once for all who ask while it is kept, and again afterwards", async () => {
  const kept = new KeptFor<number>(1_000, 10);
  let found = 0;
  const find = async () => ++found;
  expect(await Promise.all([kept.get("a", find), kept.get("a", find)])).toEqual([1, 1]);
  vi.advanceTimersByTime(1_001);
  expect(await kept.get("a", find)).toBe(2);
});

test("what failed is asked for again", async () => {
  const kept = new KeptFor<number>(1_000, 10);
  await expect(kept.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept.get("a", async () => 1)).toBe(1);
});

test("nobody waits for a value that was there before", async () => {
  const kept = new KeptFor<number>(1_000, 10);
  expect(await kept.getLate("a", async () => 1)).toBe(1);
  vi.advanceTimersByTime(1_001);
  let tell = (_: number) => {};
  const slow = () => new Promise<number>((resolve) => (tell = resolve));
  expect(await kept.getLate("a", slow)).toBe(1);
  expect(await kept.getLate("a", () => Promise.reject(new Error("a second search")))).toBe(1);
  tell(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(await kept.getLate("a", slow)).toBe(2);
});

test("the old value stays when the new one cannot be found", async () => {
  const kept = new KeptFor<number>(1_000, 10);
  await kept.getLate("a", async () => 1);
  vi.advanceTimersByTime(1_001);
  expect(await kept.getLate("a", () => Promise.reject(new Error("no")))).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(await kept.getLate("a", async () => 2)).toBe(1);
  vi.advanceTimersByTime(1_001);
  await kept.getLate("a", async () => 3);
  await vi.advanceTimersByTimeAsync(0);
  expect(await kept.getLate("a", async () => 4)).toBe(3);
});

test("of too many the oldest gives way", async () => {
  const kept = new KeptFor<string>(1_000, 2);
  for (const key of ["a", "b", "c"]) await kept.get(key, async () => key);
  expect(await kept.get("a", async () => "found anew")).toBe("found anew");
  expect(await kept.get("c", async () => "found anew")).toBe("c");
});

test("late, but known to hold still: nothing is looked for", async () => {
  const kept = new KeptFor<number>(1_000, 10);
  let finds = 0;
  let hasChanged = false;
  const get = () => kept.getLate("a", async () => ++finds, { isStill: () => !hasChanged });
  await get();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([await get(), finds]).toEqual([1, 1]);
  hasChanged = true;
  await get();
  expect(finds).toBe(2);
});
