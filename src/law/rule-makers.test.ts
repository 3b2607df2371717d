import { expect, test } from "vitest";
import { mayMakeRules } from "./rule-makers.js";

test.each([
  ["江苏省人民政府", true],
  ["宿迁市人民政府", true],
  ["上海市人民政府办公厅", true],
  ["恩施土家族苗族自治州人民政府", true],
  ["国家卫生健康委员会", true],
  ["广西壮族自治区人民政府", true],
  ["淮安市洪泽区人民政府", false],
  ["沭阳县人民政府", false],
  ["张家港市人民政府", false],
  ["松木塘镇人民政府", false],
  ["官洲街道办事处", false],
  ["沭阳县发展和改革局", false],
  ["前进区商务和经济合作局", false],
  ["江苏省公安厅", false],
  ["某某集团", null],
])("says whether %s may make rules", (agency, may) => {
  expect(mayMakeRules(agency)).toBe(may);
});
