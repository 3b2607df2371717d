import { requestRows, toldReport } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { annualReport2019 } from "../../report/formats/annual-report-2019.js";
import { outcomesTieOut } from "./outcomes.js";

const rows = {
  new_received: 3525,
  carried_in: 121,
  granted: 1431,
  partial: 471,
  "denied.state_secret": 2,
  "denied.process": 90,
  "unable.not_held": 897,
  "unable.need_create": 44,
  "rejected.petition": 87,
  "rejected.repeat": 30,
  "other.no_correction": 77,
  "other.misc": 392,
  results_total: 3521,
  carried_out: 125,
};
const tables = { requests: requestRows(rows) };
const ofNatural = (value: number | null, business: number | null = null) => [value, business, null, null, 1, 1, null];
const shanghai = {
  requests: {
    granted: ofNatural(258, 12),
    partial: [3, null, null, null, null, null, null],
    "unable.not_held": [252, 12, null, null, 1, null, null],
    "unable.need_create": [44, 3, null, null, null, null, null],
    "unable.unclear": [25, null, null, null, null, null, null],
    "denied.state_secret": [null, null, null, null, null, null, null],
    results_total: [582, 27, null, null, 2, 1, 612],
  },
};

testCheck(outcomesTieOut, {
  accepts: [
    ...[
      "全年新制作政府信息68条，主动公开62条，依申请公开4条，不予公开2条。",
      "全年制发公文86件，其中主动公开50件，依申请公开20件，不予公开16件。",
      "收到依申请公开3521件，其中：1431件予以公开、3件信息不存在、1件已告知向其他机关申请。",
    ].map((sentence) => ({ name: sentence, report: toldReport(sentence, tables) })),
    {
      name: "every group as in the table",
      report: toldReport(
        "全年共收办政府信息公开申请案件3646件，其中，予以公开1431件、部分公开471件、不予公开92件、无法提供941件、不予处理117件、作其他处理（含申请人主动撤回申请）469件、转下年度办理125件。",
        tables,
      ),
    },
    { name: "a single result inside a group", report: toldReport("政府信息公开申请中，因属于国家秘密不予公开2件。", tables) },
    { name: "another matter", report: toldReport("人大建议复文予以公开12件，行政处罚结果予以公开16件。", tables) },
    {
      name: "the single row of the 2019 edition",
      report: toldReport("政府信息公开申请其他处理5件。", {
        requests: { other: [5, 0, 0, 0, 0, 0, 5], results_total: [5, 0, 0, 0, 0, 0, 5] },
      }),
    },
    {
      name: "a blank total that cannot be known",
      report: toldReport("政府信息公开申请予以公开5件。", {
        requests: { granted: [3, null, 0, 0, 0, 0, null], results_total: [9, 9, 0, 0, 0, 0, 18] },
      }),
    },
    {
      name: "the outcomes of another scope, which requests-received asks about",
      report: toldReport("区政府办受理政府信息公开申请17件。其中予以公开10件，无法提供7件。", tables, {
        agency: "淮安市洪泽区人民政府",
      }),
    },
  ],
  reports: [
    {
      name: "a single row told for its group",
      report: toldReport("答复政府信息公开申请3521件：因本机关不掌握等原因无法提供897件。", tables),
      findings: [
        {
          messageId: "differs",
          at: { text: "897件" },
          severity: "error",
          data: { stated: 897, expected: 941, group: "无法提供" },
        },
      ],
    },
    {
      name: "two groups told together beside totals left blank",
      report: toldReport("答复政府信息公开申请612件。予以公开及部分公开258件；因本机关不掌握等原因无法提供265件。", shanghai, {
        format: annualReport2019,
      }),
      findings: [
        { messageId: "differs", at: { text: "258件" }, data: { stated: 258, expected: 275, group: "部分公开、予以公开" } },
        { messageId: "differs", at: { text: "265件" }, data: { stated: 265, expected: 337 } },
      ],
    },
    {
      name: "another scope",
      report: toldReport("政府信息公开申请方面，区政府办予以公开10件。", tables, { agency: "淮安市洪泽区人民政府" }),
      findings: [{ messageId: "scope", at: { text: "10件" }, severity: "question" }],
    },
  ],
});
