import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridsOf, shownRows } from "../../../test/builders/shown-blocks.js";
import { isAppError } from "../../errors.js";
import { readText } from "./read-text.js";

const CORPUS = join(import.meta.dirname, "../../../test/corpus");
const readFile = (path: string) => readText(readFileSync(join(CORPUS, path)));
const readString = (text: string) => readText(new TextEncoder().encode(text));

/** The cells behind a label in the first row that has it. */
function behind(path: string, label: string): string[] {
  for (const grid of gridsOf(readFile(path))) {
    const found = grid.cells.find((cell) => cell.text.replace(/\s/g, "") === label);
    if (found) return grid.cells.filter(({ row, column }) => row === found.row && column > found.column).map(({ text }) => text);
  }
  return [];
}

describe("reports as they reach us", () => {
  test.each([
    ["seeds/000_07451c4d5fbe7ae9.txt", "(七)总计", ["0", "0", "0", "0", "0", "0", "0", ""]],
    ["seeds/001_0af6aedfa9b98a0c.txt", "行政处罚", ["0", "+3", "0"]],
    ["seeds/003_8235322760681d5c.txt", "政府集中采购", ["2", "347.92 万元", ""]],
    ["seeds/004_7060708fe6e50732.txt", "1.属于国家秘密", ["0\u00a0", "0\u00a0", "0\u00a0", "0\u00a0", "0\u00a0", "0\u00a0", "0"]],
    ["made/f0-tabbed.txt", "1.信访举报投诉类申请", ["", "30", "28", "37", "0", "35", "2", "132", ""]],
    ["made/f1-cellperline.txt", "行政事业性收费", ["1391", "-10"]],
    ["real/chongqing-panlong_town-2024.part.md", "行政规范性文件", ["0", "0", "2"]],
    ["real/guangdong-guanzhou_street-2023.part.md", "行政处罚", ["1472"]],
    ["real/hubei-baokang_agri-2021.part.md", "行政许可", []],
    ["real/hunan-nanhu_bureau-2019.part.md", "一、本年新收政府信息公开申请数量", ["3", "3"]],
    ["real/jiangsu-suqian_gov-2024.md", "（七）总计", ["", "3440", "73", "0", "1", "5", "2", "3521"]],
    ["real/nanjing-qixia_transport-2022.part.md", "(一)予以公開", ["4", "0", "0", "0", "0", "0", "4"]],
    ["real/sichuan-derong_health-2019.part.md", "其他对外管理服务事项", ["0", "", "0"]],
    ["real/sichuan-mianzhu_agri-2021.part.md", "行政许可", ["2416"]],
    ["real/shandong-liangcheng_town-2020.part.md", "信息内容", ["本年新", "本年新", "对外公开总数量"]],
    ["real/shaanxi-xizhen_town-2022.part.md", "行政强制", []],
    ["real/shanghai-science_commission-2024.txt", "行政许可", ["97"]],
    ["real/shanghai-science_commission-2024.txt", "3.其他", ["4", "0", "0", "0", "0", "0", "4"]],
  ])("%s: %s", (path, label, cells) => {
    expect(behind(path, label)).toEqual(cells);
  });

  test("GB18030 reads as the same text in UTF-8 does", () => {
    const chinese = readFile("made/f1-cellperline-gb18030.txt");
    expect(chinese.encoding).toBe("gb18030");
    expect(chinese.blocks).toEqual(readFile("made/f1-cellperline.txt").blocks);
  });

  test.each([
    ["seeds/000_07451c4d5fbe7ae9.txt", "发布相关工作动态"],
    ["seeds/000_07451c4d5fbe7ae9.txt", "这一主要平台增加互动"],
    ["seeds/003_8235322760681d5c.txt", "确保网络平台信息"],
    ["seeds/003_8235322760681d5c.txt", "积极采取有效措施"],
    ["real/shanghai-science_commission-2024.txt", "其中原创文章 294篇"],
    ["real/shanghai-science_commission-2024.txt", "《上海市政府信息公开规定》的要求"],
  ])("%s: a sentence cut by a line or a page is whole again: %s", (path, words) => {
    expect(readFile(path).blocks.some((block) => block.kind === "paragraph" && block.text.includes(words))).toBe(true);
  });

  test("the number of a page that fell into a table stands beside it", () => {
    const { blocks } = readFile("made/f2-tabbed.txt");
    expect(blocks.filter((block) => block.kind === "paragraph").map((block) => block.text)).toContain("1029");
    expect(blocks.filter((block) => block.kind === "grid")).toHaveLength(3);
  });

  test.each([
    ["seeds/002_a71b5b179beff9c8.txt", [false, true, false]],
    ["real/jiangsu-suqian_gov-2024.md", [false, false, false]],
    ["seeds/004_7060708fe6e50732.txt", [true, true, true]],
  ])("%s: columns are claimed only where they are proved", (path, ragged) => {
    expect(gridsOf(readFile(path)).map((grid) => grid.ragged)).toEqual(ragged);
  });

  test("a report that lost its empty cells says so", () => {
    expect(gridsOf(readFile("real/hunan-nanhu_bureau-2019.part.md")).map((grid) => grid.blanksDropped)).toEqual([
      undefined,
      true,
    ]);
    expect(gridsOf(readFile("real/shaanxi-fenghuang_town-2021.part.md")).map((grid) => grid.blanksDropped)).toEqual([
      undefined,
      true,
    ]);
  });
});

