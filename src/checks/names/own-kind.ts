import { linesOf, plainWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

/** What an agency calls itself, by the end of its name. 我市, 我县, 我办 and 我部门 fit anybody and are not looked at. */
const CALLS_ITSELF: readonly (readonly [own: string, name: RegExp])[] = [
  ["局", /局/],
  ["委", /委|委员会/],
  ["厅", /厅/],
  ["镇", /镇/],
  ["乡", /乡/],
  ["街道", /街道/],
  ["中心", /中心/],
  ["院", /院/],
  ["校", /校|学院|大学/],
  ["公司", /公司|集团/],
];

const OWN =
  /(?<!自|敌|忘|比|基|根|资|成|原|日|文|样|版)[我本](局(?!限|部|面|势)|委(?!托|员|派|屈)|厅|镇(?!定)|乡(?!村)|街道|中心(?!城|工|思|组|任|区)|院(?!校)|校|公司)/g;
const BEGINS_WITH_CENTRE = /(?:^|[。;]|\([一二三四五六七八九]\))(中心)(?=高度重视|领导|认真|严格|始终|不断|积极)/g;

/** An agency speaks of itself as what it is: 本中心 in the report of a bureau, or 我局 in that of a town, was written for another. */
export const ownKindNames = defineCheck({
  id: "names/own-kind",
  title: "自称与机关类型相符",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" },
    { instrument: "政府信息公开条例", place: "第四十七条" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    otherKind: "正文自称“{stated}”，报告机关是“{expected}”，疑为套用其他机关的文字。",
  },

  *inspect(report) {
    const names = [report.agency.title, report.agency.signOff].flatMap((told) => (told ? [plainWords(told.value)] : []));
    const expected = names[0];
    // Offices, governments and committees of zones call themselves after what they serve.
    if (expected === undefined || !/(?:局|厅|镇|乡|街道|镇人民政府|乡人民政府|街道办事处)$/.test(expected)) return;
    const reported = new Set<string>();
    for (const line of linesOf(report)) {
      if (line.part !== "body" && line.part !== "preface") continue;
      for (const match of [...line.text.matchAll(OWN), ...line.text.matchAll(BEGINS_WITH_CENTRE)]) {
        const own = match[1] ?? "";
        const kind = CALLS_ITSELF.find(([word]) => word === own)?.[1];
        if (!kind || reported.has(own) || names.some((name) => kind.test(name))) continue;
        reported.add(own);
        yield { messageId: "otherKind", at: atMatch(line, match), data: { stated: match[0].replace(/^[。;]/, ""), expected } };
      }
    }
  },
});
