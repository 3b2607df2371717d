import { buildReport } from "../../../test/builders/report.js";
import { testCheck } from "../../../test/check-harness.js";
import { residueWording } from "./residue.js";

const overview = (text: string) => buildReport({ sections: { overview: [text] } });
const found = (name: string, text: string, words: string, source: string) => ({
  name,
  report: overview(text),
  findings: [{ messageId: "residue", at: { text: words }, severity: "warning" as const, data: { source } }],
});

testCheck(residueWording, {
  accepts: [
    { name: "plain text", report: buildReport() },
    {
      name: "addresses and names in Latin letters",
      report: overview(
        "见 http://www.xxgk.gov.cn/xx_xx/a---------b?x=1&amp;y=2，邮箱 xx__x@163.com，使用WPS、APP、VR、“1+X”发布会。",
      ),
    },
    { name: "a year in circles", report: overview("二○○九年以来（一）主动公开（主动填报）。") },
  ],
  reports: [
    {
      name: "a bookmark before a heading",
      report: buildReport({ preface: [], headings: { overview: "[bookmark: _GoBack]一、总体情况" } }),
      findings: [
        {
          messageId: "residue",
          at: { text: "[bookmark: _GoBack]" },
          severity: "warning",
          message: "“[bookmark: _GoBack]”像是文件转换留下的书签，请删除或改正。",
        },
      ],
    },
    found("a note of the template", "总体情况(宋体加粗小四号字)。", "(宋体加粗小四号字)", "模板的排版说明"),
    found("a hint of the template", "（请输入具体数字）", "请输入", "模板的填写提示"),
    found("a placeholder", "由XX局编制。", "XX", "模板的占位符"),
    found("a placeholder for a month", "X月召开会议。", "X", "模板的占位符"),
    found("a placeholder for a name", "由某某局编制。", "某某", "模板的占位符"),
    found("a name to fill in", "（单位名称）", "（单位名称）", "模板的填写提示"),
    found("a placeholder for a year", "20XX年工作。", "20XX年", "模板的占位符"),
    found("a gap to fill in", "共____条。", "____", "模板的占位符"),
    found("a field of Word", "详见错误！未找到引用源。", "错误！未找到引用源", "Word 的域代码"),
    found("an entity of HTML", "公开&nbsp;信息。", "&nbsp;", "网页代码"),
    found("a tag of HTML", "公开<br/>信息。", "<br/>", "网页代码"),
    found("a rule of Markdown", "------------------ -------", "------------------ -------", "文本转换留下的分隔线"),
    found("a broken character", "公开\ufffd信息。", "\ufffd", "无法识别的字符"),
    found("an empty value", "公开null条。", "null", "程序的空值"),
  ],
});
