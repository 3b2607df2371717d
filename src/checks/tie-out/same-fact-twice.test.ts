import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { sameFactTwiceTieOut } from "./same-fact-twice.js";

const twice = (one: string, other: string) => buildReport({ sections: { overview: [one], other: [other] } });

testCheck(sameFactTwiceTieOut, {
  accepts: [
    {
      name: "the same figure",
      report: twice("2023年办理区人大建议1件，区政协提案5件。", "2023年区商务局共办理人大代表建议1件，政协委员提案5件。"),
    },
    { name: "another place of publication", report: twice("通过网站发布信息81条。", "信息公开目录内公开信息44条。") },
    { name: "another year", report: twice("主动公开政府信息81条。", "2022年主动公开政府信息44条。") },
    { name: "a part", report: twice("主动公开政府信息81条。", "培训方面较上年有提高，其中主动公开政府信息44条。") },
    { name: "an inexact figure", report: twice("主动公开政府信息81条。", "主动公开政府信息80余条。") },
    { name: "a list by place", report: twice("召开新闻发布会3场。", "甲社区召开新闻发布会1场。") },
  ],
  reports: [
    {
      name: "the same thing with two figures",
      report: twice("2023年，我局主动公开政府信息 81 条。", "全年共主动公开政府信息86条。"),
      findings: [
        {
          messageId: "differs",
          at: { text: "86条" },
          severity: "warning",
          message: "文中“全年共主动公开政府信息”一处为 81条，此处为 86条，两处不一致。",
        },
      ],
    },
    {
      name: "proposals of the people's congress told twice",
      report: twice("2023年度办理区人大建议办理1件，区政协提案5件。", "区商务局共办理人大代表建议2件，政协委员提案5件。"),
      findings: [{ messageId: "differs", at: { text: "2件" }, data: { stated: 2, expected: 1 } }],
    },
    {
      name: "what was published on one web site",
      report: twice("2023年，我局通过政府网站公开信息22条。", "我局通过政府网站公开信息55条。"),
      findings: [{ messageId: "differs", at: { text: "55条" }, data: { stated: 55, expected: 22 } }],
    },
    {
      name: "the same channel under two names",
      report: twice("微信公众号推送信息100条。", "微信公众平台发布信息90条。"),
      findings: [{ messageId: "differs", at: { text: "90条" }, data: { stated: 90, expected: 100 } }],
    },
  ],
});
