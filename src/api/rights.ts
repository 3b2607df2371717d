import type { OfficeRole } from "../register/office-role.js";

/**
 * Who may do what: the one table that the pages, the API and the tests read. A right holds in the agency of the record; a supervisor's
 * also in the agencies below (条例 第三条). "anyone-signed-in" and "public" ask for no role.
 */
export const RIGHTS = {
  public: { label: "任何人", roles: [] },
  "signed-in": { label: "任何已登录的人员", roles: [] },
  "cases:read": { label: "查看申请案卷", roles: ["handler", "reviewer", "head", "supervisor"] },
  "cases:handle": { label: "登记和办理申请", roles: ["handler", "reviewer", "head"] },
  "cases:approve": { label: "批准延期、决定和更正", roles: ["head"] },
  "letters:issue": { label: "签发文书", roles: ["reviewer", "head"] },
  "items:read": { label: "查看主动公开信息", roles: ["handler", "reviewer", "secrecy-reviewer", "head", "supervisor"] },
  "items:draft": { label: "拟写主动公开信息", roles: ["handler", "reviewer", "head"] },
  "items:review": { label: "审核主动公开信息", roles: ["reviewer", "head"] },
  "items:secrecy-review": { label: "保密审查", roles: ["secrecy-reviewer"] },
  "items:withdraw": { label: "撤回已公开的信息", roles: ["head"] },
  "reports:read": { label: "查看统计和年度报告", roles: ["handler", "reviewer", "head", "supervisor"] },
  "reports:write": { label: "编写年度报告", roles: ["handler", "reviewer", "head"] },
  "reports:freeze": { label: "定稿、发布年度报告", roles: ["head"] },
  "figures:write": { label: "填报、导入数字", roles: ["handler", "reviewer", "head"] },
  "agency:configure": { label: "设置机关信息、指南和审核流程", roles: ["head", "system-administrator"] },
  "accounts:manage": { label: "管理账号和权限", roles: ["security-administrator"] },
  "system:manage": { label: "系统维护、备份，机关的建立和变更", roles: ["system-administrator"] },
  "audit:read": { label: "查看、核对、导出审计日志", roles: ["audit-administrator"] },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly roles: readonly OfficeRole[] }>>;

export type Right = keyof typeof RIGHTS;

/** Whether a role gives a right in its agency. */
export function gives(role: OfficeRole, right: Right): boolean {
  const roles: readonly OfficeRole[] = RIGHTS[right].roles;
  return roles.includes(role);
}
