import { isOtherPeriod } from "../../report/claim-words.js";
import type { Figure } from "../../report/figures.js";
import { labelOf, remarkAfter, type Statement, statementsOf, wordsAfter } from "../../report/narrative.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

/** Facts that have no cell in the tables and are told in many reports: how much was published where, how often something was held. */
const SUBJECT =
  /信息|微博|微信|公众号|网站|头条|抖音|政策解读|解读|新闻发布会|培训|政务公开日|开放日|公报|建议|提案|留言|热线|问政|访谈|直播|短视频|文章|推文|动态/;
const UNITS = new Set(["条", "篇", "期", "件", "场", "次", "个", "份", "则"]);
const FILLER =
  /20\d\d年度?|全年|本年度?|[我本](?:局|市|县|区|镇|乡|委|办|处|中心|街道|单位|机关|部门|院)|年度|共计|累计|总计|合计|一共|各类|各种|相关|有关|及时|积极|认真|共|的|了|已|均|约|达|为|并|也|通过|利用|依托|在|于|上|:|、/g;
const PART = /其中|分别|包括|含|平均|每|增加|减少|增长|下降|较|比|第|主办|会办|协办|分办|答复率/;
const OTHER_PARTS = /村|社区|科|股|所|(?<!网)站|中队|季度|月/;

/** What a figure counts, so that two spellings of the same thing compare equal. */
function factOf(label: string, figure: Figure, after: string): string | null {
  if (/人大(?:代表)?(?:议案)?建议[^,;。主会协]{0,4}$/.test(label)) return `人大建议${figure.unit}`;
  if (/政协(?:委员)?提案[^,;。主会协]{0,4}$/.test(label)) return `政协提案${figure.unit}`;
  const words = `${label}|${after}`
    .replace(FILLER, "")
    .replace(/政府信息|政务信息|公开信息/g, "信息")
    .replace(/微信公众平台|微信公众号|微信平台/g, "公众号")
    .replace(/(?:发布|推送|公开|编发|上传|刊发){1,2}/g, "发布");
  const isTold = SUBJECT.test(words) && words.length >= 5 && words.length <= 24;
  return isTold ? `${words}${figure.unit}` : null;
}

interface Told {
  readonly statement: Statement;
  readonly figure: Figure;
  readonly label: string;
}

/** The same thing told in two places of the narrative is told with the same figure. */
export const sameFactTwiceTieOut = defineCheck({
  id: "tie-out/same-fact-twice",
  title: "同一事项在文中两处的数字一致",
  basis: [{ instrument: "政府信息公开条例", place: "第五十条" }],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    differs: "文中“{label}”一处为 {expected}{unit}，此处为 {stated}{unit}，两处不一致。",
  },

  *inspect(report) {
    const facts = new Map<string, Told>();
    for (const statement of statementsOf(report)) {
      for (const figure of statement.figures) {
        if (!figure.isExact || !UNITS.has(figure.unit)) continue;
        const label = labelOf(statement, figure);
        const after = wordsAfter(statement, figure);
        const before = statement.line.text.slice(statement.start, figure.start);
        const isPart =
          PART.test(`${before.slice(-40)}${after}`) || OTHER_PARTS.test(label) || remarkAfter(statement, figure) !== "";
        if (isPart || isOtherPeriod(before, report.reportYear?.value ?? null)) continue;
        const fact = factOf(label, figure, after);
        if (fact === null) continue;
        const first = facts.get(fact);
        if (!first) facts.set(fact, { statement, figure, label });
        else if (first.statement !== statement && first.figure.value !== figure.value) {
          yield {
            messageId: "differs",
            at: atLine(statement.line, figure.start, figure.end),
            related: [atLine(first.statement.line, first.figure.start, first.figure.end)],
            data: { label: label || after, stated: figure.value, expected: first.figure.value, unit: figure.unit },
          };
        }
      }
    }
  },
});
