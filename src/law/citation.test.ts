import { expect, test } from "vitest";
import { citationText, courtInterpretation, feeRules, formerReconsiderationLaw, regulations } from "./citation.js";

test.each([
  [regulations("第三十六条第四项"), "《政府信息公开条例》第三十六条第四项"],
  [courtInterpretation("第一条第二项"), "法释〔2025〕8号第一条第二项"],
  [formerReconsiderationLaw("第九条"), "《行政复议法》（2017年修正）第九条"],
  [feeRules("第四条"), "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条"],
])("%j is printed with its title in book marks and its number without", (citation, text) => {
  expect(citationText(citation)).toBe(text);
});
