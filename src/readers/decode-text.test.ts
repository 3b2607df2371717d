import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, encodingNamed } from "./decode-text.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 政府信息公开 in GB18030 and in Big5. */
const GB18030 = Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa);
const BIG5 = Uint8Array.of(0xac, 0x46, 0xa9, 0xb2, 0xb8, 0xea, 0xb0, 0x54);

test.each([
  ["UTF-8 without a label", bytesOf("年度报告"), "", "年度报告", "utf-8"],
  ["UTF-8 labelled gb2312", bytesOf("年度报告"), "gb2312", "年度报告", "utf-8"],
  ["UTF-8 with a mark", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf("报告")), "", "报告", "utf-8"],
  ["GB18030 without a label", GB18030, "", "政府信息公开", "gb18030"],
  ["GB18030 labelled utf-8", GB18030, "utf-8", "政府信息公开", "gb18030"],
  ["Big5 that says so", BIG5, "Big5", "政府資訊", "big5"],
  ["UTF-16 with a mark", Uint8Array.of(0xff, 0xfe, 0x65, 0x67), "", "\u6765", "utf-16le"],
  ["UTF-16 without one", Uint8Array.of(0, 0x3c, 0, 0x70, 0, 0x3e), "", "<p>", "utf-16be"],
])("%s", (_, bytes, label, text, encoding) => {
  expect(decodeText(bytes, label)).toEqual({ text, encoding, damaged: false });
});

test("one bad byte or a cut at the end does not turn UTF-8 into GB18030", () => {
  const whole = bytesOf("政府信息公开工作年度报告".repeat(20));
  expect(decodeText(whole.subarray(0, whole.length - 1))).toMatchObject({ encoding: "utf-8", damaged: true });
  const broken = whole.slice();
  broken[100] = 0xff;
  expect(decodeText(broken).text).toContain("政府信息公开工作年度报告");
});

test("any text in UTF-8 is read back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.startsWith("\ufeff") && !text.includes("\0"));
      expect(decodeText(bytesOf(text)).text).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test("any bytes decode to something", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe("string");
    }),
    { numRuns: 300 },
  );
});

test("labels of one encoding compare equal", () => {
  expect([" GB2312", "gbk", "GB18030", "cp936"].map(encodingNamed)).toEqual(["gb18030", "gb18030", "gb18030", "gb18030"]);
  expect(encodingNamed("UTF8")).toBe("utf-8");
});
