import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { headingNumbersStructure } from "./heading-numbers.js";

const overview = (...paragraphs: string[]) => buildReport({ preface: [], sections: { overview: paragraphs } });

const numbered = (...numbers: string[]) =>
  buildReport({
    sectionList: numbers.map((number) => ({ id: null, heading: `${number}、部分`, paragraphs: [] })),
  });

testCheck(headingNumbersStructure, {
  accepts: [
    { name: "numbers in order", report: buildReport() },
    {
      name: "a list that begins again under the next heading",
      report: overview(
        "（一）主动公开",
        "1.机构职能。",
        "2.政策。",
        "（1）解读。",
        "（2）回应。",
        "（二）依申请公开",
        "1.受理。",
        "普通一段。",
        "1.答复。",
      ),
    },
    {
      name: "a sentence that begins with a number",
      report: overview("1.5万人次访问。", "3.2%的增长。", "（一）主动公开", "（31）无关。"),
    },
    {
      name: "rows of a table that fell into the text",
      report: buildReport({ sections: { requests: ["（三）不予公开", "（七）总计", "（一）予以公开"] } }),
    },
    {
      name: "problems and improvements numbered apart",
      report: buildReport({
        sections: {
          problems: ["主要问题：", "（一）宣传不足。", "（二）互动不多。", "改进情况：", "（一）加强宣传。", "（二）增加互动。"],
        },
      }),
    },
    {
      name: "headings in the middle of a paragraph, and one that lost its bracket",
      report: overview("（一）主动公开。公开86条。（二）依申请公开。未收到申请。", "三）政府信息管理", "（四）平台。"),
    },
    { name: "numbers of a list in the middle of a paragraph", report: overview("1.培训。2.考核。", "3.督查。") },
    {
      name: "a section left out is one fault, and not of its number",
      report: buildReport({
        sectionList: [
          { id: "review_litigation", heading: "四、政府信息公开行政复议、行政诉讼情况", paragraphs: [] },
          { id: "other", heading: "六、其他需要报告的事项", paragraphs: [] },
        ],
      }),
    },
    { name: "headings without a number", report: buildReport({ headings: { overview: "总体情况" } }) },
  ],
  reports: [
    {
      name: "a number typed twice, after which the count goes on",
      report: numbered("一", "一", "三", "四"),
      findings: [{ messageId: "twice", at: { text: "一、部分" } }],
    },
    {
      name: "the number of a section used twice",
      report: buildReport({
        sectionList: [
          { id: "overview", heading: "一、总体情况", paragraphs: [] },
          { id: null, heading: "一、标准化推进情况", paragraphs: [] },
          { id: "proactive", heading: "二、主动公开政府信息情况", paragraphs: [] },
          { id: "problems", heading: "四、存在的主要问题及改进情况", paragraphs: [] },
          { id: "other", heading: "二十、其他需要报告的事项", paragraphs: [] },
          { id: null, heading: "一、附件", paragraphs: [] },
        ],
      }),
      findings: [
        {
          messageId: "twice",
          at: { text: "一、标准化推进情况" },
          severity: "warning",
          message: "标题序号重复：“一、标准化推进情况”与前面的“一、总体情况”同号，应为“二、”。",
        },
        { messageId: "skipped", at: { text: "四、存在的主要问题及改进情况" }, data: { expected: "三、" } },
        { messageId: "skipped", at: { text: "二十、其他需要报告的事项" }, data: { expected: "五、" } },
        { messageId: "restarted", at: { text: "一、附件" }, data: { expected: "21、" } },
      ],
    },
    {
      name: "numbers inside a section",
      report: overview("（一）主动公开", "（三）平台", "（三）监督", "1.培训", "3.考核", "（1）一次", "（3）两次", "（一）其他"),
      findings: [
        { messageId: "skipped", at: { text: "（三）平台" }, data: { expected: "（二）" } },
        { messageId: "twice", at: { text: "（三）监督" }, data: { expected: "（四）" } },
        { messageId: "skipped", at: { text: "3.考核" }, data: { expected: "2." } },
        { messageId: "skipped", at: { text: "（3）两次" }, data: { expected: "（2）" } },
        { messageId: "restarted", at: { text: "（一）其他" } },
      ],
    },
  ],
});
