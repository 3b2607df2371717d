import { expect, test } from "vitest";
import { compareNames } from "./agency-name.js";

test.each([
  ["威海市文登区商务局", "文登区商务局", "same"],
  ["威海市文登区商务局", "区商务局", "same"],
  ["文登市商务局", "威海市文登区商务局", "same"],
  ["2024年上海市科委", "2024年上海市科学技术委员会", "same"],
  ["沭阳县发展和改革局", "县发改局", "same"],
  ["前进区商务和经济合作局", "佳木斯市前进区商务局", "same"],
  ["宿迁市人民政府", "宿迁市人民政府办公室", "same"],
  ["两城镇人民政府", "两城镇人民政府党政办公室", "same"],
  ["文登区商务局", "文登区人力资源和社会保障局", "other-line"],
  ["铜川市耀州区气象局", "铜川市耀州区人民政府办公室", "other-kind"],
  ["沭阳县发展和改革局", "泗洪县发展和改革局", "other-place"],
  ["太湖县江塘乡人民政府", "太湖县刘畈乡人民政府", "other-place"],
  ["太湖县江塘乡人民政府", "江塘乡", "same"],
  ["上城区人民政府小营街道办事处", "上城区小营街道", "same"],
  ["文登区商务局", "文登区商贸服务中心", "unclear"],
  ["螅镇人民政府", "佳县政府办公室", "unclear"],
] as const)("%s and %s: %s", (one, other, relation) => {
  expect(compareNames(one, other)).toBe(relation);
  expect(compareNames(other, one)).toBe(relation);
});
