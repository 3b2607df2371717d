import { expect, test } from "vitest";
import { numberKey, queryTerms, queryWords, searchTokens, titleKey } from "./search-tokens.js";

test("pairs of ideographs, the last one of a run, and whole words and figures", () => {
  expect(searchTokens("低保资金2024年PM2.5")).toEqual(["低保", "保资", "资金", "金", "2024", "年", "pm2", "5"]);
});

test.each([
  ["traditional characters", "濟南市財政局", "济南市财政局"],
  ["widths and case", "ＰＭ２．５标准", "pm2.5标准"],
  ["a line broken in the middle", "济南\n市财政", "济南市财政"],
])("%s do not matter", (_, one, other) => {
  expect(searchTokens(one)).toEqual(searchTokens(other));
});

test("every stretch of a text is found by the tokens of that stretch", () => {
  const text = "山东省人民政府关于印发《山东省行政规范性文件管理办法》的通知（鲁政发〔2024〕12号）";
  const tokens = new Set(searchTokens(text));
  for (let from = 0; from < text.length - 2; from++) {
    for (let to = from + 2; to <= text.length; to++) {
      const part = text.slice(from, to);
      if (/\d$/.test(part) && /^\d/.test(text.slice(to))) continue; // half a figure is another figure
      if (/^\d/.test(part) && /\d$/.test(text.slice(0, from))) continue;
      expect(queryTerms(part).tokens.filter((token) => !tokens.has(token))).toEqual([]);
    }
  }
});

test("a single ideograph is the beginning of a token, and says nothing beside longer words", () => {
  expect(queryTerms("水")).toEqual({ tokens: [], prefix: "水" });
  expect(queryTerms("12号")).toEqual({ tokens: ["12"], prefix: null });
  expect(queryTerms("  ，。")).toEqual({ tokens: [], prefix: null });
});

test("words of a question stand between spaces and punctuation", () => {
  expect(queryWords("低保 资金，发放")).toEqual(["低保", "资金", "发放"]);
  expect(queryTerms("低保 资金").tokens).toEqual(["低保", "资金"]);
});

test.each([
  ["鲁政发〔2024〕12号", "鲁政发|2024|12号"],
  ["鲁政发[2024]第12号", "鲁政发|2024|12号"],
  ["鲁政发（２０２４）０１２ 号", "鲁政发|2024|12号"],
  ["鲁政发2024", null],
  ["低保资金", null],
])("number %s", (text, key) => {
  expect(numberKey(text)).toBe(key);
});

test("titles are compared without signs", () => {
  expect(titleKey("关于印发《山东省　办法》的通知")).toBe(titleKey("关于印发<山东省办法>的通知"));
});

test("a text without end gives tokens that fit into one vector", () => {
  const text = Array.from({ length: 400_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))).join("");
  const tokens = searchTokens(text);
  expect(tokens.reduce((bytes, token) => bytes + Buffer.byteLength(token), 0)).toBeLessThan(1_000_000);
});
