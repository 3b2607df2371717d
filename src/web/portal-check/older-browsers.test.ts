import { expect, test } from "vitest";
import { addCopyingMethods } from "./older-browsers.js";

test("a list of an older browser gets the methods that give a changed copy", () => {
  class OlderList<T> extends Array<T> {}
  for (const name of ["toSorted", "toReversed", "toSpliced"])
    Object.defineProperty(OlderList.prototype, name, { value: undefined, writable: true, configurable: true });
  addCopyingMethods(OlderList.prototype);
  const list = OlderList.of(3, 1, 2);
  expect([list.toSorted(), list.toSorted((a, b) => b - a), list.toReversed()]).toEqual([
    [1, 2, 3],
    [3, 2, 1],
    [2, 1, 3],
  ]);
  expect([list.toSpliced(1, 1), list.toSpliced(0, 0, 9)]).toEqual([
    [3, 2],
    [9, 3, 1, 2],
  ]);
  expect([...list]).toEqual([3, 1, 2]);
});

test("what a browser has stays its own", () => {
  const own = () => [];
  const lists = { toSorted: own };
  addCopyingMethods(lists);
  expect(lists.toSorted).toBe(own);
});
