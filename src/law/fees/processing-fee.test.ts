import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlainDate } from "../plain-date.js";
import { feeByItem, feeByPage, feeCalculation, feeMonth, piecesInMonth, processingFee } from "./processing-fee.js";

const day = (text: string) => parsePlainDate(text) ?? expect.fail(text);

describe("by piece (第四条)", () => {
  test.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [12, 200],
    [16, 600],
    [25, 1500],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
    [100, 37_000],
  ])("%i pieces in a month cost %i yuan", (pieces, yuan) => {
    expect(feeByItem(pieces)).toBe(yuan);
  });

  test("the price of one more piece is the price of its slice", () => {
    const price = (piece: number) => (piece <= 10 ? 0 : piece <= 30 ? 100 : 100 + 100 * Math.ceil((piece - 30) / 10));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (piece) => feeByItem(piece) - feeByItem(piece - 1) === price(piece)),
    );
  });
});

describe("by page (第五条)", () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [57, 270],
    [68, 380],
    [100, 700],
    [101, 720],
    [109, 880],
    [119, 1080],
    [200, 2700],
    [201, 2740],
    [1000, 34_700],
  ])("%i pages cost %i yuan", (pages, yuan) => {
    expect(feeByPage(pages)).toBe(yuan);
  });

  test("the price of one more page is the price of its slice", () => {
    const price = (page: number) => (page <= 30 ? 0 : page <= 100 ? 10 : page <= 200 ? 20 : 40);
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), (page) => feeByPage(page) - feeByPage(page - 1) === price(page)));
  });
});

const charges = fc.oneof(
  fc.record({ basis: fc.constant("item" as const), before: fc.nat(500), pieces: fc.nat(500) }),
  fc.record({ basis: fc.constant("page" as const), pages: fc.nat(3000) }),
);

test("the lines follow one another without gap, cover the quantity and add up to the fee", () => {
  fc.assert(
    fc.property(charges, (charge) => {
      const { lines, first, last, yuan } = processingFee(charge);
      let next = first;
      for (const line of lines) {
        expect(line.from).toBe(next);
        expect(line.quantity).toBe(line.to - line.from + 1);
        expect(line.yuan).toBe(line.quantity * line.yuanEach);
        next = line.to + 1;
      }
      expect(next).toBe(last + 1);
      expect(lines.reduce((sum, line) => sum + line.yuan, 0)).toBe(yuan);
    }),
  );
});

test("what is charged in parts over a month adds up to what is charged at once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }), (letters) => {
      let [before, sum] = [0, 0];
      for (const pieces of letters) {
        sum += processingFee({ basis: "item", before, pieces }).yuan;
        before += pieces;
      }
      expect(sum).toBe(feeByItem(before));
    }),
  );
});

test("more never costs less, in either tariff", () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(2000), (one, other) => {
      const [fewer, more] = one < other ? [one, other] : [other, one];
      expect(feeByItem(fewer)).toBeLessThanOrEqual(feeByItem(more));
      expect(feeByPage(fewer)).toBeLessThanOrEqual(feeByPage(more));
    }),
  );
});

describe("the calculation in the notice", () => {
  test("shows the free slice, each paid slice and the sum", () => {
    expect(feeCalculation(processingFee({ basis: "page", pages: 109 }))).toEqual([
      "本件申请提供的政府信息109页，按量计收：",
      "第1页至第30页：30页×0元/页＝0元；",
      "第31页至第100页：70页×10元/页＝700元；",
      "第101页至第109页：9页×20元/页＝180元；",
      "合计：0＋700＋180＝880元。",
    ]);
  });

  test("charges a later letter of the month only for its own pieces", () => {
    expect(feeCalculation(processingFee({ basis: "item", before: 29, pieces: 3 }))).toEqual([
      "同一申请人一个自然月内累计申请32件（本次第30件至第32件），按件计收：",
      "第30件：1件×100元/件＝100元；",
      "第31件至第32件：2件×200元/件＝400元；",
      "合计：100＋400＝500元。",
    ]);
  });

  test.each([
    [1, ["同一申请人一个自然月内累计申请1件，按件计收：", "第1件：1件×0元/件＝0元；", "合计：0元。"]],
    [0, ["同一申请人一个自然月内累计申请0件，不收费。"]],
  ])("%i pieces", (pieces, lines) => {
    expect(feeCalculation(processingFee({ basis: "item", before: 0, pieces }))).toEqual(lines);
  });
});

test("pieces are counted by calendar month, not by thirty days", () => {
  const days = ["2025-02-28", "2025-03-01", "2025-03-31", "2024-03-15"].map(day);
  expect(feeMonth(day("2025-03-31"))).toBe("2025-03");
  expect(piecesInMonth(days, day("2025-03-10"))).toBe(2);
});

test.each([-1, 1.5, Number.NaN, 2_000_000])("%s is no number of pieces", (pieces) => {
  expect(() => feeByItem(pieces)).toThrow(RangeError);
});
