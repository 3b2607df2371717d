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
    made: { label: "本年新制作数量", variants: ["本年新\n制作数量", "本年新 制作数量", "本年新"] },
    newly_public: { label: "本年新公开数量", variants: ["本年新\n公开数量", "本年新"] },
    total_public: { label: "对外公开总数量", variants: [] },
    items_last_year: { label: "上一年项目数量", variants: [] },
    change: { label: "本年增/减", variants: ["本年增减"], kind: "change" },
    decisions: { label: "处理决定数量", variants: ["本年处理决定数量"] },
    items: { label: "采购项目数量", variants: [] },
    amount: { label: "采购总金额", variants: ["采购总金额（万元）"], kind: "money" },
  },
  rows: {
    "art20_1.rules": {
      group: "第二十条第（一）项",
      label: "规章",
      variants: [],
      columns: ["made", "newly_public", "total_public"],
    },
    "art20_1.normative_docs": {
      group: "第二十条第（一）项",
      label: "规范性文件",
      variants: ["行政规范性文件"],
      columns: ["made", "newly_public", "total_public"],
    },
    "art20_5.licensing": {
      group: "第二十条第（五）项",
      label: "行政许可",
      variants: [],
      columns: ["items_last_year", "change", "decisions"],
    },
    "art20_5.other_services": {
      group: "第二十条第（五）项",
      label: "其他对外管理服务事项",
      variants: [],
      columns: ["items_last_year", "change", "decisions"],
    },
    "art20_6.penalty": {
      group: "第二十条第（六）项",
      label: "行政处罚",
      variants: [],
      columns: ["items_last_year", "change", "decisions"],
    },
    "art20_6.coercion": {
      group: "第二十条第（六）项",
      label: "行政强制",
      variants: [],
      columns: ["items_last_year", "change", "decisions"],
    },
    "art20_8.fees": {
      group: "第二十条第（八）项",
      label: "行政事业性收费",
      variants: [],
      columns: ["items_last_year", "change"],
    },
    "art20_9.central_procurement": {
      group: "第二十条第（九）项",
      label: "政府集中采购",
      variants: [],
      columns: ["items", "amount"],
    },
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
    other: { label: "（六）其他处理", variants: ["（六）其他"] },
    ...CLOSING_ROWS,
  },
  footings: { results_total: [...SHARED_RESULTS, "other"] },
  crossFootings: APPLICANT_TOTAL,
  // Printed in the head of the table: 第一项加第二项之和，等于第三项加第四项之和。
  rollForwards: [
    { received: "new_received", broughtForward: "carried_in", resolved: "results_total", carriedForward: "carried_out" },
  ],
});

/** The layout of the report years 2019 and 2020. */
export const annualReport2019 = defineFormat({
  id: "f2019",
  name: "2019年格式",
  instrument: "国办公开办函〔2019〕60号",
  title: "中华人民共和国政府信息公开工作年度报告格式（试行）",
  reportYears: { from: 2019, to: 2020 },
  sections: SECTIONS,
  tables: { proactive, requests, review_litigation: REVIEW_LITIGATION },
});
