import { expect, test } from "vitest";
import { marked, snippetOf } from "./snippet.js";

const shown = (parts: readonly { text: string; isHit: boolean }[]) =>
  parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

test.each([
  ["低保", "关于低保资金的通知", "关于[低保]资金的通知"],
  ["低保 通知", "关于低保资金的通知", "关于[低保]资金的[通知]"],
  ["低保资金", "濟南低保 資金", "濟南[低保 資金]"],
  ["２０２４", "鲁政发〔2024〕12号", "鲁政发〔[2024]〕12号"],
  ["资金发放", "发放低保资金", "[发放]低保[资金]"],
  ["没有", "低保", "低保"],
])("marks %s in %s", (question, text, expected) => {
  expect(shown(marked(text, question))).toBe(expected);
});

test("the parts together are the text", () => {
  const text = "关于低保资金的通知，低保资金由财政负担。";
  expect(
    marked(text, "低保 财政")
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

test("the snippet is where most of the words stand together", () => {
  const text = `${"甲".repeat(300)}低保${"乙".repeat(300)}低保资金由财政负担${"丙".repeat(300)}`;
  const { parts, isFound } = snippetOf(text, "低保 财政", 60);
  expect(isFound).toBe(true);
  expect(shown(parts)).toContain("[低保]资金由[财政]负担");
  expect(shown(parts)).toMatch(/^……乙.*丙……$/);
});

test("without a hit the beginning is shown", () => {
  expect(snippetOf("一二三四五", "没有", 3)).toEqual({
    parts: [
      { text: "一二三", isHit: false },
      { text: "……", isHit: false },
    ],
    isFound: false,
  });
});
