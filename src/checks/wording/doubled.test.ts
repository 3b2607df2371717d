import { expect, test } from "vitest";
import { buildReport } from "../../../test/builders/report.js";
import { findingsOf, testCheck } from "../../../test/check-harness.js";
import { doubledWording } from "./doubled.js";

const overview = (text: string) => buildReport({ sections: { overview: [text] } });

testCheck(doubledWording, {
  accepts: [
    { name: "nothing twice", report: buildReport() },
    { name: "a government before government information", report: buildReport({ agency: "宿迁市人民政府" }) },
    {
      name: "doubles that are meant",
      report: overview(
        "常常天天层层把关，一个一个核对，研究研究再定，以公开为目的的工作，为了了解情况，公众参与与监督，公开存在在线渠道，应公开公开率100%，等等。",
      ),
    },
    { name: "labels of a table", report: buildReport({ sections: { requests: ["结果结果其他尚未"] } }) },
    { name: "one number behind another verb", report: overview("受理申请3件，答复3件，办理建议2件。") },
  ],
  reports: [
    {
      name: "words typed twice",
      report: overview("上海市科技计划资金资金分配结果，重大政策的的出台。主动公开政府政府情况。"),
      findings: [
        { messageId: "word", at: { text: "资金资金" }, severity: "question", message: "“资金资金”疑为重复录入。" },
        { messageId: "word", at: { text: "政府政府" } },
        { messageId: "word", at: { text: "的的" } },
      ],
    },
    {
      name: "a clause typed twice",
      report: overview("如对本报告有疑问，如对本报告有疑问，请联系办公室。"),
      findings: [{ messageId: "clause", at: { text: "如对本报告有疑问，如对本报告有疑问" } }],
    },
    {
      name: "signs typed twice, and a verb",
      report: overview("公开信息，，及时更新。2020年度办理区人大建议办理1件，满意。"),
      findings: [
        { messageId: "punctuation", at: { text: "，，" } },
        { messageId: "verb", at: { text: "办理区人大建议办理1件" }, data: { word: "办理" } },
      ],
    },
  ],
});

test("a page of doubled words does not flood the list", () => {
  expect(findingsOf(doubledWording, { report: overview("公开".repeat(2000).replaceAll("公开公开", "渠道渠道。")) })).toHaveLength(
    500,
  );
});
