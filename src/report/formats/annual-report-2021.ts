import { defineFormat, defineTable } from "../define-format.js";
import { APPLICANT_COLUMNS, APPLICANT_TOTAL, REVIEW_LITIGATION, SECTIONS } from "./shared-parts.js";

/** 表二：主动公开政府信息情况 */
const proactive = defineTable({
  id: "proactive",
  section: "proactive",
  heading: "二、主动公开政府信息情况",
  columns: {
    made: { label: "本年制发件数", variants: ["本年制发件数量", "本年 制发件数", "本年(2023)制发件数"] },
    repealed: { label: "本年废止件数", variants: ["本年 废止件数", "本年(2023)废止件数"] },
    valid: { label: "现行有效件数", variants: [] },
    decisions: { label: "本年处理决定数量", variants: ["本年度处理决定数量", "本年(2023)处理决定数量"] },
    amount_wan: {
      label: "本年收费金额（单位：万元）",
      variants: ["本年收费金额（单位：万元，保留4位小数）", "本年收费金额"],
      kind: "money",
      unit: "万元",
    },
  },
  rows: {
    "art20_1.rules": {
      group: "第二十条第（一）项",
      label: "规章",
      variants: ["规章(县级无此项)"],
      columns: ["made", "repealed", "valid"],
    },
    "art20_1.normative_docs": {
      group: "第二十条第（一）项",
      label: "行政规范性文件",
      variants: ["规范性文件"],
      columns: ["made", "repealed", "valid"],
    },
    "art20_5.licensing": { group: "第二十条第（五）项", label: "行政许可", variants: [], columns: ["decisions"] },
    "art20_6.penalty": { group: "第二十条第（六）项", label: "行政处罚", variants: [], columns: ["decisions"] },
    "art20_6.coercion": { group: "第二十条第（六）项", label: "行政强制", variants: [], columns: ["decisions"] },
    "art20_8.fees": { group: "第二十条第（八）项", label: "行政事业性收费", variants: [], columns: ["amount_wan"] },
  },
});

/** 表三：收到和处理政府信息公开申请情况 */
const requests = defineTable({
  id: "requests",
  section: "requests",
  heading: "三、收到和处理政府信息公开申请情况",
  columns: APPLICANT_COLUMNS,
  rows: {
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
    "other.no_correction": {
      label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      variants: ["1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请", "1、申请人…", "1.逾期不补正"],
      group: "（六）其他处理",
    },
    "other.no_payment": {
      label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      variants: ["2、申请人…", "2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请", "2.逾期不缴费"],
      group: "（六）其他处理",
    },
    "other.misc": { label: "3.其他", variants: ["3、其他", "3.其他情形"], group: "（六）其他处理" },
    results_total: { label: "（七）总计", variants: ["(七) 总计", "(七)总计", "（七）合计"] },
    carried_out: { label: "四、结转下年度继续办理", variants: ["四、结转下一年度继续办理", "四、结转下年度继续办理数量"] },
  },
  // Some agencies keep the single row of the 2019 edition under 2021 heads (洪泽区 2024).
  standIns: {
    other: {
      label: "（六）其他处理",
      variants: ["（六）其他"],
      insteadOf: ["other.no_correction", "other.no_payment", "other.misc"],
    },
  },
  footings: {
    results_total: [
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
      "other.no_correction",
      "other.no_payment",
      "other.misc",
    ],
  },
  crossFootings: APPLICANT_TOTAL,
  // Printed in the head of the table: 第一项加第二项之和，等于第三项加第四项之和。
  rollForwards: [
    { received: "new_received", broughtForward: "carried_in", resolved: "results_total", carriedForward: "carried_out" },
  ],
});

/** The layout in force from the 2021 report year. Totals are stated here once; no check repeats them. */
export const annualReport2021 = defineFormat({
  id: "f2021",
  name: "2021年格式",
  instrument: "国办公开办函〔2021〕30号",
  title: "中华人民共和国政府信息公开工作年度报告格式",
  reportYears: { from: 2021, to: null },
  sections: SECTIONS,
  tables: { proactive, requests, review_litigation: REVIEW_LITIGATION },
});
