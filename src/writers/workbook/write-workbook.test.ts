import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readXlsx } from "../../readers/xlsx/read-xlsx.js";
import { writeWorkbook } from "./write-workbook.js";

const sheet = {
  name: "问题 & 清单",
  widths: [10, 10, 10],
  rows: [
    ["文件", "数", "说明"],
    ["甲.docx", 12.5, '<b>“引号”"&\u0000'],
    ["乙.docx", null, "第一行\n第二行"],
  ],
};

test("what is written is read back by our own reader", () => {
  const { blocks } = readXlsx(writeWorkbook([sheet]));
  const texts = blocks.flatMap((block) => (block.kind === "grid" ? block.cells.map(({ text }) => text) : []));
  expect(texts.filter((text) => text !== "")).toEqual([
    "文件",
    "数",
    "说明",
    "甲.docx",
    "12.5",
    '<b>“引号”"&',
    "乙.docx",
    "第一行\n第二行",
  ]);
});

test("the head row is frozen and filterable, text is text and a number a number", () => {
  const xml = strFromU8(unzipSync(writeWorkbook([sheet]))["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(xml).toContain('state="frozen"');
  expect(xml).toContain('<autoFilter ref="A1:C3"/>');
  expect(xml).toContain('<c r="B2" s="0"><v>12.5</v></c>');
  expect(xml).not.toContain("<f>");
});
