import { describe, expect, test } from "vitest";
import { AppError } from "../../errors.js";
import { LIMITS } from "../limits.js";
import { textOfBytes } from "./text-of-bytes.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))].forEach((unit, at) => {
    view.setUint16(2 * at, unit, littleEndian);
  });
  return bytes;
}

const codeOf = (bytes: Uint8Array): string => {
  try {
    textOfBytes(bytes);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "read";
};

describe("textOfBytes", () => {
  test.each([
    ["utf-8", utf8("总体情况")],
    ["utf-8", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8("总体情况"))],
    ["utf-16le", utf16("总体情况", true)],
    ["utf-16be", utf16("总体情况", false)],
    ["gb18030", Uint8Array.of(0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6)],
  ])("decodes %s", (encoding, bytes) => {
    expect(textOfBytes(bytes)).toMatchObject({ text: "总体情况", encoding });
  });

  test("refuses a file of control characters", () => {
    expect(codeOf(Uint8Array.from({ length: 5000 }, (_, at) => at % 32))).toBe("FILE_KIND_UNKNOWN");
  });

  test("refuses garbage behind a readable beginning", () => {
    const bytes = new Uint8Array(200_000).fill(1);
    bytes.set(utf8("总体情况\n".repeat(6000)));
    expect(codeOf(bytes)).toBe("FILE_KIND_UNKNOWN");
  });

  test("keeps the few control characters a converter leaves behind", () => {
    expect(codeOf(utf8(`一、总体情况\u0001${"我局认真贯彻落实条例。".repeat(9)}`))).toBe("read");
  });

  test("refuses a file above the limit without looking at it", () => {
    expect(codeOf(new Uint8Array(LIMITS.textMegabytes * 1024 * 1024 + 1))).toBe("FILE_TOO_LARGE");
  });

  test.each([[""], [" \n\u3000\n"]])("says that %j is empty", (text) => {
    expect(codeOf(utf8(text))).toBe("FILE_EMPTY");
  });
});
