import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { periodDates } from "./period.js";

const telling = (sentence: string, period: readonly [string | null, string | null] | null) =>
  buildReport({ preface: [sentence], period });

testCheck(periodDates, {
  accepts: [
    { name: "the calendar year", report: buildReport() },
    { name: "no period told", report: buildReport({ preface: [], period: null }) },
    { name: "the year in words", report: telling("数据统计期限为2023年全年。", null) },
    { name: "a period of something else", report: telling("统计时间节点明确。", null) },
  ],
  reports: [
    {
      name: "an end one day early",
      report: telling("本报告所列数据的统计期限自2023年1月1日至2023年12月30日。", ["2023-01-01", "2023-12-30"]),
      findings: [
        {
          messageId: "notWholeYear",
          at: { text: "本报告所列数据的统计期限自2023年1月1日至2023年12月30日。" },
          severity: "warning",
          message: "统计期限为2023年1月1日至2023年12月30日，不是完整的公历年度（1月1日至12月31日）。",
        },
      ],
    },
    {
      name: "no end",
      report: telling("统计期限自2023年1月1日起。", ["2023-01-01", null]),
      findings: [{ messageId: "noEnd", at: { text: "统计期限自2023年1月1日起。" } }],
    },
    {
      name: "no start",
      report: telling("统计起止时间为12月31日。", [null, "2023-12-31"]),
      findings: [{ messageId: "noStart", at: { text: "统计起止时间为12月31日。" } }],
    },
    {
      name: "neither start nor end",
      report: telling("统计期限自202311日至1231日。", [null, null]),
      findings: [{ messageId: "unreadable", at: { text: "统计期限自202311日至1231日。" } }],
    },
    {
      name: "a sentence that breaks off",
      report: telling("本报告 统计期限自", null),
      findings: [{ messageId: "unreadable", at: { text: "统计期限自" } }],
    },
  ],
});
