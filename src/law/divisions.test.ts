import { describe, expect, test } from "vitest";
import { isCounty, isDivision, leadingDivisions, unknownDivision } from "./divisions.js";

describe("divisions", () => {
  test.each(["江苏省", "威海市", "文登区", "前进区", "沭阳县", "仙桃市", "管城回族区", "文登市"])("knows %s", (name) => {
    expect(isDivision(name)).toBe(true);
  });

  test("knows a county from a city", () => {
    expect([isCounty("沭阳县"), isCounty("威海市")]).toEqual([true, false]);
  });

  test.each([
    ["威海市文登区商务局", ["威海市", "文登区"], "商务局"],
    ["江苏省宿迁市沭阳县发展和改革局", ["江苏省", "宿迁市", "沭阳县"], "发展和改革局"],
    ["市商务局", [], "市商务局"],
  ])("takes %s apart", (agency, divisions, rest) => {
    expect(leadingDivisions(agency)).toEqual({ divisions, rest });
  });

  test.each([
    ["漯河回族区商务局", "漯河回族区"],
    ["威海市文灯区商务局", "威海市文灯区"],
    ["沐阳县发展和改革局", "沐阳县"],
  ])("finds the unknown place in %s", (agency, place) => {
    expect(unknownDivision(agency)).toBe(place);
  });

  test.each([
    "威海市文登区商务局",
    "第八师石河子市水利局",
    "漯河源汇区商务局",
    "市商务局",
    "市区城市管理局",
    "大通湖区审计局",
    "县市场监督管理局",
    "苏州工业园区管理委员会",
    "宿迁经济技术开发区管理委员会",
    "天津滨海高新区管委会",
    "宁阳县旧县镇人民政府",
    "济宁市城市管理局",
    "滁州市气象局",
    "国家税务总局沭阳县税务局",
    "中埠镇人民政府",
    "",
  ])("says nothing of %s", (agency) => {
    expect(unknownDivision(agency)).toBeNull();
  });
});
