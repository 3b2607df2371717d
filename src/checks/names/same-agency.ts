import { compareNames } from "../../law/agency-name.js";
import { linesOf, plainWords } from "../../report/lines.js";
import type { Told } from "../../report/report.js";
import { atLine } from "../at-line.js";
import { defineCheck } from "../define-check.js";
import { atText, type Whereabouts } from "../finding.js";

// 现公布某局2023年度政府信息公开工作报告; 《某办公室2023年…报告》
const OWN_REPORT =
  /(?:现公布|现发布|现将|现向社会公[布开]|公布|发布|编制)《?([\u4e00-\u9fa5]{4,30}?)(?<!\d)20\d\d年(?:度)?(?:的)?(?:政府信息|政务信息|信息|政务)公开(?:工作)?(?:年度)?(?:工作)?报告/;
// 请与某局办公室联系; 由某局编制
const NAMES_ITSELF =
  /(?:请(?:与|和|联系[:]?|致电)|本(?:年度)?报告由|年报由)([\u4e00-\u9fa5]{4,30}?(?:局|委员会|厅|人民政府|街道办事处|管委会))(?=[\u4e00-\u9fa5]{0,20}(?:联系|编制|负责)|[(,。:])/g;
const ORGAN = /(?:局|委员会|委|厅|办公室|办|政府|办事处|街道|镇|乡|中心|院|支队|大队|管委会|公司)$/;

/** The agency that reports is one and the same in title, text and sign-off; the name of another is text of another. */
export const sameAgencyNames = defineCheck({
  id: "names/same-agency",
  title: "标题、正文、落款为同一机关",
  basis: [
    { instrument: "政府信息公开条例", place: "第四十九条" },
    { instrument: "国办公开办函〔2021〕30号", place: "不得内容雷同、敷衍塞责" },
  ],
  formats: ["f2019", "f2021"],
  severity: "error",
  messages: {
    otherAgency: "{where}为“{stated}”，{reference}为“{expected}”，不是同一机关。",
    otherInText: { text: "正文自称“{stated}”，{reference}为“{expected}”，请核对。", severity: "warning" },
    otherKind: { text: "{where}为“{stated}”，{reference}为“{expected}”，请核对是否同一机关。", severity: "warning" },
    unclear: { text: "{where}为“{stated}”，{reference}为“{expected}”，请核对是否同一机关。", severity: "question" },
  },

  *inspect(report) {
    const { title, body, signOff } = report.agency;
    const known = title ?? signOff;
    if (!known) return;
    const expected = plainWords(known.value);
    const reference = title ? "标题" : "落款";
    const at = ({ passage, start, end }: Told<string>): Whereabouts => atText(passage, start, end);

    if (title && signOff) {
      const relation = compareNames(expected, plainWords(signOff.value));
      const data = { where: "落款", stated: signOff.value, reference, expected };
      if (relation === "unclear") yield { messageId: "unclear", at: at(signOff), data };
      // The foot of a web page names whoever runs the site, so a government under the report of a bureau is not certain to be its sign-off.
      else if (relation === "other-kind") yield { messageId: "otherKind", at: at(signOff), related: [at(title)], data };
      else if (relation !== "same") yield { messageId: "otherAgency", at: at(signOff), related: [at(title)], data };
    }

    for (const line of linesOf(report)) {
      if (line.part !== "preface" && line.section?.id !== "overview") continue;
      const match = OWN_REPORT.exec(line.text);
      const stated = match?.[1] ?? "";
      if (!match || !ORGAN.test(stated) || /[我本]/.test(stated.charAt(0))) continue;
      if (compareNames(expected, stated) === "same" || compareNames(expected, stated) === "unclear") continue;
      const start = match.index + match[0].indexOf(stated);
      yield {
        messageId: "otherAgency",
        at: atLine(line, start, start + stated.length),
        data: { where: "正文所称的报告机关", stated, reference, expected },
      };
      return;
    }

    for (const line of linesOf(report)) {
      if (line.part !== "preface" && line.section?.id !== "overview") continue;
      for (const match of line.text.matchAll(NAMES_ITSELF)) {
        const stated = match[1] ?? "";
        const relation = compareNames(expected, stated);
        if (relation !== "other-line" && relation !== "other-place") continue;
        const start = match.index + match[0].indexOf(stated);
        yield { messageId: "otherInText", at: atLine(line, start, start + stated.length), data: { stated, reference, expected } };
        return;
      }
    }

    if (body && compareNames(expected, plainWords(body.value)) === "other-line") {
      yield { messageId: "otherInText", at: at(body), data: { stated: body.value, reference, expected } };
    }
  },
});
