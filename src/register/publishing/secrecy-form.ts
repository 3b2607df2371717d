import { z } from "zod";
import { PUBLICATION_CHANNELS } from "../../law/publication/channels.js";
import { day, line, words } from "../input-fields.js";

/**
 * What the secrecy review says of an item (条例 第十七条；保守国家秘密法 第三十五条、实施条例 第四十二条: 先审查后公开). The fields are those of forms in
 * use (certainty B); who fills it in, when, and which item it is of, the event says.
 */
export const secrecyFields = z.object({
  /** 载体形式 */
  carrier: z.enum(["official-document", "other"]),
  /** 拟公开方式 */
  ways: z.array(z.enum(PUBLICATION_CHANNELS)).min(1),
  /** 拟公开时间 */
  intendedOn: day.nullable().default(null),
  answers: z.object({
    /** 标有国家秘密标志 */
    isMarkedSecret: z.boolean(),
    /** 内容来自涉密文件、会议 */
    drawsOnSecrets: z.boolean(),
    /** 涉及工作秘密 */
    isWorkSecret: z.boolean(),
    /** 与已公开信息汇总后可能泄密 */
    revealsWhenCombined: z.boolean(),
  }),
  /** 公开 / 不宜公开 / 不能确定，需报审 */
  conclusion: z.enum(["may-publish", "may-not", "refer"]),
  basis: words,
  /** To whom the doubt goes: 有关主管部门 or 保密行政管理部门. */
  referredTo: line.nullable().default(null),
});

/** The fields with what must go together in them. */
export const secrecyForm = secrecyFields.superRefine(({ answers, conclusion, referredTo }, context) => {
  if (conclusion === "may-publish" && Object.values(answers).includes(true)) {
    context.addIssue({ code: "custom", path: ["conclusion"], message: "审查要点中有一项为“是”，不能作出可以公开的结论" });
  }
  if (conclusion === "refer" && referredTo === null) {
    context.addIssue({ code: "custom", path: ["referredTo"], message: "请填写报送的主管部门或者保密行政管理部门" });
  }
});
export type SecrecyForm = z.output<typeof secrecyForm>;

export const SECRECY_CONCLUSION_LABELS: Readonly<Record<SecrecyForm["conclusion"], string>> = {
  "may-publish": "可以公开",
  "may-not": "不得公开",
  refer: "不能确定，报有关主管部门或者保密行政管理部门确定",
};

export const SECRECY_QUESTION_LABELS: Readonly<Record<keyof SecrecyForm["answers"], string>> = {
  isMarkedSecret: "标有国家秘密标志，或者尚在保密期限内",
  drawsOnSecrets: "内容来自涉密的文件、会议、数据",
  isWorkSecret: "涉及工作秘密",
  revealsWhenCombined: "与已经公开的信息汇总后可能泄密",
};
