import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { cutOffWording } from "./cut-off.js";

const problems = (...paragraphs: string[]) => buildReport({ sections: { problems: paragraphs } });

testCheck(cutOffWording, {
  accepts: [
    { name: "a scan", report: buildReport({ kind: "scan", sections: { problems: ["切实提升公开的质量和公开的水平的"] } }) },
    { name: "whole sentences", report: buildReport() },
    { name: "a sentence broken over two paragraphs", report: problems("积极拓宽信息公开的渠道，切实提升公开的质量和", "水平。") },
    { name: "a sentence without its full stop", report: problems("并将申请人所申请的信息通过电子邮箱发送给申请人") },
    { name: "an ordinal broken off from 是", report: problems("一是互动较少。二", "是内容较少。", "三是时效不强。四") },
    { name: "items of a list", report: problems("1.进一步加强公开工作队伍建设；", "2.拓展公开渠道；") },
    { name: "words that end in the same sign", report: problems("定期组织各科室对公开的信息进行核对") },
    { name: "a row of a table", report: buildReport({ sections: { requests: ["部分公开（区分处理的，只计这一情形，"] } }) },
  ],
  reports: [
    {
      name: "a section that ends in the middle of a sentence",
      report: problems("一是进一步加强公开工作队伍建设，二是拓展公开渠道，"),
      findings: [
        {
          messageId: "cutOff",
          at: { text: "，二是拓展公开渠道，" },
          severity: "warning",
          message: "“…，二是拓展公开渠道，”之后语句中断，疑有缺漏。",
        },
      ],
    },
    {
      name: "a paragraph that ends before the next heading",
      report: buildReport({ sections: { overview: ["（一）主动公开。及时公开机构职能和政策文件的", "（二）平台。"] } }),
      findings: [{ messageId: "cutOff", at: { text: "机构职能和政策文件的" } }],
    },
    {
      name: "是 lost behind its number",
      report: problems("一是互动较少。二", "本单位主动公开信息较少。"),
      findings: [{ messageId: "ordinal", at: { text: "二" }, severity: "question", data: { stated: "二本单位主动公" } }],
    },
  ],
});
