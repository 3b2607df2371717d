import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, recognisable } from "./normalise.js";

describe("recognisable", () => {
  test.each([
    ["政府信息公开", "政府信息公开"],
    ["　　一、 总体\u00a0情况\u200b", "一、总体情况"],
    ["２０２１年（一）", "2021年(一)"],
    ["⼀、⾏政许可", "一、行政许可"],
    ["⺠政局⻅⻓⻋", "民政局见长车"],
    ["數(shù)據(jù)的勾稽關(guān)系", "数据的勾稽关系"],
    ["他們(men)", "他们"],
    ["行政復議、行政訴訟", "行政复议、行政诉讼"],
    ["著作(zuopin)", "著作(zuopin)"],
    ["“三安全一稳定”—", "“三安全一稳定”—"],
    ["总\n计", "总计"],
    ["e\u0301", "é"],
    ["", ""],
  ])("reads %j as %j", (text, read) => {
    expect(recognisable(text)).toBe(read);
  });

  test("every radical of the supplement but ⺀ becomes an ideograph", () => {
    for (let code = 0x2e81; code <= 0x2ef3; code++) {
      if (code === 0x2e9a) continue;
      expect(recognisable(String.fromCharCode(code))).toMatch(/^\p{Unified_Ideograph}$/u);
    }
  });

  test("is stable: reading twice changes nothing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => recognisable(recognisable(text)) === recognisable(text)));
  });
});

describe("plain", () => {
  test.each([
    ["商业 \n 企业", "商业 企业"],
    ["１２　件 ", "12 件"],
    ["总计", "总计"],
  ])("reads %j as %j", (text, read) => {
    expect(plain(text)).toBe(read);
  });
});
