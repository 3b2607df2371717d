import { defineTable } from "../define-format.js";
import type { SectionForm } from "../format.js";

/** The six headings, the same in both editions (条例第五十条). Variants are spellings met in published reports. */
export const SECTIONS: readonly SectionForm[] = [
  {
    id: "overview",
    number: "一",
    label: "一、总体情况",
    variants: [
      "一、工作基本情况",
      "一、总体概述",
      "一、概述",
      "一、政府信息工作公开的基本情况",
      "一、2020年总体情况",
      "一、总体公开情况",
      "1、 总体情况",
      "一、总体情况、",
      "一、总体情况(宋体加粗小四号字)",
      "一、 总体情况",
      "一、政府信息公开总体情况",
    ],
  },
  {
    id: "proactive",
    number: "二",
    label: "二、主动公开政府信息情况",
    variants: ["二、主动公开政府政府情况", "二、行政机关主动公开政府信息情况", "2. 主动公开政府信息情况"],
  },
  {
    id: "requests",
    number: "三",
    label: "三、收到和处理政府信息公开申请情况",
    variants: ["三、行政机关收到和处理政府信息公开申请情况", "三、政府信息公开申请情况"],
  },
  {
    id: "review_litigation",
    number: "四",
    label: "四、政府信息公开行政复议、行政诉讼情况",
    variants: [
      "四、政府信息公开行政复议和行政诉讼情况",
      "四、政府信息公开行政复议、诉讼情况",
      "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
      "四、因政府信息公开被申请行政复议和提起行政诉讼情况",
    ],
  },
  {
    id: "problems",
    number: "五",
    label: "五、存在的主要问题及改进情况",
    variants: [
      "五、存在问题及改进情况",
      "五、存在的主要问题及整改措施",
      "五、政府信息公开工作存在的主要问题及改进情况",
      "五、存在的主要问题和改进情况",
      "五、存在的主要问题及改进措施",
    ],
  },
  {
    id: "other",
    number: "六",
    label: "六、其他需要报告的事项",
    variants: ["六、需要报告的其他事项", "六、其他需要报告事项", "六、其它需要报告的事项", "六、其他需要汇报事项"],
  },
];

/** 申请人情况: the seven number columns of table three. */
export const APPLICANT_COLUMNS = {
  natural: { label: "自然人", variants: [] },
  business: { label: "商业企业", variants: ["商业 企业", "商业\n企业", "企业"] },
  research: { label: "科研机构", variants: ["科研 机构", "科研\n机构"] },
  welfare: { label: "社会公益组织", variants: ["社会公益", "社会公益\n组织", "公益组织"] },
  legal_service: { label: "法律服务机构", variants: ["法律服务\n机构", "服务机构"] },
  other_org: { label: "其他", variants: ["其\n他", "其它"] },
  total: { label: "总计", variants: ["总\n计", "合计", "总 计"] },
} as const;

/** 总计 is the sum of the six kinds of applicants (implied by the column 总计). */
export const APPLICANT_TOTAL = { total: ["natural", "business", "research", "welfare", "legal_service", "other_org"] } as const;

/** 表四：行政复议、行政诉讼, the same in both editions: one printed row of fifteen figures, kept here as three rows of five. */
export const REVIEW_LITIGATION = defineTable({
  id: "review_litigation",
  section: "review_litigation",
  heading: "四、政府信息公开行政复议、行政诉讼情况",
  columns: {
    upheld: { label: "结果维持", variants: ["结果\n维持", "维持"] },
    corrected: { label: "结果纠正", variants: ["纠正"] },
    other: { label: "其他结果", variants: ["其他"] },
    pending: { label: "尚未审结", variants: ["未审结"] },
    total: { label: "总计", variants: ["合计"] },
  },
  rows: {
    review: { label: "行政复议", variants: [] },
    direct: { label: "未经复议直接起诉", variants: ["未经复议直接诉讼"], group: "行政诉讼" },
    after_review: { label: "复议后起诉", variants: ["复议后诉讼"], group: "行政诉讼" },
  },
  crossFootings: { total: ["upheld", "corrected", "other", "pending"] },
});

