import { type Report, sectionOf } from "../report/report.js";
import { sentencesOf } from "../report/sentences.js";

const PROMISES =
  /下一步|下步|今后|将(?:进一步|继续|持续|着力|不断|加强|加大|完善|拓展|提高|提升|优化|强化|健全)|改进(?:措施|情况)|整改措施/;
const PAST = /已经|已完成|得到(?:有效)?改进|上年度|去年/;
const MARK = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*/;
const MOST = 20;

/**
 * The improvements a report promised in its section five, one each, in its own words: this year's report has to say what came of them.
 * Behind a heading like 改进措施 or the words 下一步 every sentence of the same paragraph is one.
 */
export function promisedImprovements(report: Report): string[] {
  const promises: string[] = [];
  let isPromising = false;
  for (const { text, heading } of sectionOf(report, "problems")?.paragraphs ?? []) {
    if (heading && heading.level <= 2) isPromising = PROMISES.test(heading.words);
    let isOpened = isPromising;
    for (const sentence of sentencesOf(text)) {
      if (!isOpened && PROMISES.test(sentence.text) && !PAST.test(sentence.text)) isOpened = true;
      const words = sentence.text.replace(MARK, "");
      const isTitle = heading !== undefined && sentence.start === 0 && words.length <= 20 && !/[，,；;]/.test(words);
      if (isOpened && !isTitle && words.length >= 6 && promises.length < MOST) promises.push(words);
    }
  }
  return promises;
}
