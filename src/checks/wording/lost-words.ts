import { linesOf, printedWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

// 部门概况类信息条, / 共条。 A number must stand before the unit.
const LOST_NUMBER =
  /(?:信息|文章|动态|公告|政策|解读|视频|稿件|留言|简报|提案|建议)(?:条|篇|份)(?=[,。;])|(?<!公|总)共(?:计|发布|公开|收到|受理|答复|办结)?(?:信息|申请|文件)?(?:条|件|篇|次|份|期|起)(?=[,。;])|(?:率|占比|同比增长|同比下降)(?:为|达|达到)?%/g;
// 编制东郭镇年政府信息公开工作年度报告. A year must stand before 年.
const LOST_YEAR =
  /(?:镇|乡|街道|局|委|委员会|政府|办公室|办事处|厅)年(?=政府信息公开|政务公开|信息公开)|(?:截至|截止|截止到|自|从)年\d{1,2}月|(?<![\d〇○Oo零一二三四五六七八九十本当次上每去今全同前该翌度明后往近历自从至止到Xx×*_某)])年\d{1,2}月\d{1,2}日/g;
const LOST_DATE = /自至|自年月日|(?<![\d生成的])年月日(?=[至到起止,。]|$)/g;
const LOST_CONTACT = /(?:地址|邮编|邮政编码|联系电话|电话|传真|电子邮箱|邮箱)[:](?=[,;。、)])/g;
const EMPTY = /\(\)|《》|“”|【】/g;
// 电子版可在某网站（http://…）。 The verb is gone.
const DOWNLOAD = /(?:电子版|电子文本|报告全文|本年报|本报告)(?:[^。,]{0,8})可(?:以)?(?:在|从|于|通过|登录)[^。]{2,160}。/g;
const TO_READ = /下载|查阅|查看|查询|浏览|获取|阅读|检索|获得|查到|找到|访问|看到|索取|了解|取得|点击|搜索/;

/** Words that fell out: a number before its unit, a year before 年, the verb of a sentence. */
export const lostWordsWording = defineCheck({
  id: "wording/lost-words",
  title: "没有漏掉数字、年份和词语",
  basis: [
    { instrument: "政府信息公开条例", place: "第六条" },
    { instrument: "国办公开办函〔2021〕30号", place: "数据准确" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    number: "“{stated}”之前疑漏数字。",
    year: "“{stated}”疑漏年份。",
    date: "“{stated}”疑漏日期。",
    contact: { text: "“{stated}”之后没有内容。", severity: "question" },
    empty: { text: "“{stated}”里没有内容。", severity: "question" },
    verb: { text: "“{stated}”疑漏“下载”“查阅”一类的词，请核对。", severity: "question" },
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      if (line.part === "closing") continue;
      for (const match of line.text.matchAll(LOST_NUMBER))
        yield { messageId: "number", at: atMatch(line, match), data: { stated: match[0] } };
      for (const match of line.text.matchAll(LOST_YEAR))
        yield { messageId: "year", at: atMatch(line, match), data: { stated: match[0] } };
      for (const match of line.text.matchAll(LOST_DATE))
        yield { messageId: "date", at: atMatch(line, match), data: { stated: match[0] } };
      for (const match of line.text.matchAll(LOST_CONTACT))
        yield { messageId: "contact", at: atMatch(line, match), data: { stated: match[0] } };
      for (const match of line.text.matchAll(EMPTY)) {
        yield {
          messageId: "empty",
          at: atMatch(line, match),
          data: { stated: printedWords(line, match.index, match.index + match[0].length) },
        };
      }
      for (const match of line.text.matchAll(DOWNLOAD)) {
        if (TO_READ.test(match[0])) continue;
        yield {
          messageId: "verb",
          at: atMatch(line, match),
          data: { stated: printedWords(line, match.index, match.index + match[0].length) },
        };
      }
    }
  },
});
