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
