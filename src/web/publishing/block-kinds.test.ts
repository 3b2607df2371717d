import { expect, test } from "vitest";
import type { ItemBlock } from "../../register/publishing/item-block.js";
import { blockKind, inKind } from "./block-kinds.js";

const TABLE: ItemBlock = { kind: "table", rows: [[{ text: "姓名" }, { text: "金额" }]] };

test("a piece keeps its words when it becomes another kind", () => {
  const list = inKind({ kind: "paragraph", text: "身份证" }, "numbers");
  expect(list).toEqual({ kind: "list", isNumbered: true, entries: ["身份证"] });
  expect(inKind(list, "heading-2")).toEqual({ kind: "heading", level: 2, text: "身份证" });
  expect(inKind(TABLE, "bullets")).toEqual({ kind: "list", isNumbered: false, entries: ["姓名", "金额"] });
});

test("a piece is called what it was made", () => {
  const paragraph: ItemBlock = { kind: "paragraph", text: "沭阳县民政局" };
  for (const kind of ["paragraph", "heading-1", "heading-3", "center", "right", "bullets", "numbers", "table"] as const) {
    expect(blockKind(inKind(paragraph, kind))).toBe(kind);
  }
});
