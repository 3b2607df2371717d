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
