import { expect, test } from "vitest";
import { usualResult } from "./usual-result.js";

test.each([
  ["维持原行政行为", "upheld"],
  ["驳回原告的诉讼请求", "upheld"],
  ["驳回行政复议请求", "upheld"],
  ["驳回行政复议申请", "other"],
  ["驳回起诉", "other"],
  ["准许撤回起诉", "other"],
  ["撤销答复，责令重新作出", "corrected"],
  ["确认答复违法", "corrected"],
  ["责令限期履行", "corrected"],
  ["终止行政复议", "other"],
  ["另案处理", null],
])("%s is usually counted as %s", (holding, result) => {
  expect(usualResult(holding)).toBe(result);
});
