/** What a clerk may write, by what it is about. The ids of entered evidence are those of law/outcomes, so that writing a reason proves it. */
export const LETTER_FIELDS = {
  unclear: "不明确之处",
  "to-add": "需要补正的事项",
  guidance: "指导和释明",
  "extension-grounds": "延期理由",
  "excess-facts": "数量、频次明显超过合理范围的事实",
  "good-reasons": "理由合理的认定",
  "third-party-interest": "涉及第三方权益之处",
  "third-party-public-interest": "决定公开的公共利益理由",
  "proposed-answer": "拟公开意见",
  information: "公开的信息名称、文号",
  provision: "提供方式或获取的方式、途径和时间",
  "way-to-published": "获取该信息的方式、途径",
  clause: "不予公开的理由",
  classification: "定密依据、密级和保密期限（留档，不写入文书）",
  "prohibiting-law": "禁止公开的法律、行政法规名称及条款",
  danger: "公开后可能危及何种安全及理由",
  "public-interest": "不公开不会对公共利益造成重大影响的判断",
  "internal-kind": "属于哪一类内部事务信息",
  "process-kind": "属于哪一类过程性信息",
  "enforcement-file": "行政执法案卷的名称",
  "no-duty-to-publish": "没有法律、法规、规章规定应当公开的核对结论",
  "special-law": "依照的法律、行政法规及办理途径",
  "why-not-ours": "不属于本机关负责公开的理由；能够确定的，负责机关的名称和联系方式",
  "why-processing": "现有信息中没有现成信息的说明",
  "still-unclear": "补正后仍不明确之处",
  "why-petition": "申请实质为信访、投诉、举报等活动的说明",
  "petition-channel": "相应渠道",
  "way-to-publication": "获取公报、报刊、书籍的途径",
  amount: "申请数量、频次明显超过合理范围的事实",
  "why-unreasonable": "认为理由不合理的依据",
  "earlier-provision": "此前已经提供该信息的事实",
  "withdrawal-way": "撤回的方式",
  "assistance-matters": "协办事项",
  "rectification-reasons": "更正、不予更正或者转送的理由",
} as const satisfies Readonly<Record<string, string>>;
export type FieldId = keyof typeof LETTER_FIELDS;

export const FIELD_IDS = Object.keys(LETTER_FIELDS) as readonly FieldId[]; // the keys of that very table

/** Fields that are kept in the file and never printed. */
export const KEPT_FIELDS: ReadonlySet<FieldId> = new Set<FieldId>(["classification"]);
