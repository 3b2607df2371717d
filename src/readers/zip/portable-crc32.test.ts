import fc from "fast-check";
import { expect, test } from "vitest";
import { NATIVE_MACHINE } from "../../operations/native-machine.js";
import { portableCrc32 } from "./portable-crc32.js";

test("the checksum of the nine digits is the published one", () => {
  expect(portableCrc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("every machine gives the same checksum", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(portableCrc32(bytes)).toBe(NATIVE_MACHINE.crc32(bytes));
    }),
  );
});
