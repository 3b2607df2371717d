import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskPersonalData } from "./personal-data.js";
import { screenText } from "./screen-text.js";

const told = (text: string) => screenText(text).map(({ kind, text: found }) => `${kind} ${found}`);

describe("numbers that are hidden from a program and not from a reader", () => {
  test.each([
    ["zero-width characters", "138\u200b1234\u200d5678"],
    ["a soft hyphen", "13812\u00ad345678"],
    ["digits alone", "1 3 8 1 2 3 4 5 6 7 8"],
    ["mathematical digits", "\u{1d7cf}\u{1d7d1}\u{1d7d6}12345678"],
    ["Chinese digits", "一三八一二三四五六七八"],
    ["幺 for one", "幺三八幺二三四五六七八"],
    ["letters before", "tel13812345678"],
    ["full width and a dash", "１３８－１２３４－５６７８"],
  ])("a mobile number with %s", (_, text) => {
    expect(screenText(`电话${text}。`).map(({ kind, text: found }) => [kind, found])).toEqual([
      ["mobile", text.replace("tel", "")],
    ]);
    expect(maskPersonalData(`电话${text}。`)).toContain("138****5678");
  });

  test.each([
    ["two blanks", "110105  19491231  002X"],
    ["dots", "110105.19491231.002X"],
    ["a Cyrillic letter", "11010519491231002Х"],
    ["the end of a line", "1101051949\n1231002X"],
    ["a zero-width blank", "110105\u200b19491231002x"],
  ])("an identity number with %s", (_, text) => {
    expect(told(`身份证${text}，`)).toEqual([`id-card ${text}`]);
    expect(screenText(`身份证${text}，`)[0]?.suggestion).toBe(`11*************02${text.endsWith("x") ? "x" : "X"}`);
  });

  test("rows of figures are no numbers", () => {
    expect(told("1 3 8 0 0 0 0 0 0 0 0 0 0 0 0")).toEqual([]);
    expect(told("138\n12345678")).toEqual([]);
    expect(told("4111\n1111\n1111\n1111")).toEqual([]);
  });
});

describe("other papers", () => {
  test.each([
    ["护照号码E12345678", ["passport E12345678"]],
    ["护照号：EA1234567，", ["passport EA1234567"]],
    ["港澳居民来往内地通行证H12345678", ["passport H12345678"]],
    ["型号E12345678", []],
    ["车牌号苏N·12A45", ["plate 苏N·12A45"]],
    ["苏AD12345", ["plate 苏AD12345"]],
    ["苏政办发", []],
    ["个体工商户92320100MA1XYZ1234", []],
    ["个体工商户92320100MA1XY01234", ["credit-code 92320100MA1XY01234"]],
    ["统一社会信用代码11320000014000148Y", []],
  ])("%s", (text, found) => {
    expect(told(text)).toEqual(found);
  });

  test("the shapes of passports are a setting", () => {
    expect(screenText("护照X123456", { passports: ["X000000"] }).map(({ kind }) => kind)).toEqual(["passport"]);
    expect(screenText("护照E12345678", { passports: ["X000000"] })).toEqual([]);
  });
});

describe("what belongs to an office is told apart", () => {
  test.each([
    ["主办：沭阳县人民政府办公室 联系电话：0527-83552345 邮编：223600", ["office-contact 0527-83552345"]],
    ["如有疑问，请与县政府办公室联系（电话：83552345）。", ["office-contact 83552345"]],
    ["申请人张三，电话：83552345", ["landline 83552345"]],
    ["投诉热线12345", []],
    ["邮箱xxgk@shuyang.gov.cn", ["office-contact xxgk@shuyang.gov.cn"]],
    ["邮箱zhangsan@qq.com", ["email zhangsan@qq.com"]],
    ["办公地址：沭阳县沭城街道人民路1号楼，传真见下", ["office-contact 沭阳县沭城街道人民路1号楼"]],
  ])("%s", (text, found) => {
    expect(told(text)).toEqual(found);
  });
});

test.each([
  ["家住黄河小区3幢2单元502室。", "黄河小区3幢2单元502室"],
  ["（中山路12号203室）", "中山路12号203室"],
])("a flat is an address: %s", (text, address) => {
  expect(told(text)).toEqual([`address ${address}`]);
});

test.each([
  "000014349/2017-00110",
  "11370812004339255B/2020-22849",
  "金额1381234.56元，编号2024-0012-3456",
  "国办函〔2020〕109号",
  "GB/T 9704-2012",
  "2024年12月31日",
  "https://www.shuyang.gov.cn/shuyang/bmxxgk/202401/13812345678901.html",
])("nothing is found in %s", (text) => {
  expect(told(text)).toEqual([]);
});

/** A valid identity number for any division, birthday and order. */
const identity = fc
  .tuple(
    fc.constantFrom("110105", "320102", "440301", "653101"),
    fc.date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, born, order]) => {
    const front = `${division}${born.toISOString().slice(0, 10).replaceAll("-", "")}${String(order).padStart(3, "0")}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, at) => total + weight * Number(front[at]), 0);
    return front + "10X98765432".charAt(sum % 11);
  });
const around = fc.array(
  fc.constantFrom("张三", "，", "（", "）", "。", "电话：", "身份证号", " ", "的", "2024年", "共3人", "\n", "A"),
  {
    maxLength: 8,
  },
);

test("an identity number is found and hidden wherever it stands, however it is written", () => {
  const style = fc.constantFrom("", "\u200b", "-", " ", "\u00ad", "　");
  fc.assert(
    fc.property(around, identity, style, around, (before, number, gap, after) => {
      const written = number.slice(0, 6) + gap + number.slice(6, 14) + gap + number.slice(14);
      const text = `${before.join("").replace(/[A-Za-z0-9\s]+$/, "")}${written}${after.join("").replace(/^[A-Za-z0-9\s]+/, "")}`;
      const hidden = maskPersonalData(text);
      expect(hidden.normalize("NFKC").replace(/[^0-9X]/g, "")).not.toContain(number);
      expect(screenText(text).some(({ kind }) => kind === "id-card")).toBe(true);
      expect(screenText(hidden).filter(({ kind }) => kind === "id-card")).toEqual([]);
    }),
  );
});
