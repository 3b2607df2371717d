import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFigure } from "./read-figure.js";

describe("readFigure", () => {
  test.each([
    ["0", { value: 0 }],
    [" 1,204 ", { value: 1204 }],
    ["１２０４", { value: 1204 }],
    ["1，204，000", { value: 1204000 }],
    ["\u00a00\u3000", { value: 0 }],
    ["+2", { value: 2 }],
    ["＋２", { value: 2 }],
    ["-1", { value: -1 }],
    ["－1", { value: -1 }],
    ["−1", { value: -1 }],
    ["– 1", { value: -1 }],
    ["增2", { value: 2 }],
    ["减 1", { value: -1 }],
    ["减少3", { value: -3 }],
    ["-0", { value: 0 }],
    ["347.92 万元", { value: 347.92, unit: "万元" }],
    ["251000元", { value: 251000, unit: "元" }],
    ["12件", { value: 12 }],
    ["59237.2449", { value: 59237.2449 }],
    ["3.5", { value: 3.5 }],
    ["22（其中修订16件）", { value: 22, note: "其中修订16件" }],
    ["55件(含自然失效29件)", { value: 55, note: "含自然失效29件" }],
    ["〇", { value: 0 }],
    ["零", { value: 0 }],
  ])("reads %j", (text, figure) => {
    expect(readFigure(text)).toEqual({ kind: "number", ...figure });
  });

  test.each(["", "  ", "\u3000", "\n", "/", "／", "-", "—", "——", "－", "无", "\\"])(
    "takes %j for blank, never for zero",
    (text) => {
      expect(readFigure(text)).toEqual({ kind: "blank" });
    },
  );

  test.each([
    "1,2",
    "1,20,4",
    "约5件",
    "007",
    "00",
    "1 2",
    "0\n0",
    "一",
    "5-6",
    "12%",
    "O",
    ".5",
    "(5)",
    "1.2.3",
    "结果维持",
    "无此项",
  ])("leaves %j for a person", (text) => {
    expect(readFigure(text)).toEqual({ kind: "unread" });
  });

  test("every count reads back, with and without separators", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (count) => {
        expect(readFigure(String(count))).toEqual({ kind: "number", value: count });
        expect(readFigure(count.toLocaleString("en-US"))).toEqual({ kind: "number", value: count });
      }),
    );
  });
});
