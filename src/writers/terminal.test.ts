import { describe, expect, test } from "vitest";
import { columns, cutTo, padTo } from "./terminal.js";

describe("text on a terminal", () => {
  test("a Chinese character takes two columns", () => {
    expect(padTo("合计", 6)).toBe("合计  ");
    expect(padTo("12", 4, "right")).toBe("  12");
  });

  test("what is cut ends in an ellipsis and never exceeds the width", () => {
    expect(cutTo("政府信息公开", 7)).toBe("政府信…");
    expect(cutTo("政府", 4)).toBe("政府");
  });

  test("columns align words to the left and numbers to the right", () => {
    expect(
      columns([
        ["新收", "12"],
        ["上年结转", "3"],
      ]),
    ).toEqual(["新收      12", "上年结转   3"]);
  });
});
