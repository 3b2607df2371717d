import { describe, expect, test } from "vitest";
import { boxAfterKey, boxWithin } from "./redaction-mark.js";

const PAGE = { width: 600, height: 800 };

describe("boxWithin", () => {
  test("turns a box drawn from its lower right corner round", () => {
    expect(boxWithin({ left: 100, top: 90, right: 20, bottom: 30 }, PAGE)).toEqual({ left: 20, top: 30, right: 100, bottom: 90 });
  });
  test("keeps a box on its page", () => {
    expect(boxWithin({ left: -5, top: 790, right: 700, bottom: 900 }, PAGE)).toEqual({
      left: 0,
      top: 790,
      right: 600,
      bottom: 800,
    });
  });
  test("makes a box of a mere touch large enough to be seen", () => {
    const { left, top, right, bottom } = boxWithin({ left: 600, top: 800, right: 600, bottom: 800 }, PAGE);
    expect([right - left, bottom - top]).toEqual([4, 4]);
    expect([right, bottom]).toEqual([600, 800]);
  });
});

describe("boxAfterKey", () => {
  const BOX = { left: 10, top: 10, right: 50, bottom: 20 };
  test("moves with an arrow", () => {
    expect(boxAfterKey(BOX, "ArrowRight", false)).toEqual({ left: 14, top: 10, right: 54, bottom: 20 });
  });
  test("grows and shrinks with Shift, but never to nothing", () => {
    expect(boxAfterKey(BOX, "ArrowDown", true)).toEqual({ left: 10, top: 10, right: 50, bottom: 24 });
    expect(boxAfterKey({ ...BOX, right: 14 }, "ArrowLeft", true)?.right).toBe(14);
  });
  test("leaves other keys to others", () => {
    expect(boxAfterKey(BOX, "a", false)).toBeNull();
  });
});
