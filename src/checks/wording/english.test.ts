import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { englishWording } from "./english.js";

const overview = (text: string) => buildReport({ sections: { overview: [text] } });

testCheck(englishWording, {
  accepts: [
    { name: "Chinese only", report: buildReport() },
    {
      name: "names, short forms and addresses",
      report: overview("通过APP、WPS、VR、DeepSeek、OF卡和https://open.gov.cn/news 以及 news@gov.cn 公开，IT 系统，5G 网络。"),
    },
    { name: "a title in English", report: overview("“Open Government” 论坛。") },
  ],
  reports: [
    {
      name: "and for 和",
      report: overview("充分了解群众关心的问题 and 意见建议。"),
      findings: [
        {
          messageId: "word",
          at: { text: "and" },
          severity: "warning",
          message: "中文句子里夹有英文“and”：“关心的问题 and 意见建议。”。请改为中文。",
        },
      ],
    },
    { name: "a noun", report: overview("加强information公开。"), findings: [{ messageId: "word", at: { text: "information" } }] },
  ],
});
