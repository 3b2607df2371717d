import { expect, test } from "vitest";
import { legendHeight } from "./draw-chart.js";

test.each([
  [[], 360, 12],
  [["按期", "超期"], 360, 36],
  [["分办", "等待补正、征求意见、缴费", "查找、审查、拟稿到签发", "签发到送达"], 720, 36],
  [["分办", "等待补正、征求意见、缴费", "查找、审查、拟稿到签发", "签发到送达"], 480, 60],
  [["一个名称比整张图还长的系列，也只占一行"], 120, 36],
])("the legend of %j in %i px takes %i px", (names, width, height) => {
  expect(legendHeight(names, width)).toBe(height);
});
