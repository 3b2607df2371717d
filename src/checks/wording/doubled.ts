import { linesOf } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

/** A word of two to four signs, and itself again. */
const WORD_TWICE = /([\u4e00-\u9fa5]{2,4})\1/g;
/** 人民政府政府信息 is a name before a noun; 研究研究 is how verbs are softened; 一个一个 counts. */
const LAWFUL =
  /^政府政府(?=信息|网站|门户|采购|公报|工作|文件|规章|职能|常务|数据|购买|投资|系统|部门|新闻|开放|热线|法治|债|$)|^机关机关|^(?:研究|讨论|商量|考虑|学习|了解|活动|锻炼|介绍|交流){2}|^一(.)一\1/;
/** The word goes on behind: 公开公开指南 is 应公开 and 公开指南. */
const GOES_ON =
  /^(?:公开公开(?=指南|目录|条例|率|栏|办|制度|平台|专|工作|信息|内容|情况|渠道|属性)|管理管理(?=人员|部门|制度|办法|机构|委员会)|服务服务(?=中心|大厅|窗口|平台|对象)|工作工作(?=人员|机构|机制|组|要点|部署|领导)|信息信息(?=员|化|系统|源|公开|量)|监督监督(?=员|电话|管理)|单位单位(?=负责|领导)|部门部门(?=负责|领导|间)|中心中心(?=主任)|建设建设(?=局|厅|部|单位))/;

const PARTICLE_TWICE =
  /(?<!目)的的(?!确|士|哥)|(?<![为除不终])了了(?!解|如|结|之)|(?<![存所现正潜实好内外自]|不)在在|(?<!参|给|赋)与与|[,、;:]{2,}|[,、;:。]。(?!。)|。[,、;:]/g;
const VERB_TWICE = /(办理|答复|发布|受理|收到|推送|开展)[^,。;、:\d及和与]{1,8}\1\d{1,6}[件条次篇期份]/g;

const TABLES: ReadonlySet<string | null> = new Set(["proactive", "requests", "review_litigation"]);

/** 如对本报告有疑问,如对本报告有疑问, */
const CLAUSE_TWICE = /(?<=^|[,。;、:)])([\u4e00-\u9fa5]{6,30})[,。;]\1(?=[,。;:])/g;

/** A word typed twice: 资金资金, 的的, 办理…办理. Whether it was meant only a person can tell. */
export const doubledWording = defineCheck({
  id: "wording/doubled",
  title: "没有重复录入的字词和标点",
  basis: [{ instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    word: "“{stated}”疑为重复录入。",
    punctuation: "标点“{stated}”重复或连用，请核对。",
    clause: "“{stated}”连着出现两次。",
    verb: "“{stated}”中“{word}”出现两次，请核对语句。",
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      // Labels of a table that fell into the text stand beside one another anyhow.
      if (line.part === "closing" || (line.part === "body" && line.section !== null && TABLES.has(line.section.id))) continue;
      for (const match of line.text.matchAll(WORD_TWICE)) {
        const ahead = line.text.slice(match.index, match.index + match[0].length + 4);
        if (LAWFUL.test(ahead) || GOES_ON.test(ahead) || /^(.)\1+$/.test(match[1] ?? "")) continue;
        yield { messageId: "word", at: atMatch(line, match), data: { stated: match[0] } };
      }
      for (const match of line.text.matchAll(PARTICLE_TWICE)) {
        const messageId = /[\u4e00-\u9fa5]/.test(match[0]) ? "word" : "punctuation";
        yield { messageId, at: atMatch(line, match), data: { stated: match[0] } };
      }
      for (const match of line.text.matchAll(CLAUSE_TWICE)) {
        yield { messageId: "clause", at: atMatch(line, match), data: { stated: match[1] ?? "" } };
      }
      for (const match of line.text.matchAll(VERB_TWICE)) {
        yield { messageId: "verb", at: atMatch(line, match), data: { stated: match[0], word: match[1] ?? "" } };
      }
    }
  },
});
