import type { Right } from "../../api/rights.js";

export interface Place {
  readonly path: string;
  readonly label: string;
  /** Shown to whoever has one of these. */
  readonly rights: readonly Right[];
}

/** The places of the office, in the order a day's work goes. A place nobody may enter is not shown. */
export const PLACES: readonly { readonly label: string; readonly places: readonly Place[] }[] = [
  {
    label: "依申请公开",
    places: [
      { path: "/today", label: "今日待办", rights: ["cases:read"] },
      { path: "/cases", label: "申请台账", rights: ["cases:read"] },
      { path: "/proceedings", label: "复议和诉讼", rights: ["cases:read"] },
      { path: "/submissions", label: "网上来件", rights: ["cases:read"] },
      { path: "/published-answers", label: "公开的答复", rights: ["cases:read"] },
    ],
  },
  {
    label: "主动公开",
    places: [
      { path: "/items", label: "信息", rights: ["items:read"] },
      { path: "/reviews", label: "待我审核", rights: ["items:review", "items:secrecy-review"] },
      { path: "/catalogue", label: "目录与期限", rights: ["items:read"] },
      { path: "/guide", label: "指南和制度", rights: ["items:read"] },
    ],
  },
  {
    label: "年度报告",
    places: [
      { path: "/reports", label: "年度报告", rights: ["reports:read"] },
      { path: "/counts", label: "每月数字", rights: ["figures:write"] },
      { path: "/figures", label: "统计分析", rights: ["reports:read"] },
    ],
  },
  {
    label: "管理",
    places: [
      { path: "/settings", label: "机关设置", rights: ["agency:configure"] },
      { path: "/publishing-settings", label: "主动公开设置", rights: ["agency:configure"] },
      { path: "/accounts", label: "账号和权限", rights: ["accounts:manage"] },
      { path: "/audit", label: "审计日志", rights: ["audit:read"] },
      { path: "/system", label: "系统", rights: ["system:manage"] },
    ],
  },
];