/** 表三, from 本年新收 to （五）不予处理: the rows both editions print the same. */
export const REQUEST_ROWS = {
  new_received: {
    label: "一、本年新收政府信息公开申请数量",
    variants: ["本年新收政府信息公开申请数量", "一、本年新收申请数量", "一 、本年新收…", "本年新收政府信息公开申请件数"],
  },
  carried_in: {
    label: "二、上年结转政府信息公开申请数量",
    variants: ["上年结转政府信息公开申请数量", "二、上年度结转政府信息公开申请数量"],
  },
  granted: { label: "（一）予以公开", variants: ["(一)予以公开", "(一) 予以公开", "（一）予 以公开"] },
  partial: {
    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    variants: [
      "（二）部分公开",
      "（二）部分公开（区分处理的，只记这一情形，不计其他情形）",
      "(二)部分公开(区分处理的, 只计这一情形, 不计其他情形)",
    ],
  },
  "denied.state_secret": { label: "1.属于国家秘密", variants: [], group: "（三）不予公开" },
  "denied.other_law": {
    label: "2.其他法律行政法规禁止公开",
    variants: ["2.其他法律法规禁止公开", "2.其他法律行政止公开", "2.其他法律、行政法规禁止公开"],
    group: "（三）不予公开",
  },
  "denied.three_safety": {
    label: "3.危及“三安全一稳定”",
    variants: ['3.危及"三安全一稳定"', "3.危及三安全一稳定"],
    group: "（三）不予公开",
  },
  "denied.third_party": { label: "4.保护第三方合法权益", variants: [], group: "（三）不予公开" },
  "denied.internal": { label: "5.属于三类内部事务信息", variants: ["5.属于内部事务信息"], group: "（三）不予公开" },
  "denied.process": { label: "6.属于四类过程性信息", variants: ["6.属于过程性信息"], group: "（三）不予公开" },
  "denied.enforcement_file": { label: "7.属于行政执法案卷", variants: ["7.属于行政执法案卷信息"], group: "（三）不予公开" },
  "denied.admin_query": { label: "8.属于行政查询事项", variants: [], group: "（三）不予公开" },
  "unable.not_held": { label: "1.本机关不掌握相关政府信息", variants: [], group: "（四）无法提供" },
  "unable.need_create": {
    label: "2.没有现成信息需要另行制作",
    variants: ["2.没有现成信息，需要另行制作"],
    group: "（四）无法提供",
  },
  "unable.unclear": { label: "3.补正后申请内容仍不明确", variants: [], group: "（四）无法提供" },
  "rejected.petition": { label: "1.信访举报投诉类申请", variants: ["1.信访、举报、投诉类申请"], group: "（五）不予处理" },
  "rejected.repeat": { label: "2.重复申请", variants: [], group: "（五）不予处理" },
  "rejected.publication": { label: "3.要求提供公开出版物", variants: [], group: "（五）不予处理" },
  "rejected.massive": { label: "4.无正当理由大量反复申请", variants: [], group: "（五）不予处理" },
  "rejected.reissue": {
    label: "5.要求行政机关确认或重新出具已获取信息",
    variants: ["5.要求行政机关确认或重新出具已获取的信息"],
    group: "（五）不予处理",
  },
} as const;

/** 表三, the last two rows. */
export const CLOSING_ROWS = {
  results_total: { label: "（七）总计", variants: ["(七) 总计", "(七)总计", "（七）合计"] },
  carried_out: { label: "四、结转下年度继续办理", variants: ["四、结转下一年度继续办理", "四、结转下年度继续办理数量"] },
} as const;

/** The result rows among REQUEST_ROWS: parts of （七）总计, with those of （六）其他处理 that each edition adds. */
export const SHARED_RESULTS = [
  "granted",
  "partial",
  "denied.state_secret",
  "denied.other_law",
  "denied.three_safety",
  "denied.third_party",
  "denied.internal",
  "denied.process",
  "denied.enforcement_file",
  "denied.admin_query",
  "unable.not_held",
  "unable.need_create",
  "unable.unclear",
  "rejected.petition",
  "rejected.repeat",
  "rejected.publication",
  "rejected.massive",
  "rejected.reissue",
] as const;
