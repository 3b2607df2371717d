import { expect, test } from "vitest";
import { screenParts } from "./screen-parts.js";

const ID = "11010519491231002X";

test("a hit says what, where, and how it would be published", () => {
  expect(screenParts([{ part: "blocks/0", text: `申请人张三（${ID}）` }])).toEqual([
    {
      id: expect.stringMatching(/^hit-[0-9a-f]{8}-[0-9a-f]{5}$/),
      kind: "id-card",
      sureness: "sure",
      place: { in: "text", part: "blocks/0", offset: 6, length: 18 },
      excerpt: `申请人张三（${ID}）`,
      suggestion: "11*************02X",
    },
  ]);
});

test("what was cleared stays cleared when the text before it is edited, and is asked again when the number changes", () => {
  const idOf = (text: string, part = "summary") => screenParts([{ part, text }]).map(({ id }) => id);
  expect(idOf(`张三，${ID}`)).toEqual(idOf(`申请人张三，${ID}，男`));
  expect(idOf(`张三，${ID}`)).not.toEqual(idOf("张三，110105194912310038"));
  expect(idOf(`张三，${ID}`)).not.toEqual(idOf(`张三，${ID}`, "title"));
});

test("the same number twice in a part is two hits", () => {
  expect(new Set(screenParts([{ part: "summary", text: `${ID}，${ID}` }]).map(({ id }) => id)).size).toBe(2);
});
