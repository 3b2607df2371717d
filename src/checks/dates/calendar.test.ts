import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { calendarDates } from "./calendar.js";

const overview = (text: string) => buildReport({ sections: { overview: [text] } });

testCheck(calendarDates, {
  accepts: [
    { name: "days of the calendar", report: buildReport() },
    { name: "29 February of any year, and a long number", report: overview("2月29日发布，编号20230001，2023年以来。") },
    { name: "a sign date is another check's", report: buildReport({ closing: ["2024年2月30日"], signedOn: null }) },
  ],
  reports: [
    {
      name: "30 February, with and without a year",
      report: overview("2023年2月30日召开会议，13月1日再次召开。"),
      findings: [
        {
          messageId: "noSuchDay",
          at: { text: "2023年2月30日" },
          severity: "warning",
          message: "“2023年2月30日”不是日历上的一天。",
        },
        { messageId: "noSuchDay", at: { text: "13月1日" } },
      ],
    },
    {
      name: "年 lost",
      report: overview("统计期限为20231月1日至12月31日。"),
      findings: [{ messageId: "lostYearSign", at: { text: "20231月1日" } }],
    },
    {
      name: "digits typed twice",
      report: overview("自2020年1月1日至202020年12月31日止。"),
      findings: [{ messageId: "damagedYear", at: { text: "202020年" } }],
    },
  ],
});
