import { describe, expect, test } from "vitest";
import { blocksOfText } from "./pasted-blocks.js";

describe("blocksOfText", () => {
  test("makes a line a paragraph and drops empty ones", () => {
    expect(blocksOfText("各乡镇人民政府：\r\n\r\n　　现通知如下。\n")).toEqual([
      { kind: "paragraph", text: "各乡镇人民政府：" },
      { kind: "paragraph", text: "现通知如下。" },
    ]);
  });
  test.each([
    ["一、总体要求", 1],
    ["第一章 总则", 1],
    ["（二）工作目标", 2],
  ])("takes %s for a heading of level %i", (text, level) => {
    expect(blocksOfText(text)).toEqual([{ kind: "heading", level, text }]);
  });
  test.each(["一、各单位要高度重视，落实责任。", "（一）申请人应当提交下列材料：", "第一批名单公布如下"])(
    "leaves the sentence %s a paragraph",
    (text) => {
      expect(blocksOfText(text)).toEqual([{ kind: "paragraph", text }]);
    },
  );
  test("makes lines with tabs one table, as spreadsheets put them on the clipboard", () => {
    expect(blocksOfText("名单\n姓名\t金额\n王某\t2000\n以上公示七日。")).toEqual([
      { kind: "paragraph", text: "名单" },
      {
        kind: "table",
        rows: [
          [{ text: "姓名" }, { text: "金额" }],
          [{ text: "王某" }, { text: "2000" }],
        ],
      },
      { kind: "paragraph", text: "以上公示七日。" },
    ]);
  });
  test("takes no more than an item may hold", () => {
    expect(blocksOfText("一\n".repeat(6000))).toHaveLength(5000);
  });
});
