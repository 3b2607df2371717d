import { linesOf, printedWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

/** Words typed for one another because they sound or look alike. Only pairs that cannot both be meant where they stand. */
const CONFUSED: readonly (readonly [pattern: RegExp, right: string])[] = [
  [/(?<=多种|各种|公开|宣传|等)形势(?=[开进公向的多,。;、]|$)/g, "形式"],
  [/部暑|布署/g, "部署"],
  [/按排/g, "安排"],
  [/己经/g, "已经"],
  [/以经(?!营|济)/g, "已经"],
  [/既使/g, "即使"],
  [/工做(?!到|好)/g, "工作"],
  [/政俯|政付/g, "政府"],
  [/公从(?=利益|知|参|关|的)/g, "公众"],
  [/依(?:申情|申靖|申清)/g, "依申请"],
  [/信息公布开/g, "信息公开"],
  [/建没|健设/g, "建设"],
  [/完普/g, "完善"],
  [/台帐/g, "台账"],
  [/执发(?=流程|公示|信息|检查|部门|人员|监督)/g, "执法"],
  [/行政复仪/g, "行政复议"],
  [/行政诉讼讼|行政诉颂/g, "行政诉讼"],
  [/渠到(?=[,。;、])/g, "渠道"],
  [/因该(?=公开|主动)/g, "应该"],
];

// One look at a line tells whether the table is needed at all.
const ANY = new RegExp(CONFUSED.map(([pattern]) => pattern.source).join("|"));

/** Words that sound or look alike and were typed for one another: 多种形势 for 多种形式. */
export const confusedWordsWording = defineCheck({
  id: "wording/confused-words",
  title: "没有形近、音近的错字",
  basis: [{ instrument: "国家通用语言文字法", place: "第九条" }],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    confused: "“{stated}”疑为“{expected}”之误：“{context}”。",
  },

  *inspect(report) {
    // Signs that a machine misread in a scan are no faults of the report.
    if (report.source.kind === "scan") return;
    for (const line of linesOf(report)) {
      if (line.part === "closing" || !ANY.test(line.text)) continue;
      for (const [pattern, expected] of CONFUSED) {
        for (const match of line.text.matchAll(pattern)) {
          const end = match.index + match[0].length;
          const context = printedWords(line, Math.max(0, match.index - 4), Math.min(line.text.length, end + 4));
          yield { messageId: "confused", at: atMatch(line, match), data: { stated: match[0], expected, context } };
        }
      }
    }
  },
});
