import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_MASKS, masked, maskedAddress } from "./mask.js";
import { findPersonalData, maskPersonalData } from "./personal-data.js";

const told = (text: string) => findPersonalData(text).map(({ kind, sureness, text: found }) => `${kind} ${sureness} ${found}`);

describe("finds", () => {
  test.each([
    ["电话13812345678。", ["mobile sure 13812345678"]],
    ["电话：138-1234-5678", ["mobile sure 138-1234-5678"]],
    ["１３８１２３４５６７８", ["mobile sure １３８１２３４５６７８"]],
    ["8613812345678", ["mobile sure 8613812345678"]],
    ["身份证号11010519491231002X，", ["id-card sure 11010519491231002X"]],
    ["身份证号11010519491231002x", ["id-card sure 11010519491231002x"]],
    ["110105 19491231 002X", ["id-card sure 110105 19491231 002X"]],
    ["110105194912310021", ["id-card likely 110105194912310021"]],
    ["130503670401001", ["id-card likely 130503670401001"]],
    ["卡号6222021234567890128", ["bank-card sure 6222021234567890128"]],
    ["6222 0212 3456 7890 128", ["bank-card sure 6222 0212 3456 7890 128"]],
    ["4111111111111111", ["bank-card likely 4111111111111111"]],
    ["联系电话：0527-83552345", ["landline likely 0527-83552345"]],
    ["电话02583552345", ["landline likely 02583552345"]],
    ["邮箱zhang.san@example.com，", ["email likely zhang.san@example.com"]],
    ["13812345678@example.com", ["email likely 13812345678@example.com"]],
    ["沭阳县13812345678贤官镇三组", ["mobile sure 13812345678"]],
    ["住江苏省宿迁市宿城区幸福街道黄河小区3幢502室。", ["address likely 住江苏省宿迁市宿城区幸福街道黄河小区3幢502室"]],
    ["张三，现住沭阳县贤官镇王庄村三组，", ["address likely 沭阳县贤官镇王庄村三组"]],
    ["2024-05-01 13812345678转11010519491231002X", ["mobile sure 13812345678", "id-card sure 11010519491231002X"]],
  ])("%s", (text, found) => {
    expect(told(text)).toEqual(found);
  });
});

test.each([
  "138****1234",
  "35*************123",
  "国办函〔2020〕109号",
  "沭政办发〔2024〕5号",
  "沭阳县人民政府令第5号",
  "2024年1月1日至2024-12-31",
  "金额 13812345678900 元",
  "编号113708120043392550",
  "统一社会信用代码91350211M0000XUF46",
  "110105194902310022",
  "6222021234567890127",
  "02583552345",
  "申请人共12345678901人",
  "三组数据",
  "",
])("finds nothing in %s", (text) => {
  expect(told(text)).toEqual([]);
});

test.each([
  ["mobile", "13812341234", "138****1234"],
  ["mobile", "138-1234-1234", "138****1234"],
  ["id-card", "35040219900101123X", "35*************23X"],
  ["bank-card", "6222021234567890128", "***************0128"],
  ["landline", "0527-83552345", "********2345"],
  ["email", "zhangsan@example.com", "z*******@example.com"],
  ["email", "z@example.com", "*@example.com"],
  ["mobile", "1234", "****"],
  ["address", "江苏省宿迁市宿城区幸福街道黄河小区3幢502室", "江苏省宿迁市宿城区幸福街道****"],
] as const)("%s %s is published as %s", (kind, text, shown) => {
  expect(masked(kind, text)).toBe(shown);
});

test("a place may hide more or less by its own masks", () => {
  expect(masked("mobile", "13812341234", { ...DEFAULT_MASKS, mobile: { label: "手机号码", head: 0, tail: 2 } })).toBe(
    "*********34",
  );
});

test.each([
  ["沭阳县贤官镇王庄村三组", "沭阳县贤官镇****"],
  ["松木塘乡政府路5号", "松木塘乡****"],
  ["镇江市京口区正东路141号", "镇江市京口区****"],
  ["新乡市红旗区平原路12号", "新乡市红旗区****"],
  ["中山路12号", "****"],
  ["宿城区幸福街道", "宿城区幸福街道"],
  ["北京市朝阳区", "北京市朝阳区"],
])("the address %s is cut to %s", (address, shown) => {
  expect(maskedAddress(address)).toBe(shown);
});

test("a text is hidden where something was found, and only there", () => {
  expect(maskPersonalData("张三（11010519491231002X）电话138 1234 5678，住沭阳县贤官镇王庄村三组。")).toBe(
    "张三（11*************02X）电话138****5678，住沭阳县贤官镇****。",
  );
});

test("whatever the text, nothing overlaps, and a number that was hidden is not found again", () => {
  const piece = fc.constantFrom(
    "13812345678",
    "11010519491231002X",
    "6222021234567890128",
    "0527-83552345",
    "，",
    "电话",
    " ",
    "-",
    "2024",
    "沭阳县贤官镇三组",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      const found = findPersonalData(text);
      found.forEach((datum, index) => {
        expect(datum.start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        expect(text.slice(datum.start, datum.end)).toBe(datum.text);
      });
      const sure = findPersonalData(maskPersonalData(text)).filter(({ kind }) => kind === "id-card" || kind === "mobile");
      expect(sure).toEqual([]);
    }),
  );
});
