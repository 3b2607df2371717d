import { defineFormat, defineTable } from "../define-format.js";
import {
  APPLICANT_COLUMNS,
  APPLICANT_TOTAL,
  CLOSING_ROWS,
  REQUEST_ROWS,
  REVIEW_LITIGATION,
  SECTIONS,
  SHARED_RESULTS,
} from "./shared-parts.js";

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
    ...REQUEST_ROWS,
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
    ...CLOSING_ROWS,
  },
  // Some agencies keep the single row of the 2019 edition under 2021 heads (洪泽区 2024).
  standIns: {
    other: {
      label: "（六）其他处理",
      variants: ["（六）其他"],
      insteadOf: ["other.no_correction", "other.no_payment", "other.misc"],
    },
  },
  footings: { results_total: [...SHARED_RESULTS, "other.no_correction", "other.no_payment", "other.misc"] },
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
