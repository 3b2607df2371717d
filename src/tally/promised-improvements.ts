import { type Report, sectionOf } from "../report/report.js";
import { sentencesOf } from "../report/sentences.js";

const PROMISES =
  /下一步|下步|今后|将(?:进一步|继续|持续|着力|不断|加强|加大|完善|拓展|提高|提升|优化|强化|健全)|改进(?:措施|情况)|整改措施/;
const PAST = /已经|已完成|得到(?:有效)?改进|上年度|去年/;
const MARK = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[）)])\s*/;
const LONGEST_TITLE = 20;
const SHORTEST = 4;
const MOST = 20;

/**
 * The improvements a report promised in its section five, one each, in its own words: this year's report has to say what came of them.
 * Behind a heading like 改进措施 or the words 下一步 every sentence up to the next heading is one.
 */
export function promisedImprovements(report: Report): string[] {
  const promises: string[] = [];
  let isPromising = false;
  for (const { text, heading } of sectionOf(report, "problems")?.paragraphs ?? []) {
    const isPart = heading !== undefined && heading.level <= 2;
    if (isPart) isPromising = PROMISES.test(heading.words);
    for (const sentence of sentencesOf(text)) {
      isPromising ||= PROMISES.test(sentence.text) && !PAST.test(sentence.text);
      const words = sentence.text.replace(MARK, "");
      const isTitle = isPart && sentence.start === 0 && words.length <= LONGEST_TITLE && !/[，,；;]/.test(words);
      if (isPromising && !isTitle && words.length >= SHORTEST && promises.length < MOST) promises.push(words);
    }
  }
  return promises;
}
