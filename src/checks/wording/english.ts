import { linesOf } from "../../report/lines.js";
import type { Passage } from "../../report/report.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

/** Words that join or qualify, and nouns of the subject: none of them is the name of anything. */
const ENGLISH = new Set(
  (
    "and or the of to in for with on is are was were be by from as at this that these those but not also such other more most all any " +
    "has have had will would can could should may might must than then so if while when where which who whose into through between " +
    "about after before during under over because however therefore including etc both each our their its his her your we they it " +
    "information government public open opening openness disclosure department departments work working service services report reports " +
    "year years data content contents system systems policy policies management website platform platforms news release released " +
    "strengthen improve promote ensure further continue actively timely effectively comprehensive problem problems measures supervision"
  ).split(" "),
);

const WORD = /(?<![\w.@/:-])([A-Za-z]{2,14})(?![\w@/:-]|\.\w)/g;
const HAN_BEFORE = /[\u4e00-\u9fa5，。、；：“”（）]\s{0,3}$/;
const HAN_AFTER = /^\s{0,3}[\u4e00-\u9fa5，。、；：“”（）]/;

/** English words inside a Chinese sentence: 问题 and 意见 was left by a machine translation or a converter. */
export const englishWording = defineCheck({
  id: "wording/english",
  title: "中文句子中没有夹杂的英文单词",
  basis: [{ instrument: "国家通用语言文字法", place: "第十一条" }],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    word: "中文句子里夹有英文“{stated}”：“{context}”。请改为中文。",
  },

  *inspect(report) {
    for (const { passage } of linesOf(report)) {
      if (!/[A-Za-z]/.test(passage.text)) continue;
      for (const match of passage.text.matchAll(WORD)) {
        const word = match[1] ?? "";
        const isName = word !== word.toLowerCase() && word.length <= 3;
        if (isName || !ENGLISH.has(word.toLowerCase()) || !isAmongChinese(passage, match.index, word.length)) continue;
        const end = match.index + word.length;
        const context = passage.text.slice(Math.max(0, match.index - 6), end + 6).trim();
        yield { messageId: "word", at: atText(passage, match.index, end), data: { stated: word, context } };
      }
    }
  },
});

function isAmongChinese({ text }: Passage, start: number, length: number): boolean {
  return (
    HAN_BEFORE.test(text.slice(Math.max(0, start - 4), start)) && HAN_AFTER.test(text.slice(start + length, start + length + 4))
  );
}
