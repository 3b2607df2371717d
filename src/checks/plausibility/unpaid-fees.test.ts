import { buildReport } from "../../../test/builders/report.js";
import { requestRows } from "../../../test/builders/told-report.js";
import { testCheck } from "../../../test/check-harness.js";
import { unpaidFeesPlausibility } from "./unpaid-fees.js";

const report = (other: string, unpaid: number) =>
  buildReport({ sections: { other: [other] }, tables: { requests: requestRows({ "other.no_payment": unpaid }) } });

testCheck(unpaidFeesPlausibility, {
  accepts: [
    { name: "nobody failed to pay", report: report("无。", 0) },
    { name: "fees are told", report: report("本年发出收费通知2份，均未缴纳信息处理费。", 2) },
    {
      name: "no section six, which structure reports",
      report: buildReport({ sectionList: [], tables: { requests: requestRows({ "other.no_payment": 1 }) } }),
    },
  ],
  reports: [
    {
      name: "not a word on fees",
      report: report("无其他需要报告的事项。", 2),
      findings: [{ messageId: "notTold", at: { kind: "section", section: "other" }, severity: "warning", data: { count: 2 } }],
    },
    {
      name: "no notice of fees, says section six",
      report: report("本年度未发出收费通知。", 2),
      findings: [{ messageId: "deniesNotice", at: { text: "未发出收费通知" } }],
    },
  ],
});
