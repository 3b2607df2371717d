import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32, crc32ByTable } from "./crc32.js";

test("the checksum of the nine digits is the published one", () => {
  expect(crc32ByTable(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("both ways give the same checksum", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(crc32ByTable(bytes)).toBe(crc32(bytes));
    }),
  );
});
