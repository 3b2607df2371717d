import { type Citation, regulations } from "../citation.js";

/** 公开属性, which every document bears from its draft on (国办发〔2016〕80号, certainty B). */
export const DISCLOSURE_ATTRIBUTES = ["active", "on-request", "withheld"] as const;
export type DisclosureAttribute = (typeof DISCLOSURE_ATTRIBUTES)[number];

export const ATTRIBUTE_LABELS: Readonly<Record<DisclosureAttribute, { readonly name: string; readonly imprint: string }>> = {
  active: { name: "主动公开", imprint: "此件公开发布" },
  "on-request": { name: "依申请公开", imprint: "此件依申请公开" },
  withheld: { name: "不予公开", imprint: "此件不予公开" },
};

/** Why information is not published: one of the grounds of 条例 第十四条至第十六条, and no other. */
export interface WithholdingGround {
  readonly id: string;
  readonly name: string;
  readonly basis: Citation;
  /** The Regulations say "不予公开" (must), or "可以不予公开" (may: the agency weighs it). */
  readonly force: "must" | "may";
}

/** The grounds; their ids are those of the rows of table three, so that the same reason is told alike everywhere. */
export const WITHHOLDING_GROUNDS: readonly WithholdingGround[] = [
  { id: "state_secret", name: "属于国家秘密", basis: regulations("第十四条"), force: "must" },
  { id: "other_law", name: "法律、行政法规禁止公开", basis: regulations("第十四条"), force: "must" },
  {
    id: "three_safety",
    name: "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
    basis: regulations("第十四条"),
    force: "must",
  },
  {
    id: "third_party",
    name: "涉及商业秘密、个人隐私等，公开会损害第三方合法权益",
    basis: regulations("第十五条"),
    force: "must",
  },
  {
    id: "internal",
    name: "内部事务信息（人事管理、后勤管理、内部工作流程等）",
    basis: regulations("第十六条第一款"),
    force: "may",
  },
  {
    id: "process",
    name: "过程性信息（讨论记录、过程稿、磋商信函、请示报告等）",
    basis: regulations("第十六条第二款"),
    force: "may",
  },
  { id: "enforcement_file", name: "行政执法案卷信息", basis: regulations("第十六条第二款"), force: "may" },
];

export function withholdingGround(id: string): WithholdingGround | null {
  return WITHHOLDING_GROUNDS.find((ground) => ground.id === id) ?? null;
}
