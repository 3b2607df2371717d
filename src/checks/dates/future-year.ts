import { type Line, linesOf, printedWords } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

// 2021年,我局将进一步…: who (我局, 全区, 商务局) may stand between the year and 将. 主要, 需要 and 重要 are no plans.
const YEAR_AND_WHO =
  /(?:^|[。!?;\n]|[,:](?=20\d\d年))(?:下一步,?|在|展望|今后,?)?(20\d\d)年(?:的?工作(?:中|里)|度|里|中)?[,:]?[\u4e00-\u9fa5]{0,14}?(?=[将拟]|(?<![主重需只必紧首不])要|计划|准备|打算|力争|加大|加强|强化|继续|进一步|持续|完善|着力|重点)/g;

/** What follows 将 when it means "will"; 将…纳入, 将…作为, 将通过审核的信息 take an object and tell what was done. */
const WILL =
  /^[将拟](?:会|要|继续|进一步|不断|持续|着力|切实|认真|严格|加大|加强|加快|强化|坚持|积极|深入|努力|采取|完善|健全|深化|提高|提升|推进|落实|做好|抓好|再|着重|更加|大力|紧紧|紧扣|充分|优化|规范(?!性)|丰富|拓展|创新|扎实|稳步|有序|逐步|多措|一如既往|牢固|始终|狠抓|聚焦|突出|牢牢|高度|按照|围绕|结合|以(?!往|前|上|下|来))/;
const PLANS = /^(?:要(?!求|点|素|闻|件|事)|计划|准备|打算|力争|加大|加强|强化|继续|进一步|持续|完善|着力|重点)/;
const DONE =
  /了|取得|已经|已[^知]|完成|共计|共[\u4e00-\u9fa5]{0,4}\d|\d+(?:件|条|次|篇|期|个|份)|虽|但|存在|不足|得到|成效|有所|较好|实际/;

/** A heading of plans: 2021年工作思路. Plans that were published are named in running text. */
const HEADING_OF_PLANS =
  /^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d[.、])?(20\d\d)年(?:度)?(?:的)?(?:下一步|主要|重点)?(?:工作)?(?:思路|打算|计划|安排|目标|设想|展望)$/;
const LONGEST_HEADING = 24;

/** The word 措施 stands at most so many signs before the plan. */
const FARTHEST_WORD = 400;

const MEASURES = /改进|措施|整改|下一步|下步|打算|计划|思路|努力方向|今后|解决办法/;

/** The improvements are plans for the year to come; a plan for the report year was copied from the report before. */
export const futureYearDates = defineCheck({
  id: "dates/future-year",
  title: "不把报告年度写成将来",
  basis: [
    { instrument: "政府信息公开条例", place: "第五十条" },
    { instrument: "国办公开办函〔2021〕30号", place: "存在的主要问题及改进情况" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    toldAsFuture: "“{stated}”把报告年度{year}年写成将来，应为{expected}年，疑为沿用上年文字。",
    plannedForReportYear: {
      text: "改进措施写作“{stated}”，报告年度{year}年已经过去，请核对是否应为{expected}年。",
      severity: "warning",
    },
  },

  *inspect(report) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    for (const line of linesOf(report)) {
      if ((line.part !== "body" && line.part !== "heading") || !line.text.includes(`${year}年`)) continue;
      const planned = line.text.length <= LONGEST_HEADING ? HEADING_OF_PLANS.exec(line.text) : null;
      if (planned && Number(planned[1]) === year) {
        yield {
          messageId: "plannedForReportYear",
          at: atLine(line),
          data: { stated: printedWords(line), year, expected: year + 1 },
        };
      }
      for (const match of line.text.matchAll(YEAR_AND_WHO)) {
        if (Number(match[1]) !== year) continue;
        const verb = match.index + match[0].length;
        const rest = line.text.slice(verb);
        const isFuture = WILL.test(rest);
        if (!isFuture && !(PLANS.test(rest) && line.section?.id === "problems" && isPlan(line, match.index))) continue;
        const start = line.text.indexOf(String(year), match.index);
        const end = Math.min(line.text.length, verb + 5);
        yield {
          messageId: isFuture ? "toldAsFuture" : "plannedForReportYear",
          at: atLine(line, start, end),
          data: { stated: `${printedWords(line, start, end)}…`, year, expected: year + 1 },
        };
      }
    }
  },
});

/** In a passage on measures, a sentence that tells of nothing done. */
function isPlan(line: Line, from: number): boolean {
  const lead = line.text.slice(Math.max(0, from - FARTHEST_WORD), from + 1);
  const measuresAt = Math.max(...[...lead.matchAll(new RegExp(MEASURES, "g"))].map(({ index }) => index), -1);
  if (measuresAt < 0 && !/为(?:进一步|此|了)/.test(lead)) return false;
  const end = line.text.indexOf("。", from + 1);
  return !DONE.test(line.text.slice(from + 1, end < 0 ? undefined : end).split(/[;:]|一是/)[0] ?? "");
}
