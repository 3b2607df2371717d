import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn } from "../../test/builders/case-file.js";
import { addDays } from "../law/calendar/day-arithmetic.js";
import { faultOfDocument, madeIn, repealedIn, standingDocuments, stockOn } from "./normative-documents.js";
import type { NormativeDocument } from "./published-figure.js";

const START = dayIn("2018-01-01");

const documentOf = (
  sequence: number,
  documentId: string,
  madeOn: string,
  repealedOn: string | null = null,
): NormativeDocument => ({
  id: `n${sequence}`,
  sequence,
  recordedAt: `2025-01-${String(sequence).padStart(2, "0")}T00:00:00.000Z`,
  recordedBy: "u1",
  documentId,
  agencyId: "a1",
  kind: "normative_docs",
  title: `文件${documentId}`,
  number: `某政发〔2018〕${documentId}号`,
  madeOn: dayIn(madeOn),
  publishedOn: null,
  repealedOn: repealedOn === null ? null : dayIn(repealedOn),
});

test("of several records of a document the last by an instant counts", () => {
  const records = [
    documentOf(3, "1", "2020-05-01", "2024-12-31"),
    documentOf(1, "1", "2020-05-01"),
    documentOf(2, "2", "2021-01-01"),
  ];
  expect(standingDocuments(records).map(({ id }) => id)).toEqual(["n3", "n2"]);
  expect(standingDocuments(records, "2025-01-02T12:00:00.000Z").map(({ id }) => id)).toEqual(["n1", "n2"]);
  expect(standingDocuments(records, "2024-01-01T00:00:00.000Z")).toEqual([]);
});

test("a document repealed on the last day of a year is no longer in force on it", () => {
  const documents = [documentOf(1, "1", "2020-05-01", "2024-12-31")];
  expect(stockOn(documents, dayIn("2024-12-30"))).toHaveLength(1);
  expect(stockOn(documents, dayIn("2024-12-31"))).toHaveLength(0);
  expect(stockOn(documents, dayIn("2020-04-30"))).toHaveLength(0);
  expect(madeIn(documents, 2020)).toHaveLength(1);
  expect(repealedIn(documents, 2024)).toHaveLength(1);
  expect(repealedIn(documents, 2023)).toHaveLength(0);
});

test("stock and flow agree: in force at the end = in force a year before + made − repealed", () => {
  const lives = fc.array(
    fc.record({ made: fc.nat({ max: 3000 }), lasted: fc.option(fc.nat({ max: 2000 })) }).map(({ made, lasted }) => {
      const madeOn = addDays(START, made);
      return { madeOn, repealedOn: lasted === null ? null : addDays(madeOn, lasted) };
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(lives, fc.integer({ min: 2018, max: 2032 }), (documents, year) => {
      const atEnd = stockOn(documents, dayIn(`${year}-12-31`)).length;
      const before = stockOn(documents, dayIn(`${year - 1}-12-31`)).length;
      expect(atEnd).toBe(before + madeIn(documents, year).length - repealedIn(documents, year).length);
    }),
  );
});

test.each([
  ["2020-05-01", null, "2020-04-30", "废止或者失效的日期早于制发日期。"],
  ["2020-05-01", "2020-04-30", null, "公开的日期早于制发日期。"],
  ["2020-05-01", "2020-05-01", "2020-05-01", null],
  ["2020-05-01", null, null, null],
])("a document made %s, published %s, repealed %s", (madeOn, publishedOn, repealedOn, fault) => {
  const day = (text: string | null) => (text === null ? null : dayIn(text));
  expect(faultOfDocument({ madeOn: dayIn(madeOn), publishedOn: day(publishedOn), repealedOn: day(repealedOn) })).toBe(fault);
});
