import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { headingWordingStructure } from "./heading-wording.js";

testCheck(headingWordingStructure, {
  accepts: [
    { name: "the headings of the format", report: buildReport() },
    {
      name: "other spaces, signs and numbers",
      report: buildReport({
        headings: {
          overview: "1． 总体情况",
          review_litigation: "四、政府信息公开行政复议、 行政诉讼情况：",
          other: "[bookmark: _GoBack]六、其他需要报告的事项",
        },
      }),
    },
    { name: "traditional characters", report: buildReport({ headings: { overview: "一、總體情況" } }) },
    {
      name: "a note of the template is residue, not wording",
      report: buildReport({ headings: { overview: "一、总体情况(宋体加粗小四号字)" } }),
    },
    {
      name: "a text that breaks off in its last heading",
      report: buildReport({
        sectionList: [{ id: "requests", heading: "三、收到和处理政府信息公开", paragraphs: [] }],
        closing: [],
        signedOn: null,
        title: null,
      }),
    },
    {
      name: "a heading of its own",
      report: buildReport({ sectionList: [{ id: null, heading: "二、工作机制", paragraphs: [] }] }),
    },
  ],
  reports: [
    {
      name: "another order of words",
      report: buildReport({ headings: { other: "六、需要报告的其他事项" } }),
      findings: [
        {
          messageId: "differs",
          at: { text: "六、需要报告的其他事项" },
          severity: "question",
          message: "标题“六、需要报告的其他事项”与格式规定的“六、其他需要报告的事项”不一致，请核对。",
        },
      ],
    },
  ],
});
