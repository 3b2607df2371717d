import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHAIN_START, canonicalJson, chainOf, type Link, verifyChain } from "./hash-chain.js";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const chain = (records: readonly unknown[]): Link[] => {
  const links: Link[] = [];
  for (const record of records) links.push({ record, hash: chainOf(links.at(-1)?.hash ?? CHAIN_START, record, sha256) });
  return links;
};

describe("canonical JSON", () => {
  test.each([
    [{ b: 1, a: [true, null, "阳"] }, '{"a":[true,null,"阳"],"b":1}'],
    [{ a: undefined, b: { d: 2, c: -0 } }, '{"b":{"c":0,"d":2}}'],
    [[], "[]"],
    ['\u2028"', '"\u2028\\""'],
    [1e21, "1e+21"],
  ])("writes %j", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [new Date(0)], [new Map()], [[undefined]]])(
    "refuses what JSON cannot hold: %s",
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    },
  );

  test("is the same before and after JSON, and in any order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const text = canonicalJson(record);
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(JSON.parse(JSON.stringify(record)))).toBe(text);
        expect(canonicalJson(reversed)).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

const records = fc.array(fc.record({ id: fc.uuid(), on: fc.string(), text: fc.string(), count: fc.integer() }), {
  minLength: 1,
  maxLength: 12,
});

describe("a chain", () => {
  test("that nobody touched is intact", () => {
    expect(verifyChain([], sha256)).toEqual({ isIntact: true, length: 0, lastHash: CHAIN_START });
    fc.assert(
      fc.property(records, (list) => {
        const links = chain(list);
        expect(verifyChain(links, sha256)).toEqual({ isIntact: true, length: list.length, lastHash: links.at(-1)?.hash });
      }),
    );
  });

  test("names the link in which a letter was changed", () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.constantFrom("id", "on", "text", "count"), (list, at, key) => {
        const links = chain(list);
        const place = at % list.length;
        const forged = links.map((link, index) => {
          const { record } = link;
          if (index !== place || typeof record !== "object" || record === null) return link;
          return { ...link, record: { ...record, [key]: `${Object.entries(record).find(([name]) => name === key)?.[1]}x` } };
        });
        expect(verifyChain(forged, sha256)).toMatchObject({ isIntact: false, brokenAt: place });
      }),
    );
  });

  test("names the link whose hash was changed", () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.nat({ max: 63 }), (list, at, digit) => {
        const place = at % list.length;
        const forged = chain(list).map((link, index) => {
          if (index !== place) return link;
          const flipped = link.hash[digit] === "0" ? "1" : "0";
          return { ...link, hash: link.hash.slice(0, digit) + flipped + link.hash.slice(digit + 1) };
        });
        expect(verifyChain(forged, sha256)).toMatchObject({ isIntact: false, brokenAt: place });
      }),
    );
  });

  test("names the place where a link was taken out, put in or exchanged", () => {
    const links = chain([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
    const [first, second, third, fourth] = links;
    if (!first || !second || !third || !fourth) throw new Error("Four records make four links.");
    expect(verifyChain([first, third, fourth], sha256)).toMatchObject({ brokenAt: 1 });
    expect(verifyChain([first, second, second, third, fourth], sha256)).toMatchObject({ brokenAt: 2 });
    expect(verifyChain([second, first, third, fourth], sha256)).toMatchObject({ brokenAt: 0 });
    // A tail that is cut off shows only beside the last hash that was noted elsewhere.
    expect(verifyChain([first, second], sha256)).toMatchObject({ isIntact: true, length: 2, lastHash: second.hash });
  });
});
