import fc from "fast-check";
import { expect, test } from "vitest";
import { NATIVE_MACHINE } from "../../operations/native-machine.js";
import { portableIsUtf8 } from "./portable-utf8.js";

test("every machine takes the same bytes for UTF-8", () => {
  const text = fc.string({ unit: "binary" }).map((words) => new TextEncoder().encode(words));
  const spoilt = fc.tuple(text, fc.nat(), fc.nat(255)).map(([bytes, at, byte]) => {
    const copy = bytes.slice();
    if (copy.length > 0) copy[at % copy.length] = byte;
    return copy;
  });
  fc.assert(
    fc.property(fc.oneof(text, spoilt, fc.uint8Array()), (bytes) => {
      expect(portableIsUtf8(bytes)).toBe(NATIVE_MACHINE.isUtf8(bytes));
    }),
  );
});
