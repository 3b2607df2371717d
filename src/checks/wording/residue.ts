import { linesOf, printedWords } from "../../report/lines.js";
import { atMatch } from "../at-line.js";
import { defineCheck } from "../define-check.js";

const URL_OR_MAIL = /(?:https?:\/\/|www\.)[\w./?=&%#:~+-]{1,200}|[\w.-]{1,64}@[\w.-]{1,64}/gi;

/** What converters, content systems and templates leave in a text, by where it comes from. */
const RESIDUES: readonly (readonly [source: string, pattern: RegExp])[] = [
  ["文件转换留下的书签", /\[?bookmark:[^\]]{0,40}\]?|_GoBack|\[_[A-Za-z]\w{0,30}\]/gi],
  ["Word 的域代码", /HYPERLINK|MERGEFORMAT|PAGEREF|错误![^。]{0,20}引用源[^。]{0,4}|Error!Reference\w{0,20}/g],
  [
    "模板的排版说明",
    /[([][^()[\]]{0,20}(?:宋体|黑体|楷体|仿宋|小标宋|加粗|[一二三四五六]号字|小[一二三四五]号|字号|行距|首行缩进|此行删除)[^()[\]]{0,20}[)\]]/g,
  ],
  [
    "模板的填写提示",
    /请输入|请填写|此处填写|在此(?:处)?(?:填写|输入)|点击(?:此处|这里)|单击此处|待补充|待填写|[([](?:单位名称|机关名称|年份|示例|样例|此处[^()[\]]{0,10}|请?填写[^()[\]]{0,15})[)\]]|【填写[^】]{0,20}】/g,
  ],
  [
    "模板的占位符",
    /(?<![A-Za-z0-9/.@_-])[Xx]{2,6}(?![A-Za-z0-9/.@_-])|20[Xx×]{2}年|(?<![A-Za-z\d])[Xx×](?=[年月日条件次个])|某某(?=局|镇|乡|县|市|区|街道|单位|部门)|[×✕╳]{2,}|(?<![一二九千零〇○])○{2,}|\{\{[^{}]{0,40}\}\}|\$\{[^{}]{0,40}\}|_{3,}|\*{3,}/g,
  ],
  [
    "网页代码",
    /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|middot|emsp|ensp|hellip|mdash|bull);?|&#x?[0-9a-f]{2,6};|<\/?(?:p|br|span|div|td|tr|table|font|strong|o:p|a|b|img)(?:\s[^<>]{0,200}|\/)?>/gi,
  ],
  ["文本转换留下的分隔线", /-{8,}|={8,}/g],
  ["无法识别的字符", /\ufffd+|锟斤拷|烫烫烫/g],
  ["程序的空值", /(?<![A-Za-z])(?:undefined|NaN|null)(?![A-Za-z])/g],
];

/** Marks of converters, content systems and templates are no text of the report. */
export const residueWording = defineCheck({
  id: "wording/residue",
  title: "没有模板和格式转换的残留",
  basis: [
    { instrument: "政府信息公开条例", place: "第六条" },
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
  ],
  formats: ["f2019", "f2021"],
  severity: "warning",
  messages: {
    residue: "“{stated}”像是{source}，请删除或改正。",
  },

  *inspect(report) {
    for (const line of linesOf(report)) {
      // Only signs outside plain Chinese text can be residue.
      if (!/[A-Za-z&<{_×✕╳○*=\ufffd[(填输补击引锟烫某-]/.test(line.text)) continue;
      const text = line.text.replace(URL_OR_MAIL, (address) => " ".repeat(address.length));
      for (const [source, pattern] of RESIDUES) {
        for (const match of text.matchAll(pattern)) {
          yield {
            messageId: "residue",
            at: atMatch(line, match),
            data: { stated: printedWords(line, match.index, match.index + Math.min(40, match[0].length)), source },
          };
        }
      }
    }
  },
});
