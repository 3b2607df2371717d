import { expect, test } from "vitest";
import { KeptReading, noteWritten } from "./kept-reading.js";

const db = {};

test("what was read is given again until somebody writes to its table", async () => {
  const kept = new KeptReading<number>(["tried"], 60);
  let times = 0;
  const read = () => kept.of(db, "a", async () => ++times);
  expect([await read(), await read()]).toEqual([1, 1]);
  noteWritten(["other"]);
  expect(await read()).toBe(1);
  noteWritten(["tried"]);
  expect(await read()).toBe(2);
});

test("what was read while somebody wrote is not given again", async () => {
  const kept = new KeptReading<string>(["tried"], 60);
  const early = await kept.of(db, "a", async () => {
    noteWritten(["tried"]);
    return "before";
  });
  expect(early).toBe("before");
  expect(await kept.of(db, "a", async () => "after")).toBe("after");
});

test("it is kept for each key and database by itself, some seconds at most, and nothing is kept of nothing", async () => {
  const kept = new KeptReading<string | undefined>(["tried"], 60);
  expect(await kept.of(db, "a", async () => "one")).toBe("one");
  expect(await kept.of(db, "b", async () => undefined)).toBeUndefined();
  expect(await kept.of(db, "b", async () => "two")).toBe("two");
  expect(await kept.of({}, "a", async () => "three")).toBe("three");
  const over = new KeptReading<string>(["tried"], 0);
  expect([await over.of(db, "a", async () => "one"), await over.of(db, "a", async () => "two")]).toEqual(["one", "two"]);
});
