import { describe, expect, test } from "vitest";
import { decided, draftOf, LETTER_CASES } from "../../../test/builders/letter.js";
import { CASE_LETTERS } from "../../law/letters/letters.js";
import { parsePlainDate } from "../../law/plain-date.js";
import { DRAFTED_LETTERS } from "./draft-letter.js";
import { paragraphText } from "./letter-draft.js";

const DRAFTED = CASE_LETTERS.filter(({ id }) => DRAFTED_LETTERS.includes(id));

/** What every letter holds stands outside its paragraphs. */
const OUTSIDE = new Set(["文书标题", "文号", "申请人姓名/名称", "署名机关与印章", "日期", "附件清单"]);

/** Words that tell that a required content is really there. */
const WORDS: Readonly<Record<string, RegExp>> = {
  收到申请的日期和渠道: /2025年3月3日收到您当面提交/,
  "申请内容（原文或归纳）": /2024年度部门预算调整方案/,
  申请内容: /2024年度部门预算调整方案/,
  申请编号: /2025-0001/,
  收到日期及认定依据: /2025年3月3日.*第三十一条/,
  收到渠道: /当面提交/,
  答复到期日: /2025年3月31日前/,
  合理的补正期限: /2025年3月20日前/,
  逾期不补正的后果: /视为放弃申请/,
  要求说明理由及期限: /2025年3月14日前/,
  "延长后的到期日（不超过20个工作日）": /2025年4月22日前/,
  经政府信息公开工作机构负责人同意: /经政府信息公开工作机构负责人同意.*延长15个工作日/,
  延迟答复的合理期限: /2025年6月30日前/,
  "15个工作日内提出意见": /15个工作日内/,
  "15个工作日内提出意见，逾期视为同意公开": /15个工作日内.*视为同意公开/,
  所需时间不计入答复期限: /第三十三条第三款.*不计算在答复期限内/,
  计算过程与金额: /9页×20元\/页＝180元.*应缴金额为880元/,
  缴费期限: /2025年4月2日前/,
  缴费方式: /银行网点/,
  "依法定密的依据（密级、保密期限由内部留证，文书写明属依法确定的国家秘密）": /依法确定的国家秘密/,
  "不予公开的部分及逐项理由（具体到条款项）": /附件三，为内部请示报告，依据《政府信息公开条例》第十六条第二款不予公开/,
  "检索的范围、方式和结果": /2025年3月6日在档案室和办公系统以“预算调整”进行了检索，没有检索到/,
  "前次申请编号、答复文号和日期": /2024-0017.*2024年6月3日.*青商公开〔2024〕17号/,
  收费通知文号与期限: /青商公开〔2025〕3号.*2025年4月2日/,
  第三方不同意且理由合理: /2025年3月12日答复不同意公开/,
  公开时间: /2025年3月18日/,
  协办事项: /第十一条.*查找2024年度部门预算调整方案/,
  反馈时限: /2025年3月12日前/,
  更正申请与证据: /2025年3月24日提出.*附件二所载本人住址有误.*户口簿复印件/,
  "更正/不予更正/转送及理由": /所载住址与户籍登记不一致[\s\S]*第四十一条.*予以更正/,
};

test("every letter can be drafted, and has a sample here", () => {
  expect(CASE_LETTERS.map(({ id }) => id).filter((id) => !DRAFTED_LETTERS.includes(id))).toEqual([]);
  expect(new Set(Object.keys(LETTER_CASES))).toEqual(new Set(DRAFTED_LETTERS));
});

describe.each(DRAFTED)("$id $name", ({ id, contents, remedy, outcome }) => {
  const draft = draftOf(id);

  test("holds everything it must contain", () => {
    for (const content of contents) {
      if (OUTSIDE.has(content)) continue;
      const told = [
        ...draft.paragraphs.filter((one) => one.contents.includes(content)).map(paragraphText),
        ...draft.form.filter((row) => row.contents.includes(content)).map(({ label, text }) => label + text),
      ].join("\n");
      expect(told, content).toMatch(WORDS[content] ?? /[\p{Script=Han}]{2}/u);
    }
  });

  test("has title, addressee, agency and the day of the act", () => {
    expect(draft.title).toMatch(/^[\p{Script=Han}]{3,}$/u);
    expect(draft.addressee).not.toBe("");
    expect(draft.signOff.agency).toBe("示例市青山区商务局");
    expect(parsePlainDate(draft.signOff.on)).not.toBeNull();
    if (contents.includes("文号")) expect(draft.number).toBe("青商公开〔2025〕12号");
  });

  test("leaves nothing open and closes every sentence once", () => {
    const text = draft.paragraphs.map(paragraphText).join("\n");
    expect(text).not.toMatch(/undefined|null|NaN|。。|：。|，。|；。|（）/);
  });

  test("ends an answer with its remedy clause, and carries none on the way to an answer", () => {
    const text = draft.paragraphs.map(paragraphText);
    if (remedy === "none") expect(text.join("")).not.toMatch(/可以自收到|人民法院提起/);
    else expect(text.at(-1)).toBe(draft.remedy.text);
    if (outcome !== null && remedy !== "none") expect(draft.remedy.text).not.toBe("");
  });
});

test.each([
  ["L-DENY-INTERNAL", "如对本告知书不服，应当自收到本告知书之日起60日内先依法向示例市青山区人民政府申请行政复议"],
  ["L-GRANT", "或者自收到本告知书之日起6个月内依法向有管辖权的人民法院提起行政诉讼"],
  ["L-PARTIAL", "对本告知书中不予公开部分不服的，应当自收到本告知书之日起60日内先依法"],
  ["L-3P-DECIDE", "如对本告知书不服，可以自收到本告知书之日起60日内"],
])("%s tells the right remedy", (id, words) => {
  expect(draftOf(id).remedy.text).toContain(words);
});

test("a letter that is served online tells of the online channel", () => {
  expect(draftOf("L-DENY-INTERNAL", { more: { servedBy: "online" } }).remedy.text).toContain("https://fuyi.example.cn");
});

test("an extension tells how its last day comes about", () => {
  const text = draftOf("L-EXTEND").paragraphs.map(paragraphText).join("");
  expect(text).toContain("2025年4月4日至2025年4月6日清明节放假");
  expect(text).toContain("计满35个工作日（含延长的15个工作日）");
});

test("the third party does not learn who asks", () => {
  expect(JSON.stringify(draftOf("L-3P-ASK"))).not.toContain("张三");
});

test("an organization is not spoken to as a person", () => {
  const draft = draftOf("L-GRANT", { request: { kind: "business", requesterName: "示例公司" } });
  expect(draft.paragraphs.map(paragraphText).join("")).not.toContain("您");
});

test("the classification stays in the file", () => {
  const draft = draftOf("L-DENY-SECRET");
  expect(draft.evidence).toContainEqual(expect.objectContaining({ id: "classification", isPrinted: false }));
  expect(draft.paragraphs.map(paragraphText).join("")).not.toMatch(/秘密级|十年/);
});

test("what the clerk wrote is told apart from what follows from the register", () => {
  const edited = draftOf("L-DENY-INTERNAL").paragraphs.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "edited"));
  expect(edited).toEqual([
    { kind: "edited", field: "internal-kind", text: "人事管理" },
    { kind: "edited", field: "clause", text: "公开将泄露不应当公开的内容" },
  ]);
});

test("an answer after its last day is drafted, with a word to the office", () => {
  expect(draftOf("L-GRANT", { events: [decided("granted", "given", "2025-04-10")] }).cautions[0]).toBe(
    "答复期限已于2025年3月31日届满，本文书逾期作出。",
  );
});
