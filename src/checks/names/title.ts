import { leadingDivisions } from "../../law/divisions.js";
import { plainWords } from "../../report/lines.js";
import { defineCheck } from "../define-check.js";
import { atText } from "../finding.js";

const BARE_ORGAN = /^[市县区省州镇乡]?(?:本级)?(?=[\u4e00-\u9fa5]{1,12}(?:局|委|办|厅|委员会|办公室)$)/;

/** The title names organ, year and kind of document: 某市商务局2023年政府信息公开工作年度报告. A page may name them outside the text. */
export const titleNames = defineCheck({
  id: "names/title",
  title: "标题写明机关全称、年度和文种",
  basis: [
    { instrument: "国办公开办函〔2021〕30号", place: "年度报告格式" },
    { instrument: "党政机关公文格式（GB/T 9704—2012）", place: "7.3.1" },
  ],
  formats: ["f2019", "f2021"],
  severity: "question",
  messages: {
    noAgency: "标题“{stated}”没有写机关名称。",
    noYear: "标题“{stated}”没有写年度。",
    shortAgency: "标题中的机关名称“{stated}”不是全称，读者看不出是哪个地方的机关。",
    noKind: "标题“{stated}”不是“政府信息公开工作年度报告”，请核对。",
  },

  *inspect(report) {
    const { title, agency } = report;
    if (!title) return;
    const stated = title.text.trim();
    const words = plainWords(title.text);
    if (!agency.title) yield { messageId: "noAgency", at: atText(title), data: { stated } };
    else if (isShort(plainWords(agency.title.value))) {
      const { passage, start, end } = agency.title;
      yield { messageId: "shortAgency", at: atText(passage, start, end), data: { stated: agency.title.value } };
    }
    if (!/(?:20|二[〇○零O0])[\d〇○零O一二三四五六七八九]{2}/.test(words))
      yield { messageId: "noYear", at: atText(title), data: { stated } };
    if (!/政府信息公开工作.{0,8}(?:年度)?.{0,4}(?:年报|报告)/.test(words))
      yield { messageId: "noKind", at: atText(title), data: { stated } };
  },
});

/** 市商务局, 商务局: which one, nobody can tell. 自然资源部 and 上海市科委 can be told. */
function isShort(agency: string): boolean {
  const bare = BARE_ORGAN.exec(agency);
  // 市中区 and 市北区 are names of districts.
  if (!bare || leadingDivisions(agency).divisions.length > 0) return false;
  return bare[0] !== "" || (agency.length <= 4 && /(?:局|委|办)$/.test(agency));
}
