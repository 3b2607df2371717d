import { expect, test } from "vitest";
import { buildReport } from "../../test/builders/report.js";
import { promisedImprovements } from "./promised-improvements.js";

const promisesIn = (...problems: string[]): string[] => promisedImprovements(buildReport({ sections: { problems } }));

test.each([
  [
    "behind a heading",
    ["（一）存在的主要问题", "一是宣传力度不足。", "（二）改进措施", "一是加强宣传。二是完善工作机制，明确责任。"],
    ["加强宣传。", "完善工作机制，明确责任。"],
  ],
  ["behind 下一步", ["存在内容不丰富的问题。下一步，将拓展公开渠道。"], ["下一步，将拓展公开渠道。"]],
  [
    "in the paragraphs that follow",
    ["工作还有差距。下一步将完善信息公开工作。", "一是充实信息公开内容。", "二是强化公开意识。"],
    ["下一步将完善信息公开工作。", "充实信息公开内容。", "强化公开意识。"],
  ],
  [
    "but not the problems that stand behind the next heading",
    ["（一）改进措施", "加强业务培训工作。", "（二）存在问题", "公开不够及时全面。"],
    ["加强业务培训工作。"],
  ],
  ["none where none is made", ["存在公开内容不够丰富的问题。"], []],
  ["none in an empty section", [], []],
])("finds promises %s", (_name, problems, promises) => {
  expect(promisesIn(...problems)).toEqual(promises);
});

test("finds no more than a person can answer", () => {
  expect(promisesIn(`下一步将做好以下工作。${"加强公开工作培训。".repeat(500)}`)).toHaveLength(20);
});
