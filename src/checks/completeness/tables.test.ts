import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { tablesCompleteness } from "./tables.js";

const none = { proactive: null, requests: null, review_litigation: null };

testCheck(tablesCompleteness, {
  accepts: [
    { name: "three tables", report: buildReport() },
    {
      name: "a text that breaks off under the heading, which structure reports",
      report: { ...buildReport({ tables: { requests: null } }), sections: buildReport().sections.slice(0, 3), closing: [] },
    },
    {
      name: "a section that is not there, which structure reports",
      report: buildReport({
        tables: { requests: null },
        sectionList: [{ id: "overview", heading: "一、总体情况", paragraphs: [] }],
      }),
    },
  ],
  reports: [
    {
      name: "a heading with nothing below",
      report: buildReport({ tables: { requests: null } }),
      findings: [
        {
          messageId: "missing",
          at: { kind: "section", section: "requests" },
          severity: "warning",
          message: "“三、收到和处理政府信息公开申请情况”之下没有找到规定的表格。",
        },
      ],
    },
    {
      name: "a table that is an image",
      report: buildReport({ tables: { review_litigation: null }, picturesIn: ["review_litigation"] }),
      findings: [{ messageId: "pictureOnly", at: { kind: "section", section: "review_litigation" } }],
    },
    {
      name: "no table and none of their sections",
      report: buildReport({ tables: none, sectionList: [{ id: "overview", heading: "一、总体情况", paragraphs: [] }] }),
      findings: [{ messageId: "noTables", at: { kind: "report" } }],
    },
  ],
});
