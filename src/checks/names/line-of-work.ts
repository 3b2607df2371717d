import { LINE_WORDS, lineOfWord, linesOfAgency } from "../../law/lines-of-work.js";
import { linesOf, printedWords } from "../../report/lines.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const WORDS = LINE_WORDS.join("|");
// What only the agency itself says: 结合人社系统工作实际, 我县人社局, 全市卫健系统.
const CLAIMED_AS_OWN = new RegExp(
  `(?:结合|立足|根据|围绕)(?:我[局委办市县区]|本[局单部]?[位门]?|全[市县区])?(${WORDS})(?:系统|部门|行业|领域)?(?:的)?(?:工作|业务)?(?:的)?(?:实际|特点)` +
    `|我(?:[市县区])?(${WORDS})(?:局|委)(?!和|与|会同|联合)`,
  "g",
);
const WHOLE_SYSTEM = new RegExp(
  `(?:^|[。,;:])(?:是|不断|着力)?(?:加强|推进|提升|规范|促进|推动|做好)?全[市县区州]?(${WORDS})系统(?:各单位|干部职工|政府信息公开|信息公开|政务公开)` +
    `|(?:围绕|立足|紧扣)(?:全[市县区])?(${WORDS})(?:系统|部门)?(?:中心工作|重点工作|工作重点|主责主业)` +
    `|作为(?:全?[省市县区])?(${WORDS})(?:行政)?主管部门` +
    `|(?:成立|调整|制定|印发|完善)了?《?[市县区]?(${WORDS})(?:局|委)(?:政府信息|政务|信息)公开` +
    `|(?:^|[。;])(?:20\\d\\d年度?,?)?[市县区](${WORDS})(?:局|委)(?:认真|严格|高度重视|始终|不断|坚持|积极)`,
  "g",
);

const SPEAKS_OF_ONE = /实际|特点|系统|重点|主责|主管|中心工作|[局委]/;

/** A report speaks of the agency's own line of work; 结合人社系统工作实际 in the report of a commerce bureau was written for another. */
export const lineOfWorkNames = defineCheck({
  id: "names/line-of-work",
  title: "正文所称本系统与机关职能一致",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" },
    { instrument: "政府信息公开条例", place: "第四十七条" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    otherLine: "“{stated}”说的是{line}系统，报告机关是“{expected}”，疑为套用其他机关的文字。",
    otherSystem: {
      text: "“{stated}”说的是{line}系统，报告机关是“{expected}”，请核对是否套用其他机关的文字。",
      severity: "warning",
    },
  },

  *inspect(report) {
    const agency = report.agency.title ?? report.agency.signOff;
    if (!agency) return;
    const own = linesOfAgency(agency.value.replace(/\s/g, ""));
    // A government or a town has every line of work, and of an unknown agency nothing can be said.
    if (own.length === 0 || /(?:政府|街道办事处|街道|镇|乡|管委会|管理委员会)$/.test(agency.value)) return;
    for (const line of linesOf(report)) {
      if ((line.part !== "body" && line.part !== "preface") || !SPEAKS_OF_ONE.test(line.text)) continue;
      for (const [pattern, messageId] of [
        [CLAIMED_AS_OWN, "otherLine"],
        [WHOLE_SYSTEM, "otherSystem"],
      ] as const) {
        for (const match of line.text.matchAll(pattern)) {
          const told = lineOfWord(match.slice(1).find((word) => word !== undefined) ?? "");
          if (told === null || own.includes(told)) continue;
          const lead = /^[。,;:]/.test(match[0]) ? 1 : 0;
          const stated = printedWords(line, match.index + lead, match.index + match[0].length);
          yield {
            messageId,
            at: atLine(line, match.index + lead, match.index + match[0].length),
            data: { stated, line: told, expected: agency.value },
          };
        }
      }
    }
  },
});
