import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readXlsx } from "../../readers/xlsx/read-xlsx.js";
import { listWorkbook } from "./list-workbook.js";

interface Row {
  readonly title: string;
  readonly on: string | null;
  readonly at: string;
}

const written = (rows: readonly Row[]): Uint8Array =>
  listWorkbook<Row>({
    ...{ name: "清单", title: "清单", creator: "李经办", rows },
    columns: [
      { head: "标题", width: 30, of: ({ title }) => title },
      { head: "日期", width: 12, kind: "day", of: ({ on }) => on },
      { head: "时间", width: 18, kind: "instant", of: ({ at }) => at },
    ],
  });

const sheetOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());

test("days and instants are dates, an instant as clocks in China show it", () => {
  const bytes = written([{ title: "一", on: "2025-03-03", at: "2025-03-03T23:30:00.000Z" }]);
  expect(sheetOf(bytes)).toMatch(/<c r="B2" s="\d+"><v>45719<\/v><\/c><c r="C2" s="\d+"><v>45720\.3125<\/v><\/c>/);
  const read = JSON.stringify(readXlsx(bytes).blocks);
  expect(read).toContain("2025年3月3日");
});

test("what is no day stays what was written, and nothing is an empty cell", () => {
  const bytes = written([{ title: "一", on: "长期", at: "" }]);
  expect(JSON.stringify(readXlsx(bytes).blocks)).toContain("长期");
  expect(sheetOf(written([{ title: "一", on: null, at: "" }]))).not.toContain('r="B2"');
});

test.each(['=HYPERLINK("http://evil.example")', "+1", "-1", "@SUM(A1)", "\tx", "＝1"])("%j is text and no formula", (title) => {
  const xml = sheetOf(written([{ title, on: null, at: "" }]));
  expect(xml).not.toContain("<f");
  expect(xml).toMatch(/<c r="A2" s="\d+" t="inlineStr">/);
});
