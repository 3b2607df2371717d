import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNumeral, figuresOf } from "./figures.js";

const brief = (text: string) => figuresOf(text).map(({ value, unit, isExact }) => [value, unit, isExact]);

describe("figuresOf", () => {
  test.each([
    ["收到申请1,204件", [[1204, "件", true]]],
    ["收到申请１２０４件", [[1204, "件", true]]],
    ["收到申请１，２０４件", [[1204, "件", true]]],
    ["发布信息14万余条", [[140000, "条", false]]],
    ["点击量3.5万次", [[35000, "次", false]]],
    [
      "受理申请三件，办结两件",
      [
        [3, "件", true],
        [2, "件", true],
      ],
    ],
    ["收到申请二十一件", [[21, "件", true]]],
    ["占总数的33.9％", [[33.9, "%", true]]],
    ["同比增长1.05%", [[1.05, "%", true]]],
    ["收费347.92 万元", [[347.92, "万元", true]]],
    [
      "公开信息 44 条，其中约20条",
      [
        [44, "条", true],
        [20, "条", false],
      ],
    ],
    ["推送信息30多条", [[30, "条", false]]],
    [
      "分别为2、7、35",
      [
        [2, "", true],
        [7, "", true],
        [35, "", true],
      ],
    ],
  ])("reads %j", (text, figures) => {
    expect(brief(text)).toEqual(figures);
  });

  test.each([
    "2020年1月1日至12月31日",
    "第五十条、第20条",
    "国办公开办函〔2019〕60号",
    "国务院令第711号",
    "电话：0631-8451070",
    "http://www.a123.gov.cn/x1/2.html",
    "保护第三方权益",
    "一次性告知",
    "一件事一次办",
    "危及三安全一稳定",
    "每一件申请",
    "一、总体情况",
    "十三届四次全会",
    "2021-01-27",
    "9:30",
    "A4纸",
    "5G",
  ])("finds no figure in %j", (text) => {
    expect(brief(text)).toEqual([]);
  });

  test("keeps offsets and the words around", () => {
    const text = "2020年，我局收到政府信息公开申请 ２０件，其中20件网络申请。";
    const [first, second] = figuresOf(text);
    expect(first && text.slice(first.start, first.end)).toBe("２０件");
    expect(first).toMatchObject({ before: "我局收到政府信息公开申请", after: "" });
    expect(second).toMatchObject({ before: "其中", after: "网络申请" });
  });
});

describe("chineseNumeral", () => {
  test.each([
    ["三", 3],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["一百零五", 105],
    ["两", 2],
    ["一百二十三", 123],
    ["一二", null],
    ["〇", 0],
  ])("reads %j", (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });
});

describe("every way to write a number", () => {
  const full = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

  test("gives the number back, at the place where it stands", () => {
    fc.assert(
      fc.property(
        fc.nat(9_999_999),
        fc.constantFrom("件", "条", "人次", "万元", "%"),
        fc.boolean(),
        fc.boolean(),
        (value, unit, isGrouped, isFull) => {
          const plain = isGrouped ? value.toLocaleString("en-US") : String(value);
          const printed = isFull ? full(plain) : plain;
          const text = `共${printed}${unit}。`;
          const [figure, ...others] = figuresOf(text);
          expect(others).toEqual([]);
          expect(figure).toMatchObject({ value, unit, isExact: true, before: "共", after: "" });
          expect(figure && text.slice(figure.start, figure.end)).toBe(printed + unit);
        },
      ),
    );
  });

  test("reads any text without failing, in order and without overlap", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("1", "2", ",", "，", "万", "余", "件", "一", "十", "第", "年", " ", "占", "％", "。"),
        }),
        (text) => {
          const figures = figuresOf(text);
          for (const [index, { start, end, value }] of figures.entries()) {
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(figures[index - 1]?.end ?? 0);
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });
});