const PIECES = [
  "一、",
  "甲",
  "（一）",
  "0",
  "12",
  "\t",
  "\n",
  "\n",
  "|",
  " ",
  "  ",
  "---",
  "。",
  "，",
  "\f",
  "\r",
  "/",
  "\u0007",
  "\u3000",
  "总计",
  "- 3 -",
  "#",
];
const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(""));

describe("whatever the bytes", () => {
  test("a text gives a document or a coded error", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          anyText.map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          try {
            readText(bytes);
          } catch (error) {
            expect(isAppError(error)).toBe(true);
          }
        },
      ),
    );
  });

  test("nothing but white space, marks and drawing is lost or made up", () => {
    const signs = (text: string) => [...text.replace(/[\s|\u0007#\-—]/g, "")].sort().join("");
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== "");
        const { blocks } = readString(`甲\n${text}`);
        const texts = blocks.flatMap((block) =>
          block.kind === "grid" ? block.cells.map((cell) => cell.text) : block.kind === "paragraph" ? [block.text] : [],
        );
        expect(signs(texts.join(""))).toBe(signs(`甲${text}`));
      }),
    );
  });

  test("every cell stands inside its grid, once, on a line of the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = `甲\n${text}`;
        for (const grid of gridsOf(readString(whole))) {
          const places = grid.cells.map(({ row, column }) => `${row}:${column}`);
          expect(new Set(places).size).toBe(places.length);
          for (const { row, column, columnSpan, place } of grid.cells) {
            expect(row).toBeLessThan(grid.rows);
            expect(column + columnSpan).toBeLessThanOrEqual(grid.columns);
            expect(place).toMatchObject({ kind: "line" });
            if (place.kind === "line") expect(place.line).toBeLessThanOrEqual(whole.split(/\r\n?|\n/).length);
          }
          expect(shownRows(grid)).toHaveLength(grid.rows);
        }
      }),
    );
  });
});

describe("hostile files", () => {
  test.each([
    ["dashes", "-", 1_000_000],
    ["spaces between two words", `甲${" ".repeat(100_000)}乙\n`, 10],
    ["form feeds", "甲\f", 20_000],
    ["lines of one character", "甲\n", 20_000],
    ["numbers of pages", "12\n", 20_000],
    ["numbered lines", "一、甲\n", 20_000],
    ["short lines with figures", "甲 1\n", 20_000],
    ["columns set by spaces", "甲   1\n", 20_000],
    ["bold signs", "**a", 300_000],
    ["brackets", "（", 500_000],
  ])("%s are text like any other", (_, text, times) => {
    expect(readString(`甲乙丙\n${text.repeat(times)}`).kind).toBe("text");
  });

  test.each([
    ["rows of tabs", "甲\t1\n", 10_000],
    ["rows of pipes cut by rulers", "| 0 |\n|---|\n", 20_000],
    ["rows of pipes", "| 甲 | 1 |\n", 10_000],
    ["cells on lines of their own", "甲 |\n", 20_000],
    ["a row of tabs without end", `甲${"\t0".repeat(1000)}\n`, 3],
    ["lines without end", "甲，\n", 500_000],
  ])("%s are refused", (_, text, times) => {
    expect(() => readString(text.repeat(times))).toThrow(expect.objectContaining({ code: "FILE_TOO_COMPLEX" }));
  });

  test("a line of a hundred thousand dashes is one paragraph", () => {
    expect(readFile("refuse/dashes.txt").blocks).toHaveLength(1);
  });
});
