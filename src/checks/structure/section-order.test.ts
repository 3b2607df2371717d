import { buildPassage } from "../../../test/builders/passage.js";
import { buildReport, type SectionSpec } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { SECTIONS } from "../../report/formats/shared-parts.js";
import { atReport, atText } from "../finding.js";
import { sectionOrderStructure } from "./section-order.js";

const list = SECTIONS.map(({ id, label }): SectionSpec => ({ id, heading: label, paragraphs: [] }));
const without = (...ids: string[]) => list.filter(({ id }) => !ids.includes(id ?? ""));
const [overview, proactive, requests, reviews, problems, other] = list as [
  SectionSpec,
  SectionSpec,
  SectionSpec,
  SectionSpec,
  SectionSpec,
  SectionSpec,
]; // six by the format

testCheck(sectionOrderStructure, {
  accepts: [
    { name: "six headings in order", report: buildReport() },
    { name: "a report in which no heading was found proves nothing", report: buildReport({ sectionList: [] }) },
    {
      name: "a workbook of tables",
      report: buildReport({ sectionList: without("overview", "problems", "other"), kind: "xlsx" }),
    },
    {
      name: "a heading of its own between two sections",
      report: buildReport({ sectionList: [overview, { id: null, heading: "二、工作机制", paragraphs: [] }, ...list.slice(1)] }),
    },
  ],
  reports: [
    {
      name: "a section left out",
      report: buildReport({ sectionList: without("problems") }),
      findings: [
        {
          messageId: "missing",
          at: atReport,
          severity: "warning",
          message: "缺少“五、存在的主要问题及改进情况”的标题。格式规定六个部分，每部分一个标题。",
        },
      ],
    },
    {
      name: "the last section left out before the sign-off",
      report: buildReport({ sectionList: without("other") }),
      findings: [{ messageId: "missing", at: atReport }],
    },
    {
      name: "a text that stops half way",
      report: buildReport({ sectionList: without("problems", "other"), closing: [], signedOn: null }),
      findings: [{ messageId: "cutOff", at: atReport, data: { last: "四、政府信息公开行政复议、行政诉讼情况" } }],
    },
    {
      name: "the same section twice",
      report: buildReport({
        preface: [],
        title: null,
        sectionList: [overview, proactive, requests, reviews, problems, other, { ...other, heading: "七、其他" }],
      }),
      findings: [{ messageId: "twice", at: { text: "七、其他" }, data: { first: "六、其他需要报告的事项" } }],
    },
    {
      name: "two sections in the wrong order",
      report: buildReport({ preface: [], title: null, sectionList: [overview, proactive, requests, reviews, other, problems] }),
      findings: [{ messageId: "outOfOrder", at: atText(buildPassage(problems.heading, 6)) }],
    },
  ],
});
