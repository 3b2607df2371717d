import { expect, test } from "vitest";
import { z } from "zod";
import { chineseInput } from "./chinese-input.js";

test("what is missing is called so, whatever kind it is of", () => {
  const schema = z.object({ text: z.string(), isClear: z.boolean(), way: z.enum(["post", "hand"]) });
  const read = schema.safeParse({}, { error: chineseInput });
  expect(read.error?.issues.map(({ message }) => message)).toEqual(["没有填写", "没有填写", "没有填写"]);
});

test("a field that was left empty is missing too", () => {
  expect(z.string().min(1).safeParse("", { error: chineseInput }).error?.issues[0]?.message).toBe("没有填写");
});

test("what is there and wrong keeps the words that say how", () => {
  expect(z.string().max(2).safeParse("三个字", { error: chineseInput }).error?.issues[0]?.message).toContain("2");
});

test.each([
  [z.iso.date(), "2026/1/3", "应为 2026-01-31 这样的日期"],
  [z.string().max(2), "三个字", "不能超过 2 个字"],
  [z.number().max(200), 500, "不能超过 200"],
  [z.int().min(1), 0, "不能少于 1"],
  [z.string(), null, "没有填写"],
])("a common fault is told in plain words", (schema, input, message) => {
  expect(schema.safeParse(input, { error: chineseInput }).error?.issues[0]?.message).toBe(message);
});
