import { expect, test } from "vitest";
import { moved } from "./ordered.js";

test.each<[number, -1 | 1, string]>([
  [1, -1, "bac"],
  [1, 1, "acb"],
  [0, -1, "abc"],
  [2, 1, "abc"],
  [7, -1, "abc"],
])("the entry at %i moved by %i", (at, by, written) => {
  expect(moved(["a", "b", "c"], at, by).join("")).toBe(written);
});
