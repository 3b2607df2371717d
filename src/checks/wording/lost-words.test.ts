import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { lostWordsWording } from "./lost-words.js";

const preface = (text: string) => buildReport({ preface: [text], period: null });

testCheck(lostWordsWording, {
  accepts: [
    { name: "no word lost", report: buildReport() },
    { name: "numbers where they belong", report: preface("发布信息60条，共计3件。复杂申请件，公共条例。满意率为100%。") },
    {
      name: "years where they belong",
      report: preface(
        "我局本年政府信息公开工作，自2020年1月1日起，自去年1月以来，次年1月31日前，本年1月1日起，二O二一年1月1日。出生年月日。",
      ),
    },
    { name: "how to get the report", report: preface("本报告电子版可在门户网站（http://www.wendeng.gov.cn）下载。") },
  ],
  reports: [
    {
      name: "a number lost",
      report: preface("其中部门概况类信息条，公开信息共条。满意率为%。"),
      findings: [
        { messageId: "number", at: { text: "信息条" }, severity: "warning", message: "“信息条”之前疑漏数字。" },
        { messageId: "number", at: { text: "共条" } },
        { messageId: "number", at: { text: "率为%" } },
      ],
    },
    {
      name: "a year lost",
      report: preface("编制东郭镇年政府信息公开工作年度报告，截至年12月底。"),
      findings: [
        { messageId: "year", at: { text: "镇年" } },
        { messageId: "year", at: { text: "截至年12月" } },
      ],
    },
    {
      name: "a date lost",
      report: preface("统计期限为自 年 月 日至 年 月 日止。"),
      findings: [
        { messageId: "date", at: { text: "自 年 月 日" } },
        { messageId: "date", at: { text: "年 月 日" } },
      ],
    },
    {
      name: "a contact lost",
      report: preface("请联系办公室（地址：，邮编：264400）。"),
      findings: [{ messageId: "contact", at: { text: "地址：" }, severity: "question" }],
    },
    {
      name: "brackets with nothing in them",
      report: preface("根据《 》的规定（）编制。"),
      findings: [
        { messageId: "empty", at: { text: "《 》" }, severity: "question" },
        { messageId: "empty", at: { text: "（）" } },
      ],
    },
    {
      name: "a verb lost",
      report: preface("本报告的电子版可在门户网站（http://www.wendeng.gov.cn）。"),
      findings: [
        { messageId: "verb", at: { text: "本报告的电子版可在门户网站（http://www.wendeng.gov.cn）。" }, severity: "question" },
      ],
    },
  ],
});
