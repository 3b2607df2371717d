import fc from "fast-check";
import { deflateSync, zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { NATIVE_MACHINE } from "../../operations/native-machine.js";
import { PORTABLE_MACHINE } from "../machine.js";

const MEGABYTE = 1024 * 1024;

describe.each([
  ["JavaScript", PORTABLE_MACHINE],
  ["Node", NATIVE_MACHINE],
])("inflating with %s", (_, { inflateRaw }) => {
  test("gives back what was deflated", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 0, max: 9 }), (bytes, level) => {
        const packed = deflateSync(bytes, { level: level as 0 }); // any level is one
        expect(Array.from(inflateRaw(packed, bytes.length))).toEqual(Array.from(bytes));
      }),
    );
  });
  test("gives back more than is taken in at once", () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_each, at) => (at * at * 31) >>> 7);
    expect(new Uint8Array(inflateRaw(deflateSync(bytes), bytes.length))).toEqual(bytes);
  });
  test("ends at the first byte too many", () => {
    const packed = deflateSync(new Uint8Array(1000).fill(7));
    expect(() => inflateRaw(packed, 999)).toThrow();
  });
  test("ends a bomb long before it has gone off", () => {
    const packed = deflateSync(new Uint8Array(32 * MEGABYTE), { level: 1 });
    expect(() => inflateRaw(packed, MEGABYTE)).toThrow();
  });
  test("says so when something is missing at the end", () => {
    const packed = deflateSync(Uint8Array.from({ length: 5000 }, (_each, at) => (at * 7919) & 0xff));
    expect(() => inflateRaw(packed.subarray(0, packed.length - 20), 5000)).toThrow();
    expect(() => inflateRaw(new Uint8Array(0), 10)).toThrow();
  });
  test("says so when it is something else", () => {
    expect(() => inflateRaw(zlibSync(new Uint8Array(50)).fill(0xff), 50)).toThrow();
  });
  test("does not mind what follows", () => {
    const packed = deflateSync(Uint8Array.of(1, 2, 3));
    const longer = new Uint8Array(packed.length + 40_000);
    longer.set(packed);
    expect(Array.from(inflateRaw(longer, 3))).toEqual([1, 2, 3]);
  });
});
